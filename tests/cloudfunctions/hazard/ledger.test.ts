import { HazardKind, HazardState } from 'types/hazard'
import type { HazardRow } from 'types/hazard-views'
import { startCloud, type Cloud } from '../../support/cloud'
import {
  hazardDocument,
  hazardEnv,
  hazardId,
  hazardManifest,
  nodeId,
  settle,
  toSeed,
  unders,
  world,
} from '../../support/factories/hazard'
import { seedFile } from '../../support/seed-file'

type Page = { counts: Record<string, number>; items: HazardRow[]; more: boolean }

const states = HazardState.options
const kinds = HazardKind.options
const words = ['配电箱门敞开，电线外皮破损', '疏散通道堆放杂物', '脚手架缺少安全网', '液氨阀门未挂警示牌']
const all = Array.from({ length: 300 }, (_, index) => {
  const state = states[index % 6]!
  return hazardDocument({
    ...{ id: hazardId(`l${index}`), number: index + 1, state, kind: kinds[index % 7]!, words: words[index % 4]! },
    ...{ overdue: state === 'assigned' && index % 4 === 0, under: index % 3 === 0 ? unders.west : unders.east },
    // Many share one instant: only the id tells their order.
    createdAt: new Date(Date.UTC(2026, 4, 1 + Math.floor(index / 40))),
    dueAt: new Date(Date.UTC(2026, 5, 1 + (index % 17))),
  })
})

