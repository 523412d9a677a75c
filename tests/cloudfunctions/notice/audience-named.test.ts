import type { OutputOf } from 'types/contract'
import { deriveId } from 'types/ids'
import type { audienceEntries } from 'types/notice-audiences'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { goodData, settled } from '../../support/factories/notice'
import {
  city,
  cityLines,
  enterpriseDoc,
  orgEnv,
  personDoc,
  personIdOf,
  readDocuments,
  seedLine,
} from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Found = OutputOf<typeof audienceEntries.audiencePeople>

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const { east, west } = city.nodes
const plant = { ...enterpriseDoc('化工厂', east), industry: '化工' }
const idOf = (name: string) => personIdOf(`wx-${name}`)

const person = (openid: string, name: string | null, more: object = {}) =>
  personDoc({ openid: `wx-${openid}`, name, boothUnder: east.under, ...more })
/** Known to a union by nothing but their applications. */
const stranger = (openid: string, name: string | null) => personDoc({ openid: `wx-${openid}`, name })
const people = [
  person('one', '王建国', { unit: plant }),
  person('two', '王建国'),
  person('three', '王芳', { volunteerUnder: east.under }),
  person('four', '李强'),
  person('nameless', null),
  person('western', '王西', { boothUnder: west.under }),
  stranger('many-last', '末一位'),
  ...['waits', 'lacking', 'refused', 'long-ago', 'again', 'gone', 'removed', 'back', 'other'].map((name) =>
    stranger(name, `申${name}`),
  ),
]

const date = (at: string) => ({ $date: { $numberLong: String(Date.parse(at)) } })
const application = (name: string, state: string, more: { under?: string[]; at?: string; living?: boolean } = {}) => {
  const { under = east.under, at = '2026-05-01T00:00:00Z', living = false } = more
  const [_id, openid] = [deriveId('application', name, state), `wx-${name}`]
  const liveKey = living ? openid : `closed.${_id}`
  const facts = { _id, openid, liveKey, idMark: `mark.${_id}`, under, unionUnder: under, state, updatedAt: date(at) }
  return seedLine('applications', { ...facts, outbox: [], outboxAt: null, version: 1 })
}
const applications = [
  application('waits', 'submitted', { living: true }),
  application('lacking', 'returned', { living: true }),
  application('refused', 'rejected'),
  // The year before, in Shanghai.
  application('long-ago', 'rejected', { at: '2025-12-31T15:59:00Z' }),
  ...[application('again', 'rejected'), application('again', 'submitted', { living: true })],
  ...[application('gone', 'quit'), application('removed', 'removed', { at: '2024-03-01T00:00:00Z' })],
  ...[application('back', 'quit'), application('back', 'enrolled', { living: true })],
  application('other', 'submitted', { under: west.under, living: true }),
  // Came by a search and applied: there is no record of him.
  application('unknown', 'submitted', { living: true }),
  // A thousand of the west before her; of all of them she alone told her name.
  ...Array.from({ length: 1000 }, (_, index) =>
    application(`many-${String(index).padStart(4, '0')}`, 'returned', { under: west.under, living: true }),
  ),
  application('many-last', 'returned', { under: west.under, living: true }),
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloudAt({
    ...{ now, env: orgEnv },
    seed: seedFile([
      ...cityLines().filter((line) => !JSON.stringify(line).includes('"wx-worker"')),
      ...people.map((doc) => seedLine('people', doc)),
      seedLine('enterprises', plant),
      ...applications,
    ]),
  })
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: unknown, openid = 'wx-east1') => cloud.call<T>('notice', action, input, openid)
const words = { nodeId: east._id, template: 'activity', wording: goodData('activity') }
const workers = { nodeId: east._id, who: 'workers' }
let pushes = 0

type Result = {
  push: { id: string; total: number; leftOut: number | null; counts: Record<string, number>; audience: string }
}
const sent = async (audience: object) => {
  const _id = deriveId('push', 'named', String((pushes += 1)))
  await call('send', { _id, ...words, audience })
  await settled(cloud)
  const found = await readDocuments(cloud, 'messages', { pushId: _id })
  const openids = found.map(({ openid }) => String(openid).replace('wx-', '')).sort()
  return { openids, ...(await call<Result>('pushResult', { id: _id })).push }
}
const search = async (audience: object, name?: string, openid?: string) =>
  (await call<Found>('audiencePeople', { audience, ...(name && { name }) }, openid)).items
type Looked = { recipients: number; leftOut: number | null }
const looked = (audience: object, nodeId = east._id, openid = 'wx-east1') =>
  call<Looked>('preview', { ...words, nodeId, audience }, openid)

