import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { inRoot, root } from './paths.mjs'

const ownTypes = {
  name: 'own-types',
  setup: ({ onResolve }) => onResolve({ filter: /^types\// }, ({ path: name }) => ({ path: `${inRoot(name)}.ts` })),
}

// In a bundle every file would have the bundle's folder for its own.
const ownFolder = {
  name: 'own-folder',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/](tests|config)[\\/].*\.ts$/ }, ({ path: file }) => {
      const source = readFileSync(file, 'utf8')
      const folder = `const __dirname = ${JSON.stringify(path.dirname(file))}; `
      return { contents: source.includes('__dirname') ? folder + source : source, loader: 'ts' }
    }),
}

/** Bundles a TypeScript entry of this repository (packages stay outside) into one ES module file. */
export const bundleTs = (entry, outfile, options = {}) =>
  build({
    entryPoints: [inRoot(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    sourcemap: 'inline',
    plugins: [ownTypes, ownFolder],
    absWorkingDir: root,
    ...options,
  })

/** Imports a TypeScript module of this repository. */
export const loadTs = async (entry, options) => {
  // Inside the repository, so that packages resolve.
  const folder = mkdtempSync(inRoot('node_modules', '.cache-ts-'))
  try {
    const file = path.join(folder, 'module.mjs')
    await bundleTs(entry, file, options)
    return await import(pathToFileURL(file).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
