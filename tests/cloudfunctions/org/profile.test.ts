import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  boothDoc,
  city,
  cityLines,
  deliverTo,
  drained,
  orgEnv,
  readDocuments,
  seedLine,
} from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Me = {
  name: string | null
  phone: string | null
  unit: { id: string; verified: boolean } | null
  grants: unknown[]
}

const { east } = city.nodes
const { factory, paper } = city.enterprises
const booth = boothDoc(east)

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile([...cityLines(), seedLine('booths', booth)]) })
})
afterAll(fresh.close)

const call = <T = Me>(openid: string, action: string, input: unknown = {}) =>
  cloud.call<T>('org', action, input, openid)
const everything = async (collectionName: string) =>
  (await readDocuments(cloud, collectionName)).map((doc) => JSON.stringify(doc))
const docOf = async (openid: string) => (await readDocuments(cloud, 'people', { _id: openid }))[0]

describe('a person', () => {
  test('is nobody until he does something', async () => {
    expect(await call('wx-new', 'me')).toEqual({ name: null, phone: null, unit: null, grants: [] })
    expect(await docOf('wx-new')).toBeUndefined()
  })

  test('names himself and his unit, which is not verified by that', async () => {
    const me = await call('wx-new', 'setProfile', { name: '新工人', unitId: factory._id })
    expect(me).toEqual({
      name: '新工人',
      phone: null,
      unit: { id: factory._id, name: factory.name, verified: false },
      grants: [],
    })
    expect(await call('wx-new', 'setProfile', { name: '新工人', unitId: factory._id })).toEqual(me)
    expect(await docOf('wx-new')).toMatchObject({ under: factory.under, kinds: ['worker'] })
    const moved = await call('wx-new', 'setProfile', { unitId: paper._id })
    expect(moved).toMatchObject({ name: '新工人', unit: { id: paper._id } })
    expect(await docOf('wx-new')).toMatchObject({ under: paper.under })
    expect(await call('wx-new', 'setProfile', { unitId: null })).toMatchObject({ unit: null })
    expect(await docOf('wx-new')).toMatchObject({ under: [], kinds: [] })
    await expect(call('wx-new', 'setProfile', { unitId: deriveId('none') })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  })

  test('keeps both changes of two phones at once', async () => {
    await call('wx-new', 'setProfile', { name: '旧名' })
    await Promise.all([
      call('wx-new', 'setProfile', { name: '新名' }),
      call('wx-new', 'setProfile', { unitId: factory._id }),
      call('wx-new', 'scan', { _id: deriveId('s'), booth: booth._id }),
    ])
    expect(await call('wx-new', 'me')).toMatchObject({ name: '新名', unit: { id: factory._id } })
    expect(await docOf('wx-new')).toMatchObject({ booths: [booth._id] })
  })

  test('binds the number WeChat vouches for: sealed at rest, masked on screens, repeatable', async () => {
    const code = await cloud.phoneCode('wx-new', '13900001234')
    const me = await call('wx-new', 'bindPhone', { code })
    expect(me.phone).toBe('139****1234')
    expect(await call('wx-new', 'bindPhone', { code })).toEqual(me)
    expect((await everything('people')).join()).not.toContain('13900001234')
    await expect(call('wx-other', 'bindPhone', { code })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await cloud.fault({ target: 'openapi', name: 'phonenumber.getPhoneNumber', mode: 'refuse', errcode: -1 })
    await expect(call('wx-other', 'bindPhone', { code: 'x' })).rejects.toMatchObject({ code: 'SERVICE_BUSY' })
    expect(cloud.printed()).not.toContain('13900001234')
  })
})

describe('erasing oneself', () => {
  const erase = (openid: string) => call<{ erased: boolean }>(openid, 'eraseMe', { confirm: '注销' })

  test('removes the person, keeps the counts and may be repeated', async () => {
    await call('wx-new', 'setProfile', { name: '要走的人', unitId: factory._id })
    await call('wx-new', 'scan', { _id: deriveId('s'), booth: booth._id })
    await drained(cloud, 'org', ['people'])
    const personId = (await docOf('wx-new'))?.personId as string
    expect(await erase('wx-new')).toEqual({ erased: true })
    expect(await erase('wx-new')).toEqual({ erased: true })
    expect(await docOf('wx-new')).toBeUndefined()
    expect(await call('wx-new', 'me')).toMatchObject({ name: null, unit: null })
    const { items } = await call<{ items: { scans: number; people: number }[] }>('wx-east1', 'booths')
    expect(items[0]).toMatchObject({ scans: 1, people: 1 })
    await cloud.tick('org')
    const trail = (await everything('events')).join()
    expect(trail).not.toMatch(/wx-new|要走的人/)
    expect(trail).not.toContain(personId)
  })

  test('is handed to every function that holds something, and then forgets the openid itself', async () => {
    await call('wx-new', 'setProfile', { name: '要走的人' })
    await cloud.call(
      'notice',
      'consent',
      { _id: deriveId('c'), results: [{ template: 'activity', result: 'accept' }] },
      'wx-new',
    )
    expect((await everything('subscribers')).join()).toContain('wx-new')
    await erase('wx-new')
    await cloud.tick('org')
    await cloud.clock({ advanceMs: 61_000 })
    await cloud.tick('org')
    expect((await everything('subscribers')).join()).not.toContain('wx-new')
    expect((await everything('erasures')).join()).not.toContain('wx-new')
  })

  test('killed half-way it is finished by the timer', async () => {
    await call('wx-new', 'setProfile', { name: '要走的人' })
    await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips: 2 })
    await erase('wx-new').catch(() => undefined)
    await cloud.clearFaults()
    expect(await docOf('wx-new')).toBeDefined()
    await cloud.tick('org')
    expect(await docOf('wx-new')).toBeUndefined()
  })

  test('waits until a manager’s office is handed on, and then does not touch who came back', async () => {
    await expect(erase('wx-east1')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await call('wx-east1', 'me')).toMatchObject({ name: '东一' })
    await erase('wx-worker')
    await call('wx-worker', 'setProfile', { name: '又回来了' })
    await cloud.tick('org')
    expect(await call('wx-worker', 'me')).toMatchObject({ name: '又回来了' })
  })
})

