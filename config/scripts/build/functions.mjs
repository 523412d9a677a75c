import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'
import { loadTs } from '../lib/load-ts.mjs'
import { dist, inRoot, root } from '../lib/paths.mjs'
import { freshFolder, placeFile, placeFolder } from '../lib/place.mjs'
import { cloudbaserc, configJson, packageJson } from './function-files.mjs'
import { trimSdk } from './trim-sdk.mjs'

// Loaded late, each a file of its own beside the bundle.
const lateLibrary = /^(docx|(read|write)-excel-file(\/.*)?)$/
const lateFile = (name) => `${name.replaceAll('/', '-')}.js`

// The product's own bank, read when an officer takes it in: one file beside the bundle, a law after the other.
const shippedQuestions = 'shipped-questions'
const lawFiles = () => {
  const folder = inRoot('config/data/questions')
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')))
}

const shared = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  absWorkingDir: root,
  define: { 'process.env.NODE_ENV': '"production"' },
  // import() of a file beside the bundle becomes a late require.
  supported: { 'dynamic-import': false },
}

const besideBundle = (seen) => ({
  name: 'beside-bundle',
  setup: ({ onResolve }) =>
    onResolve({ filter: lateLibrary }, ({ path: name, kind }) => {
      if (kind !== 'dynamic-import')
        return { errors: [{ text: `${name} must be loaded late: await import('${name}')` }] }
      seen.add(name)
      return { path: `./${lateFile(name)}`, external: true }
    }),
})

const bankBeside = (folder) => ({
  name: 'bank-beside',
  setup: ({ onResolve }) =>
    onResolve({ filter: new RegExp(`^${shippedQuestions}$`) }, () => {
      const file = `${shippedQuestions}.json`
      mkdirSync(folder, { recursive: true })
      writeFileSync(path.join(folder, file), JSON.stringify(lawFiles()))
      return { path: `./${file}`, external: true }
    }),
})

const chineseOnly = {
  name: 'chinese-only',
  setup: ({ onResolve }) => {
    const path = inRoot('config/phone/zod-locales.mjs')
    onResolve({ filter: /^zod\/locales$/ }, () => ({ path }))
    onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]v4[\\/]/.test(importer) ? { path } : undefined,
    )
  },
}

const ownTypes = {
  name: 'own-types',
  setup: ({ onResolve }) => onResolve({ filter: /^types\// }, ({ path: name }) => ({ path: `${inRoot(name)}.ts` })),
}

const buildOne = async (declaration, folder, version) => {
  const seen = new Set()
  const target = path.join(folder, declaration.name)
  await build({
    ...shared,
    entryPoints: [inRoot('cloudfunctions', declaration.name, 'index.ts')],
    outfile: path.join(target, 'index.js'),
    plugins: [trimSdk, besideBundle(seen), bankBeside(target), chineseOnly, ownTypes],
  })
  const require = createRequire(inRoot('package.json'))
  for (const name of seen)
    await build({ ...shared, entryPoints: [require.resolve(name)], outfile: path.join(target, lateFile(name)) })
  const write = (file, value) => writeFileSync(path.join(target, file), `${JSON.stringify(value, null, 2)}\n`)
  write('package.json', packageJson(declaration, version))
  return write
}

/** dist/cloudfunctions/<domain>/: one minified file with the SDK inside, sheet and letter libraries and the bank beside it; dist/cloudbaserc.json. */
export const buildFunctions = async () => {
  const { functions, tick, environment } = await loadTs('config/functions.ts')
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'))
  const folder = freshFolder('cloudfunctions')
  await Promise.all(
    functions.map(async (declaration) => {
      const write = await buildOne(declaration, folder, version)
      write('config.json', configJson(declaration, tick))
    }),
  )
  placeFolder(folder, path.join(dist, 'cloudfunctions'))
  const rc = cloudbaserc(functions, tick, environment)
  placeFile(path.join(dist, 'cloudbaserc.json'), `${JSON.stringify(rc, null, 2)}\n`)
}
