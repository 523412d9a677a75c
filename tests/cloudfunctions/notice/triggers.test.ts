import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSwitch, switchKeys, switchOf, triggerRows } from 'types/triggers'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { goodData } from '../../support/factories/notice'
import { city, cityLines, deliverTo, orgEnv, readDocuments } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Row = { key: string; on: boolean; by: string | null; own: boolean; withheld: number }
type Seen = { items: Row[]; version: number | null }

const { root, east, west } = city.nodes
const now = '2026-11-20T02:00:00.000Z'
const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ now, env: orgEnv, seed: seedFile(cityLines()) })
})
afterAll(fresh.close)

const see = (openid: string, nodeId: string) => cloud.call<Seen>('notice', 'triggers', { nodeId }, openid)
const set = (openid: string, nodeId: string, version: number | null, on: boolean | null, key = 'fix-late') =>
  cloud.call<{ version: number }>('notice', 'setTrigger', { nodeId, version, key, on }, openid)
const rowOf = async (openid: string, nodeId: string, key = 'fix-late') =>
  (await see(openid, nodeId)).items.find((row) => row.key === key)
const reminder = (id: string, more: object = {}) => ({
  ...{ id, kind: 'message' },
  payload: {
    ...{ openid: 'wx-fixer', template: 'work-to-do', data: goodData('work-to-do'), page: null },
    ...{ trigger: 'fix-late', line: east.under, ...more },
  },
})
const inboxOf = () => readDocuments(cloud, 'messages', { openid: 'wx-fixer' })

test('switched off above it is off below, unless a union says otherwise; taken back it follows again', async () => {
  await set('wx-admin', root._id, null, false)
  expect(await rowOf('wx-east1', east._id)).toMatchObject({ on: false, own: false, by: root.name })
  await set('wx-east1', east._id, null, true)
  expect(await rowOf('wx-east1', east._id)).toMatchObject({ on: true, own: true })
  expect(await rowOf('wx-west1', west._id)).toMatchObject({ on: false })
  await set('wx-east1', east._id, 0, null)
  expect(await rowOf('wx-east1', east._id)).toMatchObject({ on: false, own: false })
})

test('off means not laid at all, and each is counted once for the union and those above', async () => {
  await set('wx-east1', east._id, null, false)
  await deliverTo(cloud, 'notice', [reminder('late-1'), reminder('late-2')])
  await deliverTo(cloud, 'notice', [reminder('late-1')])
  expect(await inboxOf()).toEqual([])
  await cloud.tick('notice')
  expect(await rowOf('wx-east1', east._id)).toMatchObject({ withheld: 2 })
  expect(await rowOf('wx-admin', root._id)).toMatchObject({ withheld: 2, on: true })
  expect(await rowOf('wx-west1', west._id)).toMatchObject({ withheld: 0 })
})

test('a neighbour still gets his, and so does everybody what cannot be switched off', async () => {
  await set('wx-east1', east._id, null, false)
  const result = { trigger: 'fix-step', line: east.under }
  await deliverTo(cloud, 'notice', [reminder('west', { line: west.under }), reminder('handed', result)])
  // A function of before that names no trigger is heard as ever.
  await deliverTo(cloud, 'notice', [reminder('old', { trigger: undefined, line: undefined })])
  expect(await inboxOf()).toHaveLength(3)
})

test('nobody switches off a person’s own result, another union, or what somebody else has just set', async () => {
  await expect(set('wx-east1', east._id, null, false, 'report-step')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(set('wx-east1', west._id, null, false)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await set('wx-east1', east._id, null, false)
  expect(await set('wx-east1', east._id, null, false)).toMatchObject({ version: 0 })
  await expect(set('wx-east2', east._id, null, true)).rejects.toMatchObject({ code: 'CONFLICT' })
})

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : path.endsWith('.ts') ? [path] : []
  })

test('every message is made where it has to name its trigger, and every trigger listed is one that is sent', () => {
  const files = filesOf('cloudfunctions').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  const makers = files.filter(({ text }) => /to: 'notice', kind: 'message'/.test(text)).map(({ path }) => path)
  expect(makers).toEqual(['cloudfunctions/kit/message.ts'])
  // Of notice: what is delivered, pushes of officers, their words to each other, and what somebody sends himself.
  const layers = files.filter(({ text }) => /\blayMessage\(/.test(text)).map(({ path }) => path)
  const own = ['deliver', 'push/fan-out', 'push/tell', 'template/try-template']
  expect(layers.sort()).toEqual(own.map((name) => `cloudfunctions/notice/${name}.ts`))
  const senders = files.filter(({ path }) => !path.startsWith('cloudfunctions/notice/trigger')).map(({ text }) => text)
  const unsent = triggerRows.filter(({ key }) => !senders.some((text) => text.includes(`'${key}'`)))
  expect(unsent.map(({ key }) => key)).toEqual([])
})

test('what cannot be switched off says why, and the lowest union that says anything is heard', () => {
  for (const { key, fixed } of triggerRows) expect(isSwitch(key)).toBe(fixed === null)
  for (const { fixed } of triggerRows) if (fixed !== null) expect(fixed).toMatch(/不能关闭|必须/)
  expect(switchKeys.length).toBeGreaterThan(5)
  const said = new Map([
    ['a', { 'fix-late': false }],
    ['b', {}],
  ])
  expect(switchOf(['a', 'b', 'c'], 'fix-late', said)).toEqual({ on: false, by: 'a' })
  expect(switchOf(['a', 'b'], 'letter', said)).toEqual({ on: true, by: null })
})