describe('deliveries', () => {
  test('are for functions only; unknown kinds stay with their sender', async () => {
    const payload = { openid: 'wx-new', enrolled: true, under: east.under }
    const items = [{ id: 'x', kind: 'volunteer', payload }]
    await expect(call('wx-new', 'deliver', { from: 'volunteer', items })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const deliver = (kind: string, enrolled = true) =>
      deliverTo(cloud, 'org', [{ id: 'x', kind, payload: { ...payload, enrolled } }], 'volunteer')
    expect(await deliver('nonsense')).toEqual([])
    expect(await deliver('volunteer')).toEqual(['x'])
    expect(await deliver('volunteer')).toEqual(['x'])
    expect(await docOf('wx-new')).toMatchObject({ kinds: ['volunteer'], under: east.under })
    await deliver('volunteer', false)
    expect(await docOf('wx-new')).toMatchObject({ kinds: [], under: [] })
  })
})

test('a worker’s own calls take three trips at most', async () => {
  await cloud.resetMetrics()
  await call('wx-new', 'me')
  await call('wx-new', 'setProfile', { name: '新人', unitId: factory._id })
  await call('wx-new', 'bindPhone', { code: await cloud.phoneCode('wx-new', '13900001234') })
  await call('wx-new', 'eraseMe', { confirm: '注销' })
  const { actions } = (await cloud.metrics()).functions.find(({ name }) => name === 'org')!
  for (const action of ['me', 'setProfile', 'bindPhone', 'eraseMe'])
    expect({ action, ok: actions[action]!.trips.max <= 3 }).toEqual({ action, ok: true })
})
