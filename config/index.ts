import { readdirSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import development from './dev'
import { webpackChainBrowser, webpackChainWeapp } from './phone/webpack-chain'
import production from './prod'

const root = path.resolve(__dirname, '..')

const phoneFiles = readdirSync(path.join(__dirname, 'phone')).map((file) => path.join(__dirname, 'phone', file))

// Sizes stay CSS px on both platforms: rpx and rem follow the width of the screen, never the person's text size.
const px: object = { targetUnit: 'px' }
const keepPixels = { enable: false, config: { ...px } }

/** @see https://docs.taro.zone/docs/config-detail */
export default defineConfig<'webpack5'>(async (merge, { command }) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'ankang-zhiyuan',
    date: '2026-11-22',
    // A name without a value would stay in the code, and a phone knows no `process`.
    env: {
      TARO_APP_CLOUD_ENV: JSON.stringify(process.env.TARO_APP_CLOUD_ENV ?? ''),
      TARO_APP_LOCATION: JSON.stringify(process.env.TARO_APP_LOCATION ?? ''),
    },
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: process.env.TARO_OUTPUT_ROOT ?? `dist/${process.env.TARO_ENV}`,
    plugins: [path.join(root, 'config/aria-plugin.ts')],
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true, buildDependencies: { phone: phoneFiles } },
    alias: { '@': path.join(root, 'src'), types: path.join(root, 'types') },
    logger: { quiet: true, stats: false },
    // Chinese stays UTF-8: escaped it would take twice the room in the package. Quoted keys would turn `#field` into `#"field"`.
    terser: { enable: true, config: { output: { ascii_only: false, comments: false, quote_keys: false } } },
    csso: { enable: true },
    mini: {
      webpackChain: webpackChainWeapp,
      compile: { include: [path.join(root, 'types')] },
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: keepPixels, cssModules: { enable: false } },
    },
    h5: {
      webpackChain: webpackChainBrowser,
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: [path.join(root, 'types')] },
      esnextModules: ['@nutui/nutui-react-taro', '@nutui/icons-react-taro'],
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform: keepPixels, autoprefixer: { enable: true }, cssModules: { enable: false } },
    },
  }
  return merge({}, base, command === 'build' && process.env.NODE_ENV === 'production' ? production : development)
})
