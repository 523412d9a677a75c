import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { repoRoot } from '../../support/cloud-process'

export const TEMPLATE = 'tpl-hazard'
export const OPENAPIS = [
  'subscribeMessage.send',
  'wxacode.getUnlimited',
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'phonenumber.getPhoneNumber',
]

const fixtures = path.resolve(__dirname, '../fixtures')

const bundle = (source: string, dir: string): void => {
  mkdirSync(dir, { recursive: true })
  // The command line, because esbuild's library does not run inside jest's sandbox.
  execFileSync(path.join(repoRoot, 'node_modules/.bin/esbuild'), [
    path.join(fixtures, `${source}.ts`),
    '--bundle',
    '--platform=node',
    '--format=cjs',
    '--target=node20',
    '--log-level=error',
    `--outfile=${path.join(dir, 'index.js')}`,
  ])
}

const functionOf = (name: string, dir: string, rest: object = {}) => ({
  name,
  dir,
  handler: 'index.main',
  timeoutSeconds: 2,
  memoryMb: 256,
  openapi: [],
  timers: [],
  ...rest,
})

const manifestOf = (extra: object) => ({
  envId: 'local-test',
  appId: 'touristappid',
  functions: [
    functionOf('probe', 'probe', { openapi: OPENAPIS, timers: [{ name: 'tick', cron: '0 */5 * * * * *' }] }),
    functionOf('other', 'probe'),
    functionOf('small', 'probe', { memoryMb: 64, timeoutSeconds: 20 }),
    functionOf('single', 'probe', { maxInstances: 1 }),
    functionOf('alone', 'probe', { maxInstances: 1, timeoutSeconds: 20 }),
    functionOf('broken', 'broken'),
  ],
  collections: [{ name: 'notes', indexes: [] }],
  pages: ['pages/index/index', 'packages/hazard/detail/index'],
  templates: [
    {
      id: TEMPLATE,
      title: '隐患处理提醒',
      fields: [
        { key: 'thing1', name: '隐患内容' },
        { key: 'time2', name: '处理时间' },
        { key: 'phrase3', name: '状态' },
      ],
    },
  ],
  mediaCallback: 'probe',
  h5: 'h5',
  ...extra,
})

const sources = (): string[] => readdirSync(fixtures).map((name) => readFileSync(path.join(fixtures, name), 'utf8'))

const digest = (...texts: string[]): string =>
  texts
    .reduce((hash, text) => hash.update(text), createHash('sha1'))
    .digest('hex')
    .slice(0, 12)

const fill = (folder: string): void => {
  bundle('probe', path.join(folder, 'probe'))
  bundle('broken', path.join(folder, 'broken'))
  const h5 = path.join(folder, 'h5')
  mkdirSync(path.join(h5, 'static'), { recursive: true })
  writeFileSync(path.join(h5, 'index.html'), '<!doctype html><title>首页</title>')
  writeFileSync(path.join(h5, 'static', 'app.0123abcd.js'), 'console.log(1)')
}

/** Bundles the fixtures once for each state of their sources; several jest workers may try at the same time. */
const builtFolder = (): string => {
  const cache = path.join(repoRoot, 'node_modules/.cache/cloud-fixture')
  const folder = path.join(cache, digest(...sources()))
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const part = mkdtempSync(path.join(cache, 'part-'))
  fill(part)
  try {
    renameSync(part, folder)
  } catch {
    rmSync(part, { recursive: true, force: true })
  }
  return folder
}

/** The manifest of the built fixture functions, changed by `extra`. @returns its file */
export const buildFixture = (extra: object = {}): string => {
  const text = JSON.stringify(manifestOf(extra))
  const folder = builtFolder()
  const file = path.join(folder, `cloud-${digest(text)}.json`)
  // Never half written where another worker's cloud is reading it.
  const part = path.join(mkdtempSync(path.join(folder, 'part-')), 'cloud.json')
  writeFileSync(part, text)
  renameSync(part, file)
  rmSync(path.dirname(part), { recursive: true })
  return file
}
