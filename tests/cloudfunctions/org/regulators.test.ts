import { labelNames, shippedLabels, type Labels } from 'types/labels'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, orgEnv } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Row = { union: { id: string }; regulators: { id: string; managers: number }[]; through: { id: string } | null }
type Served = { items: Row[]; unserved: number }
type Kept = { version: number | null; labels: Labels }
type Editions = { mayChange: boolean; items: { version: number; by: string; changes: object[] }[] }

const { root, east, west, zeneng, bureau, eastBureau } = city.nodes

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(cityLines()), now: '2026-06-10T01:30:00.000Z' })
})
afterAll(fresh.close)
const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('org', action, input, openid)

describe('regulators beside the unions', () => {
  const served = (openid: string, input: object = {}) => call<Served>(openid, 'served', input)

  test('shows each union with its own, and those without one with who reviews in their place', async () => {
    const { items, unserved } = await served('wx-admin')
    expect(unserved).toBe(1)
    expect(items.find(({ union }) => union.id === root._id)).toMatchObject({ regulators: [{ id: bureau._id }] })
    expect(items.find(({ union }) => union.id === east._id)).toMatchObject({ regulators: [{ id: eastBureau._id }] })
    const bare = { union: { id: west._id }, regulators: [], through: { id: bureau._id } }
    expect((await served('wx-admin', { only: 'unserved' })).items).toMatchObject([bare])
    expect((await served('wx-west1')).items).toMatchObject([bare])
    await expect(served('wx-east1', { nodeId: west._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('may be set to another union within their superior’s, by an administrator', async () => {
    const set = (nodeId: string, serves: string, openid = 'wx-admin') => call(openid, 'setServes', { nodeId, serves })
    expect(await set(eastBureau._id, west._id)).toMatchObject({ serves: { id: west._id } })
    expect((await served('wx-admin', { only: 'unserved' })).items).toMatchObject([{ union: { id: east._id } }])
    expect(await set(eastBureau._id, west._id)).toMatchObject({ serves: { id: west._id } })
    await expect(set(bureau._id, east._id)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { serves: expect.stringContaining('东河区应急管理局') as string },
    })
    await expect(set(eastBureau._id, bureau._id)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(set(east._id, west._id)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await expect(set(eastBureau._id, east._id, 'wx-east1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(set(eastBureau._id, zeneng._id, 'wx-regulator')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await set(eastBureau._id, east._id)
  })
})

describe('what institutions are called', () => {
  test('is as shipped until an administrator says otherwise, and every change is kept', async () => {
    expect(await call<Kept>('wx-anybody', 'labels')).toEqual({ version: null, labels: shippedLabels })
    const labels = { ...shippedLabels, regulator: '应急管理局', unionDepartment: '权益部' }
    const set = (openid: string, input: object) => call<Kept>(openid, 'setLabels', input)
    expect(await set('wx-admin', { version: null, labels })).toEqual({ version: 0, labels })
    expect(await set('wx-admin', { version: null, labels })).toEqual({ version: 0, labels })
    const later = { ...labels, regulatorShort: '安监' }
    await expect(set('wx-admin2', { version: null, labels: later })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await set('wx-admin2', { version: 0, labels: later })).toEqual({ version: 1, labels: later })
    expect(await call<Kept>('wx-anybody', 'labels')).toEqual({ version: 1, labels: later })
    expect(await call<Editions>('wx-east1', 'labelEditions')).toMatchObject({
      mayChange: false,
      items: [
        { version: 1, by: '乙管理', changes: [{ key: 'regulatorShort', from: '应急', to: '安监' }] },
        { version: 0, by: '甲管理', changes: [{ key: 'regulator' }, { key: 'unionDepartment' }] },
      ],
    })
  })

  test('is changed at the root alone, and whole', async () => {
    await expect(call('wx-east1', 'setLabels', { version: 1, labels: shippedLabels })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(call('wx-worker', 'setLabels', { version: 1, labels: shippedLabels })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const wrong = { ...shippedLabels, safetyHotline: '打不通' }
    await expect(call('wx-admin', 'setLabels', { version: 1, labels: wrong })).rejects.toMatchObject({
      fields: { 'labels.safetyHotline': expect.stringContaining('数字') as string },
    })
    expect(Object.keys(labelNames).sort()).toEqual(Object.keys(shippedLabels).sort())
  })
})
