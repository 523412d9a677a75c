import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sharedCloud, type Cloud } from '../support/cloud'
import { buildFixture } from './support/build-fixture'

const manifest = buildFixture()
const scratch = mkdtempSync(path.join(tmpdir(), 'cloud-anew-'))
const seedOf = (name: string): string => {
  const file = path.join(scratch, `${name}.ndjson`)
  writeFileSync(file, `${JSON.stringify({ c: 'notes', d: { _id: name } })}\n`)
  return file
}

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ manifest, seed: seedOf('first') })
})
afterAll(async () => {
  await fresh.close()
  rmSync(scratch, { recursive: true, force: true })
})

const probe = async (action: string, input: object = {}) =>
  (await cloud.callRaw('probe', { action, input }, 'o-1')).body
const notes = async () => ((await probe('find')) as { _id: string }[]).map(({ _id }) => _id)

test('nothing of what was there before is left: documents, files, clock, faults, quotas', async () => {
  await cloud.clock({ now: '2030-01-01T00:00:00.000Z' })
  const fileID = await cloud.upload('photos/a.jpg', Buffer.from('picture'), 'o-1')
  await cloud.setQuota('o-1', 'template', 5)
  await cloud.fault({ target: 'function', name: 'probe', mode: 'refuse', times: 9 })
  await cloud.anew({ seed: seedOf('second') })
  expect(await notes()).toEqual(['second'])
  expect((await cloud.clock()).now).not.toMatch(/^2030/)
  expect(await probe('storage.download', { fileID })).not.toEqual({ base64: Buffer.from('picture').toString('base64') })
})

test('an instance stays warm, unless it is to forget', async () => {
  const coldStarts = async () => (await cloud.metrics()).functions.find(({ name }) => name === 'probe')?.coldStarts ?? 0
  await notes()
  const before = await coldStarts()
  await cloud.anew({ seed: seedOf('second') })
  await notes()
  expect(await coldStarts()).toBe(before)
  await cloud.anew({ seed: seedOf('third'), cold: true })
  expect(await notes()).toEqual(['third'])
  expect(await coldStarts()).toBe(before + 1)
})

test('it waits for calls that are still at work: none of them writes into what is new', async () => {
  await cloud.fault({ target: 'database', name: 'notes', mode: 'slow', ms: 400 })
  const late = cloud.callRaw('probe', { action: 'insert', input: { _id: 'late' } }, 'o-1')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await cloud.anew({ seed: seedOf('second') })
  await late
  expect(await notes()).toEqual(['second'])
})

test('a seed that cannot be read changes nothing', async () => {
  const file = path.join(scratch, 'broken.ndjson')
  writeFileSync(file, 'not json\n')
  await expect(cloud.anew({ seed: file })).rejects.toThrow('第 1 行读不懂')
  expect(await notes()).toEqual(['first'])
})

test('after a kill it is started again', async () => {
  await cloud.kill9()
  cloud = await fresh.open({ manifest, seed: seedOf('second') })
  expect(await notes()).toEqual(['second'])
})
