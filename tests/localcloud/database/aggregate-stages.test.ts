import type { CollectionDeclaration } from '../../../localcloud/database/collection-declaration'
import { failureOf, listOf, openSdkHarness, type SdkDatabase, type SdkHarness } from './sdk-harness'

type Doc = Record<string, unknown>
type Aggregate = ReturnType<ReturnType<SdkDatabase['collection']>['aggregate']>
type Command = SdkDatabase['command']
/** The SDK's declarations know fewer stages than the SDK. */
type Pipe = Record<string, (value?: unknown) => Pipe> & { end(): Promise<unknown>; done(): unknown }
type Row = [
  title: string,
  build: (pipe: Pipe, _: Command, $: Command['aggregate'], db: SdkDatabase) => Pipe,
  list: Doc[],
]

const orders = [
  { _id: 1, shop: 'a', price: 10, items: ['x', 'y'], buyer: 'u1', at: new Date('2024-01-31T16:30:00Z') },
  { _id: 2, shop: 'a', price: 30, items: ['x'], buyer: 'u2', at: new Date('2024-02-01T00:00:00Z') },
  { _id: 3, shop: 'b', price: 20, items: [], buyer: 'u1', at: new Date('2024-02-15T00:00:00Z') },
  { _id: 4, shop: 'b', price: 50, buyer: 'u9', at: new Date('2024-03-01T00:00:00Z') },
]
const buyers = [
  { _id: 'u1', name: '甲', boss: 'u2', age: 30 },
  { _id: 'u2', name: '乙', boss: 'u3', age: 40 },
  { _id: 'u3', name: '丙', age: 50 },
]
const ids = (...list: unknown[]): Doc[] => list.map((_id) => ({ _id }))
const only = (pipe: Pipe): Pipe => pipe.project?.({ _id: 1 }) ?? pipe

