import { defineConfig } from '@tarojs/cli'

/** The smallest Taro React app, built as ours is: what our package sizes are compared with. */
export default defineConfig<'webpack5'>({
  projectName: 'empty-app',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: process.env.TARO_OUTPUT_ROOT ?? 'dist',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  logger: { quiet: true, stats: false },
  mini: { optimizeMainPackage: { enable: true } },
  h5: {},
})