describe('persons left out by name', () => {
  test('get nothing and stand in the numbers as left out, as was said before', async () => {
    // One of the audience twice over, one who would not get it anyway, one nobody knows.
    const named = ['one', 'three', 'four', 'western', 'nobody'].map(idOf)
    const audience = { ...workers, also: [{ nodeId: east._id, who: 'everyone' }], without: named }
    expect(await call('preview', { ...words, audience: { ...workers, without: named } })).toMatchObject({
      ...{ recipients: 2, leftOut: 3 },
      words: '东河区总工会 · 参与过的职工；点名除去 5 人',
    })
    const result = await sent(audience)
    expect(result.openids).not.toContain('one')
    expect(result.openids).not.toContain('four')
    expect(result.openids).toEqual(expect.arrayContaining(['nameless', 'two']))
    expect([result.total, result.leftOut]).toEqual([result.openids.length, 3])
    expect(result.audience).toContain('点名除去 5 人')
  })

  test('are counted only where all else holds of them', async () => {
    const without = ['one', 'two', 'three'].map(idOf)
    expect(await looked({ ...workers, without })).toMatchObject({ leftOut: 3 })
    expect(await looked({ ...workers, industry: '化工', without })).toMatchObject({ recipients: 0, leftOut: null })
    const excepted = { ...workers, except: [{ nodeId: east._id, who: 'volunteers' }], without }
    expect(await looked(excepted)).toMatchObject({ leftOut: null })
  })

  test('are not counted where the number would say of one of them what he did', async () => {
    const reporting = { ...workers, reported: false, without: [idOf('one')] }
    expect(await looked(reporting)).toMatchObject({ leftOut: null })
    expect(await looked({ ...reporting, reported: true })).toMatchObject({ leftOut: null })
    expect(await looked({ ...workers, reported: false })).toMatchObject({ leftOut: 0 })
    const result = await sent(reporting)
    expect(result.leftOut).toBeNull()
    const events = await readDocuments(cloud, 'pushes', { _id: result.id })
    expect(JSON.stringify(events.map(({ events: told }) => told))).not.toMatch(/"leftOut":\d/)
  })

  test('are kept with an audience under a name', async () => {
    const audience = { ...workers, without: [idOf('one'), idOf('four')] }
    const _id = deriveId('audience', 'named')
    await call('saveAudience', { _id, nodeId: east._id, name: '不含两位', audience })
    const { items } = await call<{ items: { id: string; audience: { without: string[] } }[] }>('audiences', {})
    const kept = items.find(({ id }) => id === _id)?.audience
    expect(kept?.without).toEqual(audience.without)
    expect((await search(kept ?? {})).map(({ name }) => name)).toEqual(['李强', '王建国'])
  })

  test('are found by the beginning of their names, two of one name told apart', async () => {
    const found = await search(workers, '王')
    expect(found.map(({ id }) => id).sort()).toEqual(['one', 'two', 'three'].map(idOf).sort())
    const same = found.filter(({ name }) => name === '王建国')
    expect(same.map(({ unit }) => unit).sort()).toEqual([plant.name, null].sort())
    expect(new Set(same.map(({ mark }) => mark)).size).toBe(2)
    expect(await search({ ...workers, who: 'volunteers' }, '王')).toMatchObject([{ name: '王芳' }])
    expect(await search(workers, '建国')).toEqual([])
    expect(JSON.stringify(found)).not.toContain('wx-')
  })

  test('are found only where the officer may write to, whatever is asked of them', async () => {
    expect(await search(workers, '王西')).toEqual([])
    expect(await search({ ...workers, without: [idOf('western'), idOf('one')] })).toMatchObject([{ id: idOf('one') }])
    await expect(search({ ...workers, also: [{ nodeId: west._id, who: 'workers' }] }, '王')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    // That somebody did not do something is not to be learnt name by name.
    expect(await search({ ...workers, reported: true }, '李')).toMatchObject([{ name: '李强' }])
  })

  test('are a hundred at most', async () => {
    const without = Array.from({ length: 101 }, (_, index) => deriveId('many', String(index)))
    await expect(call('preview', { ...words, audience: { ...workers, without } })).rejects.toMatchObject({
      fields: { 'audience.without': '最多点名除去 100 人' },
    })
  })
})

describe('who applied as a volunteer and is on no roster', () => {
  test.each([
    ['applying', ['again', 'unknown', 'waits']],
    ['returned', ['lacking']],
    ['rejected', ['refused']],
    ['left', ['gone', 'removed']],
  ])('%s', async (who, expected) => {
    expect((await sent({ nodeId: east._id, who })).openids).toEqual(expected)
  })

  test('can be taken together, left out as a group and by name, and found by name', async () => {
    const of = (who: string) => ({ nodeId: east._id, who })
    const audience = { ...of('applying'), also: [of('left'), of('volunteers')], except: [of('left')] }
    const result = await sent({ ...audience, without: [idOf('again')] })
    expect([result.openids, result.leftOut]).toEqual([['three', 'unknown', 'waits'], null])
    expect((await search(of('applying'), '申')).map(({ id }) => id).sort()).toEqual(['again', 'waits'].map(idOf).sort())
  })
})

describe('applicants however many, known or not', () => {
  const lacking = { nodeId: west._id, who: 'returned' }

  test('without a record of themselves are counted and written to, within the sender’s own union', async () => {
    expect(await looked({ nodeId: east._id, who: 'applying' })).toMatchObject({ recipients: 3 })
    const audience = { nodeId: east._id, who: 'applying', also: [{ nodeId: east._id, who: 'volunteers' }] }
    const { id } = await sent({ ...audience, except: [{ nodeId: east._id, who: 'volunteers' }] })
    const [message] = await readDocuments(cloud, 'messages', { pushId: id, openid: 'wx-unknown' })
    expect(message).toMatchObject({ name: null, state: 'no-credit' })
    const all = { ...lacking, nodeId: city.nodes.root._id }
    expect((await looked(all, all.nodeId, 'wx-admin')).recipients).toBe(1002)
    await expect(looked(lacking)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('are found by name behind the first thousand', async () => {
    const found = await call<Found>('audiencePeople', { audience: lacking, name: '末' }, 'wx-admin')
    expect([found.items.map(({ name }) => name), found.more]).toEqual([['末一位'], false])
  })
})

test('every reading is served by an index', async () => {
  const { queries } = await cloud.metrics()
  const unserved = queries.filter(
    ({ index, collection }) => index === null && /^(people|applications)$/.test(collection),
  )
  expect(unserved.map(({ collection, shape }) => `${collection} ${shape}`)).toEqual([])
})
