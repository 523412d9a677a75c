import { deriveId } from 'types/ids'
import { mostTexts } from 'types/notice-template'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { goodData } from '../../support/factories/notice'
import { city, cityLines, orgEnv, readDocuments } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Row = { id: string; name: string; edition: number; version: number; mine: boolean; state: string }
type Full = { text: Row & { wording: Record<string, string> }; editions: Edition[] }
type Edition = { edition: number; by: string; changed: string[]; wording: Record<string, string> }

const { root, east, west } = city.nodes
const now = '2026-11-20T02:00:00.000Z'
const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ now, env: orgEnv, seed: seedFile(cityLines()) })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('notice', action, input, openid)
const wording = { ...goodData('work-to-do'), thing1: '{{姓名}}，请做防汛自查', thing2: '[[有单位|{{单位}}|各企业]]' }
const body = { name: '暴雨前自查', folder: '天气', wording, page: null }
const create = (openid: string, nodeId: string, name = 't', more: object = {}) =>
  call<Row>(openid, 'createText', { _id: deriveId('text', name), nodeId, template: 'work-to-do', ...body, ...more })
const read = (openid: string, id: string) => call<Full>(openid, 'text', { id })
const save = (row: Row, more: object) =>
  call<{ version: number }>('wx-east1', 'saveText', { id: row.id, version: row.version, ...body, ...more })

test('a text comes back only where its union has room for it', async () => {
  const { id } = await create('wx-east1', east._id, 'old')
  await call('wx-east1', 'retireText', { id, version: 0 })
  await Promise.all(Array.from({ length: mostTexts }, (_, index) => create('wx-east1', east._id, `new-${index}`)))
  await expect(call('wx-east1', 'restoreText', { id, version: 1 })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await call('wx-east1', 'retireText', { id: deriveId('text', 'new-0'), version: 0 })
  expect(await call('wx-east1', 'restoreText', { id, version: 1 })).toMatchObject({ state: 'live' })
})

test('every saving is an edition with who and what; an older one can be brought back', async () => {
  const row = await create('wx-east1', east._id)
  expect(row).toMatchObject({ edition: 1, mine: true, state: 'live' })
  const second = { wording: { ...wording, thing4: '晚上再看一遍' }, folder: '防汛' }
  await save(row, second)
  // The answer was lost and the phone asks again: one edition.
  await save(row, second)
  await call('wx-east2', 'revertText', { id: row.id, version: 1, edition: 1 })
  const { text, editions } = await read('wx-east1', row.id)
  expect(text).toMatchObject({ edition: 3, folder: '天气', wording })
  expect(editions.map(({ edition, by, changed }) => ({ edition, by, changed }))).toEqual([
    { edition: 3, by: '东二', changed: ['文件夹', '备注'] },
    { edition: 2, by: '东一', changed: ['文件夹', '备注'] },
    { edition: 1, by: '东一', changed: [] },
  ])
  expect(editions[1]?.wording.thing4).toBe('晚上再看一遍')
})

test('saved while somebody else saved, nothing of his is lost; the same again is no edition', async () => {
  const row = await create('wx-east1', east._id)
  await save(row, { name: '汛期自查' })
  await expect(save(row, { name: '雨前自查' })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await expect(save({ ...row, version: 1 }, { name: '汛期自查' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(call('wx-east2', 'saveText', { id: row.id, version: 0, ...body })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})

test('a union uses what the unions above keep, changes only its own, and sees nothing of a neighbour', async () => {
  const own = await create('wx-east1', east._id)
  const above = await create('wx-admin', root._id, 'above', { name: '全市通用' })
  const { items } = await call<{ items: Row[] }>('wx-east1', 'texts', { nodeId: east._id })
  expect(items.map(({ name, mine }) => [name, mine]).sort()).toEqual([
    ['全市通用', false],
    ['暴雨前自查', true],
  ])
  expect((await read('wx-east1', above.id)).text.name).toBe('全市通用')
  const change = { id: above.id, version: 0, ...body }
  await expect(call('wx-east1', 'saveText', change)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(read('wx-west1', own.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(create('wx-east1', west._id, 'foreign')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(create('wx-worker', east._id, 'worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('one out of use is offered no more, until it is taken back', async () => {
  const { id } = await create('wx-east1', east._id)
  const listed = async (state: string) =>
    (await call<{ items: Row[] }>('wx-east1', 'texts', { nodeId: east._id, state })).items.length
  await call('wx-east1', 'retireText', { id, version: 0 })
  expect([await listed('live'), await listed('retired')]).toEqual([0, 1])
  await expect(save({ id, version: 1 } as Row, { name: '别的' })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await call('wx-east1', 'restoreText', { id, version: 1 })
  expect(await listed('live')).toBe(1)
})

test.each([
  ['an unknown placeholder', { thing1: '{{职位}}请自查' }, 'thing1', /可以用的有/],
  ['a brace left open', { thing1: '{{姓名请自查' }, 'thing1', /成对/],
  ['a text too long for anybody', { thing4: '检查'.repeat(11) }, 'thing4', /备注/],
  ['a time WeChat does not take', { time3: '{{姓名}}' }, 'time3', /办理期限/],
  ['a field the template has not', { thing9: '多余' }, 'thing9', /没有这一项/],
])('%s is refused at its field and nothing is kept', async (_case, wrong, field, sentence) => {
  const bad = create('wx-east1', east._id, 'bad', { wording: { ...wording, ...wrong } })
  await expect(bad).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: { [`wording.${field}`]: expect.stringMatching(sentence) as string },
  })
  expect(await readDocuments(cloud, 'notice_templates')).toEqual([])
})

test('made twice by a retry it is one; other words under the same id are refused', async () => {
  await create('wx-east1', east._id)
  expect((await create('wx-east1', east._id)).edition).toBe(1)
  await expect(create('wx-east1', east._id, 't', { name: '别的' })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
  await expect(create('wx-east2', east._id)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
})

test('only the latest fifty editions are kept', async () => {
  const row = await create('wx-east1', east._id)
  for (let version = 0; version < 52; version++) await save({ ...row, version }, { name: `第 ${version} 次` })
  const { text, editions } = await read('wx-east1', row.id)
  expect(text.edition).toBe(53)
  expect(editions).toHaveLength(50)
  expect(editions.at(-1)?.edition).toBe(4)
  await expect(call('wx-east1', 'revertText', { id: row.id, version: 52, edition: 1 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})