const rows: Row[] = [
  ['match', (p, _) => only(p.match!({ price: _.gt(10).and(_.lt(50)) })), ids(2, 3)],
  ['match after another stage', (p, _) => only(p.addFields!({ twice: { $multiply: ['$price', 2] } }).match!({ twice: _.gte(60) })), ids(2, 4)],
  ['two matches', (p) => only(p.match!({ shop: 'a' }).match!({ price: 30 })), ids(2)],
  ['match with expr', (p, _, $) => only(p.match!((_ as unknown as { expr(v: unknown): object }).expr($.gt(['$price', 25])))), ids(2, 4)],
  ['sort', (p) => only(p.sort!({ price: -1 })), ids(4, 2, 3, 1)],
  ['sort by two keys', (p) => only(p.sort!({ shop: -1, price: 1 })), ids(3, 4, 1, 2)],
  ['skip and limit', (p) => only(p.sort!({ _id: 1 }).skip!(1).limit!(2)), ids(2, 3)],
  ['limit, then skip', (p) => only(p.sort!({ _id: 1 }).limit!(3).skip!(1)), ids(2, 3)],
  ['limit, then match', (p) => only(p.sort!({ _id: 1 }).limit!(2).match!({ price: 30 })), ids(2)],
  ['count', (p) => p.match!({ shop: 'a' }).count!('n'), [{ n: 2 }]],
  ['count of nothing', (p) => p.match!({ shop: 'z' }).count!('n'), []],
  ['project in', (p) => p.match!({ _id: 1 }).project!({ price: 1 }), [{ _id: 1, price: 10 }]],
  ['project without _id', (p) => p.match!({ _id: 1 }).project!({ _id: 0, price: 1 }), [{ price: 10 }]],
  ['project out', (p) => p.match!({ _id: 3 }).project!({ price: 0, at: 0, items: false }), [{ _id: 3, shop: 'b', buyer: 'u1' }]],
  ['project with an expression', (p, _, $) => p.match!({ _id: 2 }).project!({ _id: 0, half: $.divide(['$price', 2]), 'o.k': '$shop' }), [{ half: 15, o: { k: 'a' } }]],
  ['addFields', (p, _, $) => p.match!({ _id: 1 }).addFields!({ n: $.size('$items'), 'o.p': '$price' }).project!({ n: 1, o: 1 }), [{ _id: 1, n: 2, o: { p: 10 } }]],
  ['group with accumulators', (p, _, $) => p.group!({ _id: '$shop', n: $.sum(1), sum: $.sum('$price'), avg: $.avg('$price'), max: $.max('$price'), min: $.min('$price'), first: $.first('$_id'), last: $.last('$_id') }).sort!({ _id: 1 }), [
    { _id: 'a', n: 2, sum: 40, avg: 20, max: 30, min: 10, first: 1, last: 2 },
    { _id: 'b', n: 2, sum: 70, avg: 35, max: 50, min: 20, first: 3, last: 4 },
  ]],
  ['group with lists', (p, _, $) => p.group!({ _id: null, shops: $.addToSet('$shop'), items: $.push('$items') }), [{ _id: null, shops: ['a', 'b'], items: [['x', 'y'], ['x'], []] }]],
  ['group with deviations and merged objects', (p, _, $) => p.match!({ shop: 'a' }).group!({ _id: 1, pop: $.stdDevPop('$price'), samp: $.stdDevSamp('$price'), o: $.mergeObjects({ p: '$price' }) }), [{ _id: 1, pop: 10, samp: Math.sqrt(200), o: { p: 30 } }]],
  ['group by several fields', (p, _, $) => p.group!({ _id: { s: '$shop', b: '$buyer' }, n: $.sum(1) }).sort!({ '_id.s': 1, '_id.b': 1 }).project!({ n: 1 }), [{ _id: { s: 'a', b: 'u1' }, n: 1 }, { _id: { s: 'a', b: 'u2' }, n: 1 }, { _id: { s: 'b', b: 'u1' }, n: 1 }, { _id: { s: 'b', b: 'u9' }, n: 1 }]],
  ['group by a missing field', (p, _, $) => p.group!({ _id: '$nothing', n: $.sum(1) }), [{ _id: null, n: 4 }]],
  ['group by local month', (p, _, $) => p.group!({ _id: $.dateToString({ date: '$at', format: '%Y-%m', timezone: 'Asia/Shanghai' }), n: $.sum(1) }).sort!({ _id: 1 }), [{ _id: '2024-02', n: 3 }, { _id: '2024-03', n: 1 }]],
  ['unwind', (p) => p.unwind!('$items').project!({ items: 1 }), [{ _id: 1, items: 'x' }, { _id: 1, items: 'y' }, { _id: 2, items: 'x' }]],
  ['unwind with options', (p, _) => p.match!({ _id: _.in([1, 3, 4]) }).unwind!({ path: '$items', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true }).project!({ i: 1 }), [{ _id: 1, i: 0 }, { _id: 1, i: 1 }, { _id: 3, i: null }, { _id: 4, i: null }]],
  ['sortByCount', (p) => p.unwind!('$items').sortByCount!('$items'), [{ _id: 'x', count: 2 }, { _id: 'y', count: 1 }]],
  ['replaceRoot', (p) => p.match!({ _id: 1 }).replaceRoot!({ newRoot: { p: '$price' } }), [{ p: 10 }]],
  ['bucket', (p) => p.bucket!({ groupBy: '$price', boundaries: [0, 20, 40], default: 'more' }), [{ _id: 0, count: 1 }, { _id: 20, count: 2 }, { _id: 'more', count: 1 }]],
  ['bucket with output', (p, _, $) => p.bucket!({ groupBy: '$price', boundaries: [0, 20, 60], output: { sum: $.sum('$price') } }), [{ _id: 0, sum: 10 }, { _id: 20, sum: 100 }]],
  ['bucketAuto', (p) => p.bucketAuto!({ groupBy: '$price', buckets: 2 }), [{ _id: { min: 10, max: 30 }, count: 2 }, { _id: { min: 30, max: 50 }, count: 2 }]],
  ['lookup by fields', (p) => p.match!({ _id: 1 }).lookup!({ from: 'buyers', localField: 'buyer', foreignField: '_id', as: 'who' }).project!({ 'who.name': 1 }), [{ _id: 1, who: [{ name: '甲' }] }]],
  ['lookup that finds nothing', (p) => p.match!({ _id: 4 }).lookup!({ from: 'buyers', localField: 'buyer', foreignField: '_id', as: 'who' }).project!({ who: 1 }), [{ _id: 4, who: [] }]],
  ['lookup in a collection that is missing', (p) => p.match!({ _id: 1 }).lookup!({ from: 'nowhere', localField: 'buyer', foreignField: '_id', as: 'who' }).project!({ who: 1 }), [{ _id: 1, who: [] }]],
  ['lookup of an array field without index', (p) => p.match!({ _id: 1 }).lookup!({ from: 'stock', localField: 'items', foreignField: 'code', as: 's' }).project!({ 's._id': 1 }), [{ _id: 1, s: [{ _id: 's1' }, { _id: 's2' }] }]],
  ['lookup with a pipeline', (p, _, $) => p.match!({ _id: 2 }).lookup!({ from: 'buyers', let: { b: '$buyer', p: '$price' }, pipeline: [{ $match: { $expr: { $and: [{ $eq: ['$_id', '$$b'] }, { $gt: ['$age', '$$p'] }] } } }, { $project: { _id: 0, name: 1 } }], as: 'who' }).project!({ who: 1, x: $.literal('$x') }), [{ _id: 2, who: [{ name: '乙' }], x: '$x' }]],
  ['lookup with a pipeline of the SDK', (p, _, $, db) => {
    const inner = (($ as unknown as { pipeline(): Pipe }).pipeline()).match!({ age: _.gte(40) }).sort!({ age: -1 }).limit!(1).project!({ age: 1 })
    return db ? p.match!({ _id: 1 }).lookup!({ from: 'buyers', pipeline: inner.done(), as: 'old' }).project!({ old: 1 }) : p
  }, [{ _id: 1, old: [{ _id: 'u3', age: 50 }] }]],
  ['sample', (p) => p.sample!({ size: 10 }).count!('n'), [{ n: 4 }]],
] // prettier-ignore

