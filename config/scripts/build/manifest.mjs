import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { loadTs } from '../lib/load-ts.mjs'
import { dist, inRoot } from '../lib/paths.mjs'
import { placeFile } from '../lib/place.mjs'

const defineAppConfig = { banner: { js: 'const defineAppConfig = (config) => config;' } }

/** Published pages of the mini program, subpackages included, no leading slash. */
export const publishedPages = async () => {
  const { default: app } = await loadTs('src/app.config.ts', defineAppConfig)
  const inside = (app.subPackages ?? app.subpackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  return [...app.pages, ...inside]
}

const messageTemplates = async () => {
  const file = 'config/data/message-templates.ts'
  return existsSync(inRoot(file)) ? (await loadTs(file)).messageTemplates : []
}

const forCloud = (declaration, tick) => ({
  name: declaration.name,
  dir: `cloudfunctions/${declaration.name}`,
  handler: 'index.main',
  timeoutSeconds: declaration.timeoutSeconds,
  memoryMb: declaration.memoryMb,
  openapi: declaration.openapi,
  timers: declaration.timer ? [tick] : [],
})

/** dist/cloud.json (what the local cloud is told) and, for deployment, dist/database.rules.json and dist/indexes.json. */
export const buildManifest = async () => {
  const [{ functions, mediaCallback, tick }, { collections, closedRule }] = await Promise.all([
    loadTs('config/functions.ts'),
    loadTs('config/database.ts'),
  ])
  const shapes = collections.map(({ name, indexes }) => ({ name, indexes }))
  const manifest = {
    version: JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version,
    envId: 'local-ankang',
    appId: 'touristappid',
    functions: functions.map((declaration) => forCloud(declaration, tick)),
    collections: shapes,
    pages: await publishedPages(),
    templates: await messageTemplates(),
    mediaCallback,
    h5: 'h5',
  }
  const write = (file, value) => placeFile(path.join(dist, file), `${JSON.stringify(value, null, 2)}\n`)
  write('database.rules.json', Object.fromEntries(collections.map(({ name }) => [name, closedRule])))
  write('indexes.json', shapes)
  write('cloud.json', manifest)
}
