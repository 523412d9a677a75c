import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud, type Cloud } from '../support/cloud'
import { spawnCloud } from '../support/cloud-process'
import { buildFixture } from './support/build-fixture'

const manifest = buildFixture()
const scratch = mkdtempSync(path.join(tmpdir(), 'cloud-seed-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let count = 0
const seedOf = (...lines: string[]): string => {
  count += 1
  const file = path.join(scratch, `seed-${count}.ndjson`)
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
  return file
}
const freshDir = (): string => path.join(scratch, `data-${(count += 1)}`)
const note = (id: string, more = ''): string => `{"c":"notes","d":{"_id":"${id}"${more}}}`
const META = '{"meta":{"now":"2027-06-01T00:00:00Z"}}'
const FILE = `{"f":"photos/a.jpg","b64":"${Buffer.from('picture').toString('base64')}"}`

const notes = async (cloud: Cloud): Promise<Record<string, unknown>[]> =>
  (await cloud.callRaw('probe', { action: 'find' }, 'o-1')).body as Record<string, unknown>[]

test('fills documents, files and the clock', async () => {
  const seed = seedOf(
    META,
    note('a', ',"at":{"$date":"2027-01-01T00:00:00Z"}'),
    '',
    FILE,
    note('b', ',"n":{"$numberInt":"5"}'),
  )
  const cloud = await startCloud({ manifest, seed })
  expect((await notes(cloud)).map(({ _id }) => _id).sort()).toEqual(['a', 'b'])
  expect((await notes(cloud)).find(({ _id }) => _id === 'a')).toMatchObject({ at: '2027-01-01T00:00:00.000Z' })
  const fileID = 'cloud://local-test.6c6f-local-test-1300000000/photos/a.jpg'
  const { body } = await cloud.callRaw('probe', { action: 'storage.download', input: { fileID } }, 'o-1')
  expect(body).toEqual({ base64: Buffer.from('picture').toString('base64') })
  expect((await cloud.clock()).now).toMatch(/^2027-06-01T00:0/)
  expect(cloud.printed()).toContain('写入 2 条记录')
  await cloud.stop()
})

test('a folder that has data keeps it, and says so', async () => {
  const dataDir = freshDir()
  const first = await startCloud({ manifest, dataDir, seed: seedOf(note('mine')) })
  await first.callRaw('probe', { action: 'insert', input: { _id: 'added' } }, 'o-1')
  await first.stop()
  const second = await startCloud({ manifest, dataDir, seed: seedOf(META, note('other')) })
  expect((await notes(second)).map(({ _id }) => _id).sort()).toEqual(['added', 'mine'])
  expect(second.printed()).toContain('保留现有数据')
  expect(Math.abs(Date.parse((await second.clock()).now) - Date.now())).toBeLessThan(5000)
  await second.stop()
})

test('--seed alone takes the seed beside the manifest', async () => {
  const folder = path.join(path.dirname(manifest), 'seed')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'seed.ndjson'), `${note('built')}\n`)
  const cloud = await startCloud({ manifest, seed: true })
  expect(await notes(cloud)).toMatchObject([{ _id: 'built' }])
  await cloud.stop()
})

test('twenty thousand documents are in within seconds', async () => {
  const seed = seedOf(
    ...Array.from({ length: 20_000 }, (_, index) => note(`n${index}`, `,"text":"${'文'.repeat(50)}"`)),
  )
  const startedAt = Date.now()
  const cloud = await startCloud({ manifest, seed })
  expect(Date.now() - startedAt).toBeLessThan(15_000)
  expect(cloud.printed()).toContain('写入 20000 条记录')
  await cloud.stop()
})

const storedFiles = (dir: string): string[] => {
  const root = path.join(dir, 'files')
  if (!existsSync(root)) return []
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

describe('a broken seed', () => {
  const expectRefused = async (seed: string, ...parts: string[]): Promise<void> => {
    const dir = freshDir()
    const cloud = spawnCloud(['--port', '0', '--data', dir, '--manifest', manifest, '--seed', seed])
    expect((await cloud.ended).code).toBe(1)
    expect(cloud.stderr()).toMatch(/^[^\n]*。\n$/)
    for (const part of parts) expect(cloud.stderr()).toContain(part)
    expect(storedFiles(dir)).toEqual([])
    const again = await startCloud({ manifest, dataDir: dir })
    expect(await notes(again)).toEqual([])
    expect(Math.abs(Date.parse((await again.clock()).now) - Date.now())).toBeLessThan(5000)
    await again.stop()
  }
  test('is missing', () => expectRefused(path.join(scratch, 'none.ndjson'), '读不到种子文件', '--seed'))
  test('is empty', () => expectRefused(seedOf(), '是空的'))
  test('breaks off in a line', () =>
    expectRefused(seedOf(META, note('a'), FILE, '{"c":"notes","d":{'), '第 4 行', '不是完整的 JSON'))
  test('has a line that says nothing', () => expectRefused(seedOf(note('a'), '{"x":1}'), '第 2 行'))
  test('names a collection nobody declared', () =>
    expectRefused(seedOf(note('a'), '{"c":"ghosts","d":{}}'), '第 2 行', 'ghosts'))
  test('has a time that is none', () => expectRefused(seedOf('{"meta":{"now":"soon"}}'), '第 1 行', 'meta.now'))
  test('has a file outside the folder', () => expectRefused(seedOf('{"f":"../up","b64":"AA=="}'), '第 1 行'))
  test('has one id twice: nothing of it stays, neither documents nor files nor clock', () =>
    expectRefused(seedOf(META, FILE, note('a'), note('b'), note('a')), '第 5 行', '什么也没有写入'))
  test('has broken EJSON', () => expectRefused(seedOf(note('a', ',"at":{"$date":"never"}')), '第 1 行'))
})