describe('aggregation stages', () => {
  let harness: SdkHarness
  beforeAll(async () => {
    const collections: CollectionDeclaration[] = [
      { name: 'orders', indexes: [{ name: 'shop', keys: [{ field: 'shop', order: 1 }] }] },
      { name: 'buyers', indexes: [] },
      { name: 'stock', indexes: [] },
      { name: 'places', indexes: [{ name: 'at', keys: [{ field: 'at', order: '2dsphere' }] }] },
    ]
    harness = await openSdkHarness(collections, { now: () => Date.UTC(2031, 0, 1) })
    const { db } = harness
    for (const data of orders) await db.collection('orders').add({ data })
    for (const data of buyers) await db.collection('buyers').add({ data })
    for (const data of [
      { _id: 's1', code: 'x' },
      { _id: 's2', code: ['y', 'x'] },
      { _id: 's3', code: 'z' },
    ]) {
      await db.collection('stock').add({ data })
    }
    for (const [_id, lng] of [
      ['near', 113],
      ['mid', 113.01],
      ['far', 120],
    ] as const) {
      await db.collection('places').add({ data: { _id, open: _id !== 'mid', at: db.Geo.Point(lng, 23) } })
    }
  })
  afterAll(() => harness.close())

  const pipe = (name: string): Pipe => harness.db.collection(name).aggregate() as Aggregate as unknown as Pipe

  test.each(rows)('%s', async (_title, build, list) => {
    const { db } = harness
    expect(await listOf(build(pipe('orders'), db.command, db.command.aggregate, db).end())).toEqual(list)
  })

  test('geoNear gives the distance, nearest first', async () => {
    const near = harness.db.Geo.Point(113, 23)
    const found = await listOf(pipe('places').geoNear!({ near, distanceField: 'metres', spherical: true, query: { open: true }, maxDistance: 1e6 }).end()) // prettier-ignore
    expect(found.map(({ _id, metres }) => [_id, Math.round(Number(metres))])).toEqual([
      ['near', 0],
      ['far', 717219],
    ])
  })
  test('geoNear with a multiplier, a key and the place', async () => {
    const near = harness.db.Geo.Point(113, 23)
    const [, second] = await listOf(pipe('places').geoNear!({ near, key: 'at', distanceField: 'd.km', distanceMultiplier: 0.001, includeLocs: 'd.at' }).end()) // prettier-ignore
    // One hundredth of a degree of longitude at latitude 23 on a sphere of 6378.1 km.
    const km = ((2 * Math.PI * 6378.1) / 36_000) * Math.cos((23 * Math.PI) / 180)
    expect(second).toMatchObject({ _id: 'mid', d: { at: { type: 'Point', coordinates: [113.01, 23] } } })
    expect((second?.d as Doc).km).toBeCloseTo(km, 4)
  })

  /** Stages the SDK's builder has no method for are sent as it sends the others. */
  const raw = async (collectionName: string, stages: [string, unknown][]) => {
    const encoded = stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) }))
    const reply = await harness.send({ action: 'database.aggregateDocuments', collectionName, stages: encoded })
    if (reply.code) return reply
    return (reply.data as { list: string[] }).list.map((text) => JSON.parse(text) as Doc)
  }
  test('facet', async () => {
    const facets = {
      dear: [{ $match: { price: { $gt: 25 } } }, { $count: 'n' }],
      shops: [{ $group: { _id: '$shop' } }],
    }
    expect(await raw('orders', [['$facet', facets]])).toEqual([
      { dear: [{ n: 2 }], shops: [{ _id: 'a' }, { _id: 'b' }] },
    ])
  })
  test('graphLookup', async () => {
    const graph = { from: 'buyers', startWith: '$boss', connectFromField: 'boss', connectToField: '_id', as: 'chain', depthField: 'up' } // prettier-ignore
    const found = await raw('buyers', [['$match', { _id: 'u1' }], ['$graphLookup', graph], ['$project', { 'chain._id': 1, 'chain.up': 1 }]]) // prettier-ignore
    expect(found).toEqual([
      {
        _id: 'u1',
        chain: [
          { _id: 'u2', up: 0 },
          { _id: 'u3', up: 1 },
        ],
      },
    ])
  })
  test('redact, set, unset, replaceWith', async () => {
    const cond = { $cond: [{ $eq: ['$shop', 'a'] }, '$$KEEP', '$$PRUNE'] }
    const found = await raw('orders', [['$redact', cond], ['$set', { m: 1 }], ['$unset', ['items', 'at', 'buyer']], ['$replaceWith', { p: '$price', m: '$m', i: '$items' }]]) // prettier-ignore
    expect(found).toEqual([
      { p: 10, m: 1 },
      { p: 30, m: 1 },
    ])
  })
  test('$$NOW is the platform clock', async () => {
    const [found] = (await raw('orders', [
      ['$limit', 1],
      ['$project', { now: '$$NOW' }],
    ])) as Doc[]
    expect(found?.now).toEqual({ $date: '2031-01-01T00:00:00.000Z' })
  })

  const refused: [string, string, [string, unknown][], RegExp][] = [
    ['an unknown stage', 'orders', [['$frobnicate', {}]], /Unrecognized pipeline stage name: '\$frobnicate'/],
    ['$out', 'orders', [['$out', 'x']], /Unrecognized pipeline stage name/],
    ['geoNear without an index', 'orders', [['$geoNear', { near: [1, 1], distanceField: 'd' }]], /requires a 2d or 2dsphere index/],
    ['geoNear that is not first', 'places', [['$match', {}], ['$geoNear', {}]], /only valid as the first stage/],
    ['bucket without default', 'orders', [['$bucket', { groupBy: '$price', boundaries: [0, 20] }]], /no default was specified/],
    ['bucket with wrong boundaries', 'orders', [['$bucket', { groupBy: '$price', boundaries: [20, 0] }]], /must be sorted/],
    ['limit 0', 'orders', [['$limit', 0]], /limit must be positive/],
    ['a negative skip', 'orders', [['$skip', -1]], /cannot be negative/],
    ['group without _id', 'orders', [['$group', { n: { $sum: 1 } }]], /must include an _id/],
    ['an unknown accumulator', 'orders', [['$group', { _id: 1, n: { $frob: 1 } }]], /unknown group operator '\$frob'/],
    ['an unknown expression', 'orders', [['$project', { n: { $frob: 1 } }]], /\$frob/],
    ['division by zero', 'orders', [['$project', { n: { $divide: ['$price', 0] } }]], /divide/],
    ['count without a name', 'orders', [['$count', '']], /non-empty string/],
    ['a nested facet', 'orders', [['$facet', { a: [{ $facet: {} }] }]], /not allowed to be used within a \$facet/],
  ] // prettier-ignore
  test.each(refused)('refused: %s', async (_title, name, stages, error) => {
    expect(await raw(name, stages)).toMatchObject({ message: expect.stringMatching(error) as string })
  })
  test('the SDK hands an error of a stage on', async () => {
    const failure = await failureOf(pipe('orders').limit!(-1).end())
    expect(failure).toMatchObject({ message: expect.stringContaining('limit must be positive') as string })
  })
})
