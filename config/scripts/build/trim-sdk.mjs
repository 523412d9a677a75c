import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inRoot } from '../lib/paths.mjs'

const parts = inRoot('config/scripts/functions-bundle')

/** Parts of the SDK nothing here may use: an AI client and a SQL client. Their stand-ins say so when called. */
const leftOut = [
  { filter: /^\.\/ai$/, importer: /@cloudbase[\\/]node-sdk[\\/]dist[\\/]cloudbase\.js$/, file: 'no-ai.cjs' },
  { filter: /^@cloudbase\/wx-cloud-client-sdk$/, importer: /node-sdk/, file: 'no-sql.cjs' },
]

/** What the SDK needs only for a storage, ticket or metadata request: loaded when first touched. */
const loadedLate = /^(mime-db|xml2js|jsonwebtoken|axios|form-data|https-proxy-agent|http-proxy-agent)$/

const sdkImporter = /node_modules[\\/](wx-server-sdk|@cloudbase)[\\/]/

const lateSource = (name) => `
let real
const load = () => (real ??= require(${JSON.stringify(name)}))
module.exports = new Proxy(function () {}, {
  get: (_, key) => (key === '__esModule' ? undefined : load()[key]),
  has: (_, key) => key in load(),
  apply: (_, self, args) => Reflect.apply(load(), self, args),
  construct: (_, args) => Reflect.construct(load(), args),
})`

const sdkVersion = () => {
  const require = createRequire(inRoot('node_modules/wx-server-sdk/index.js'))
  return JSON.parse(readFileSync(require.resolve('@cloudbase/node-sdk/package.json'), 'utf8')).version
}

/** esbuild plugin: the SDK without its AI and SQL parts, its rare parts loaded late, its version written in. */
export const trimSdk = {
  name: 'trim-sdk',
  setup: ({ onResolve, onLoad }) => {
    for (const { filter, importer, file } of leftOut)
      onResolve({ filter }, (args) => (importer.test(args.importer) ? { path: `${parts}/${file}` } : undefined))
    onResolve({ filter: loadedLate }, ({ path, importer, resolveDir, namespace }) =>
      namespace === 'file' && sdkImporter.test(importer)
        ? { path, namespace: 'late', pluginData: { resolveDir } }
        : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData }) => ({
      contents: lateSource(path),
      loader: 'js',
      resolveDir: pluginData.resolveDir,
    }))
    // The SDK reads its own package.json by a path that a bundle does not have.
    onLoad({ filter: /node-sdk[\\/]dist[\\/]utils[\\/]version\.js$/ }, () => ({
      contents: `exports.version = ${JSON.stringify(sdkVersion())}`,
      loader: 'js',
    }))
  },
}
