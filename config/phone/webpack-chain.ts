import path from 'node:path'
import { NormalModuleReplacementPlugin, ProvidePlugin } from 'webpack'

type Resource = { request: string; context: string }
type Chain = {
  plugin: (name: string) => { use: (plugin: unknown, args: unknown[]) => unknown }
  optimization: { splitChunks: (options: object) => unknown }
}

const here = (file: string) => path.join(__dirname, file)

const swaps: [request: RegExp, inside: RegExp, file: string][] = [
  [/[\\/]locales[\\/]index\.js$/, /[\\/]zod[\\/]v4[\\/]/, 'zod-locales.mjs'],
  [/^zod\/locales$/, /./, 'zod-locales.mjs'],
  [
    /\/(compile|to-json-schema|json-schema-processors|json-schema-generator|from-json-schema)\.js$/,
    /[\\/]zod[\\/]v4[\\/]/,
    'zod-without-json-schema.mjs',
  ],
]

/** What the phone's bundles leave out of libraries. */
export const webpackChain = (chain: Chain): void => {
  for (const [request, inside, file] of swaps) {
    const swap = (resource: Resource) => {
      if (inside.test(resource.context)) resource.request = here(file)
    }
    chain.plugin(`swap-${request.source}`).use(NormalModuleReplacementPlugin, [request, swap])
  }
}

/** The same for WeChat, with what its engine lacks. */
export const webpackChainWeapp = (chain: Chain): void => {
  webpackChain(chain)
  const provided = { AbortController: [here('abort-controller.mjs'), 'AbortController'] }
  chain.plugin('provide-for-wechat').use(ProvidePlugin, [provided])
}

/** The same for the browser: pages share what several of them need, instead of carrying it each. */
export const webpackChainBrowser = (chain: Chain): void => {
  webpackChain(chain)
  chain.optimization.splitChunks({ chunks: 'all', minSize: 10_000, maxInitialRequests: 20, maxAsyncRequests: 20 })
}