let cloud: Cloud
beforeAll(async () => {
  const lines = [...world, ...all.map((d) => ({ c: 'hazards', d }))]
  cloud = await startCloud({ manifest: hazardManifest(), seed: seedFile(toSeed(lines)), env: hazardEnv })
  await cloud.clock({ now: '2026-05-20T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const ledger = (input: object, openid = 'city-officer') => cloud.call<Page>('hazard', 'ledger', input, openid)
const walk = async (input: object, openid?: string) => {
  const rows: HazardRow[] = []
  for (let page = 1; ; page++) {
    const { items, more } = await ledger({ ...input, page, size: 20 }, openid)
    rows.push(...items)
    if (!more) return rows
  }
}
const newestFirst = (docs: typeof all) =>
  [...docs]
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a._id < b._id ? 1 : -1))
    .map(({ _id }) => _id)
const east = (doc: (typeof all)[number]) => doc.under.includes(nodeId('east'))

describe('filters and pages', () => {
  test('all pages together are every hazard once, newest first', async () => {
    expect((await walk({})).map(({ id }) => id)).toEqual(newestFirst(all))
    expect((await walk({}, 'east-officer')).map(({ id }) => id)).toEqual(newestFirst(all.filter(east)))
  })

  test('each filter and each pair of filters shows exactly what it says', async () => {
    for (const state of [undefined, ...states])
      for (const kind of [undefined, 'electric', 'height'] as const)
        for (const overdue of [undefined, true]) {
          const wanted = all.filter(
            (doc) => (!state || doc.state === state) && (!kind || doc.kind === kind) && (!overdue || doc.overdue),
          )
          const rows = await walk({ state, kind, overdue })
          expect([state, kind, overdue, rows.map(({ id }) => id)]).toEqual([state, kind, overdue, newestFirst(wanted)])
        }
  })

  test('how a hazard is filed narrows alone and beside a state or an enterprise', async () => {
    const filed = (doc: (typeof all)[number]) => doc.record === 'danger' && doc.source === 'worker'
    for (const input of [{ record: 'danger' }, { source: 'worker' }, { record: 'danger', source: 'worker' }] as const) {
      expect((await walk(input)).map(({ id }) => id)).toEqual(newestFirst(all.filter(filed)))
      const fixing = await walk({ ...input, state: 'fixing', enterpriseId: all[0]!.enterprise!.id }, 'east-officer')
      const wanted = all.filter((doc) => filed(doc) && doc.state === 'fixing' && east(doc))
      expect(fixing.map(({ id }) => id)).toEqual(newestFirst(wanted))
    }
    expect(await walk({ record: 'health' })).toEqual([])
  })

  test('a page read twice is the same page, and shares no row with the one before', async () => {
    const first = await ledger({ page: 1 })
    const second = await ledger({ page: 2 })
    expect(first.items.map(({ id }) => id).filter((id) => second.items.some((row) => row.id === id))).toEqual([])
    expect(await ledger({ page: 2 })).toEqual(second)
  })

  test('every filter is served by a declared index and reads a page, not a collection', async () => {
    await cloud.resetMetrics()
    for (const input of [
      {},
      { state: 'assigned' },
      { kind: 'fire' },
      { overdue: true },
      { state: 'closed', kind: 'fire' },
    ])
      await ledger({ ...input, page: 2 })
    const { queries } = await cloud.metrics()
    const found = queries.filter(({ collection }) => collection === 'hazards')
    expect(found.length).toBeGreaterThan(0)
    for (const query of found) {
      expect(query.index).toBe('shelves_urgent_createdAt')
      expect(query.examined / query.count).toBeLessThanOrEqual(21)
    }
    await cloud.resetMetrics()
    await ledger({ words: '配电箱' })
    await cloud.call('hazard', 'mine', {}, 'worker-wang')
    await cloud.call('hazard', 'fixList', {}, 'zeneng-fixer')
    const indexes = (await cloud.metrics()).queries.filter(({ collection }) => collection === 'hazards')
    expect(indexes.map(({ index }) => index).sort()).toEqual([
      'fixingFor_rank_dueAt',
      'followers_createdAt',
      'terms_urgent_createdAt',
    ])
  })
})

describe('by deadline', () => {
  const fixed = all.filter(({ state }) => state === 'assigned' || state === 'fixing')

  test('what is being fixed comes with the earliest deadline first, under any filter, and nothing else comes', async () => {
    const rows = await walk({ order: 'due' })
    expect(rows.map(({ id }) => id).sort()).toEqual(fixed.map(({ _id }) => _id).sort())
    const dues = rows.map(({ dueAt }) => dueAt ?? '')
    expect(dues).toEqual([...dues].sort())
    const late = await walk({ order: 'due', overdue: true }, 'east-officer')
    expect(late.map(({ id }) => id).sort()).toEqual(
      fixed
        .filter((doc) => doc.overdue && east(doc))
        .map(({ _id }) => _id)
        .sort(),
    )
  })

  test('a page of it reads a page', async () => {
    await cloud.resetMetrics()
    await ledger({ order: 'due' })
    const [query] = (await cloud.metrics()).queries.filter(({ collection }) => collection === 'hazards')
    expect([query?.index, query?.examined]).toEqual(['shelves_dueAt', 21])
  })
})

describe('search', () => {
  test('by words, by place, by enterprise, within filters and the own subtree', async () => {
    const found = await walk({ words: '电线 破损', state: 'assigned' }, 'east-officer')
    const wanted = all.filter((doc) => east(doc) && doc.state === 'assigned' && doc.words.includes('电线'))
    expect(found.map(({ id }) => id)).toEqual(newestFirst(wanted))
    expect(await walk({ words: '泽能机械' })).toHaveLength(300)
    expect(await walk({ words: '没有的东西' })).toEqual([])
    expect(await walk({ words: '！！' })).toEqual([])
  })

  test('by serial number and by receipt code, however typed', async () => {
    const doc = all[7]!
    expect(doc.state).toBe('accepted')
    for (const typed of [doc.serial!, doc.serial!.slice(3), doc.code, doc.code.toLowerCase(), ` ${doc.code} `])
      expect((await ledger({ words: typed })).items.map(({ id }) => id)).toEqual([doc._id])
  })
})

describe('counts', () => {
  test('they come from counters, follow every move and stand beside any filter', async () => {
    const form = { place: '门口', words: '通道堵塞', kind: 'fire', photos: [], identity: 'named' }
    await cloud.call('hazard', 'report', { _id: hazardId('new'), ...form }, 'worker-wang')
    await settle(cloud)
    expect((await ledger({})).counts).toEqual({
      toAccept: 1,
      toAssign: 0,
      planning: 0,
      fixing: 0,
      overdue: 0,
      toClose: 0,
      closed: 0,
      reopened: 0,
      listed: 0,
    })
    await cloud.call('hazard', 'accept', { id: hazardId('new'), version: 0, grade: 'general' }, 'city-officer')
    await settle(cloud)
    const { counts } = await ledger({ state: 'closed', words: '没有的东西' })
    expect(counts).toMatchObject({ toAccept: 0, toAssign: 1 })
    expect((await ledger({}, 'east-officer')).counts.toAccept).toBe(0)
  })

  test('a ledger page costs an officer three trips from his own seat, and the look at the tree', async () => {
    await cloud.resetMetrics()
    for (const page of [1, 5, 15]) await ledger({ page })
    const { functions } = await cloud.metrics()
    expect(functions.find(({ name }) => name === 'hazard')!.actions.ledger!.trips.max).toBe(4)
  })
})

test('a row carries no more than a row', async () => {
  const { items } = await ledger({ size: 1, state: 'closed' })
  expect(Object.keys(items[0]!).sort()).toEqual(
    [
      'id',
      'code',
      'serial',
      'state',
      'kind',
      'grade',
      'words',
      'place',
      'unit',
      'cover',
      'reportedAt',
      'dueAt',
      'overdue',
      'version',
      ...['danger', 'joins', 'listed', 'record', 'level', 'source'],
    ].sort(),
  )
})

test.each([
  [{ page: 0 }],
  [{ page: 501 }],
  [{ size: 51 }],
  [{ state: 'gone' }],
  [{ words: '长'.repeat(41) }],
  [{ nodeId: 'short' }],
  [{ unknown: 1 }],
  [{ page: Number.NaN }],
])('broken input is refused: %j', async (input) => {
  await expect(ledger(input)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
