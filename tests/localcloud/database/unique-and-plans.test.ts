import type { IndexDeclaration } from '../../../localcloud/database/collection-declaration'
import { dataOf, failureOf, openSdkHarness, statsOf, totalOf, type SdkHarness } from './sdk-harness'

const index = (name: string, keys: [string, 1 | -1][], unique = false): IndexDeclaration => ({
  name,
  keys: keys.map(([field, order]) => ({ field, order })),
  unique,
})

describe('unique indexes', () => {
  let harness: SdkHarness
  beforeEach(async () => {
    const declared = [index('code', [['code', 1]], true), index('pair', [['a', 1], ['b', -1]], true)] // prettier-ignore
    harness = await openSdkHarness([
      { name: 'c', indexes: declared.slice(0, 1) },
      { name: 'p', indexes: declared.slice(1) },
    ])
  })
  afterEach(() => harness.close())
  const add = async (name: string, data: object) => harness.db.collection(name).add({ data })

  test('a missing field counts as null, so two collide', async () => {
    await add('c', { x: 1 })
    expect((await failureOf(add('c', { x: 2 }))).errMsg).toMatch(/E11000.*dup key: \{ : null \}/)
    expect((await failureOf(add('c', { code: null }))).errMsg).toMatch(/E11000/)
    await add('c', { code: 1 })
  })
  test('values of different types do not collide', async () => {
    for (const code of [1, '1', true, new Date(1), [2], { a: 1 }]) await add('c', { code })
    expect(await totalOf(harness.db.collection('c').count())).toBe(6)
  })
  test('a list collides by element, with others and not with itself', async () => {
    await add('c', { code: [1, 1, 2] })
    expect((await failureOf(add('c', { code: 2 }))).errMsg).toMatch(/E11000/)
    expect((await failureOf(add('c', { code: [3, 1] }))).errMsg).toMatch(/E11000/)
    await add('c', { code: 3 })
  })
  test('a compound index collides on the whole key', async () => {
    await add('p', { a: 1, b: 1 })
    await add('p', { a: 1, b: 2 })
    await add('p', { a: 1 })
    expect((await failureOf(add('p', { a: 1, b: 2 }))).errMsg).toMatch(/index: pair dup key: \{ : 1, : 2 \}/)
    expect((await failureOf(add('p', { a: 1, b: null }))).errMsg).toMatch(/E11000/)
  })
  test('a key that is given up is free', async () => {
    const c = harness.db.collection('c')
    await add('c', { _id: 'x', code: 1 })
    await c.doc('x').update({ data: { code: 2 } })
    await add('c', { _id: 'y', code: 1 })
    await c.doc('y').remove()
    await add('c', { _id: 'z', code: 1 })
  })
  test('an update of several that collides changes none', async () => {
    const c = harness.db.collection('c')
    for (const code of [1, 2, 3]) await add('c', { code, n: 0 })
    expect((await failureOf(c.where({ n: 0 }).update({ data: { code: 9, n: 1 } }))).errMsg).toMatch(/E11000/)
    expect(await totalOf(c.where({ n: 0 }).count())).toBe(3)
    expect(await totalOf(c.where({ code: 2 }).count())).toBe(1)
  })
  test('insert races: one of many with one key is in', async () => {
    const tries = Array.from({ length: 20 }, (_, i) => add('c', { _id: `r${i}`, code: 'same' }))
    const done = await Promise.allSettled(tries)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await totalOf(harness.db.collection('c').where({ code: 'same' }).count())).toBe(1)
  })
})

describe('plans and metrics', () => {
  let harness: SdkHarness
  const COUNT = 3000
  beforeAll(async () => {
    harness = await openSdkHarness([
      {
        name: 'h',
        indexes: [
          index('under_state_due', [['under', 1], ['state', 1], ['dueAt', -1]]),
          index('under_due', [['under', 1], ['dueAt', -1]]),
          index('terms', [['terms', 1]]),
          index('path', [['path', 1], ['n', 1]]),
          index('code', [['code', 1]], true),
        ],
      },
    ]) // prettier-ignore
    const doc = (i: number) => ({
      _id: `h${String(i).padStart(5, '0')}`,
      under: ['root', `d${i % 3}`, `e${i % 30}`],
      state: ['new', 'open', 'done'][(i * 7) % 3],
      dueAt: { $date: new Date(1e12 + ((i * 7919) % COUNT) * 1000).toISOString() },
      terms: [`t${i % 50}`, `u${i % 70}`],
      path: `r/${String(i % 40).padStart(3, '0')}/${i}`,
      code: i,
      n: i % 100,
    })
    harness.database.importLines(Array.from({ length: COUNT }, (_, i) => JSON.stringify({ c: 'h', d: doc(i) })))
  })
  afterAll(() => harness.close())
  beforeEach(() => harness.database.resetMetrics())

  const h = () => harness.db.collection('h')
  type Query = ReturnType<typeof h>
  type Row = [
    title: string,
    query: (h: Query, _: SdkHarness['db']['command']) => unknown,
    shape: string,
    index: string | null,
    examined: number,
    returned: number,
  ]

  const rows: Row[] = [
    ['a point read', (q) => q.doc('h00007').get(), 'find _id=', '_id_', 1, 1],
    ['a list element and the next key', (q) => q.where({ under: 'd1' }).orderBy('dueAt', 'desc').limit(20).get(), 'find under= sort dueAt:-1', 'under_due', 20, 20],
    ['… page 40', (q) => q.where({ under: 'd1' }).orderBy('dueAt', 'desc').skip(780).limit(20).get(), 'find under= sort dueAt:-1', 'under_due', 20, 20],
    ['… the other way', (q) => q.where({ under: 'd1' }).orderBy('dueAt', 'asc').limit(20).get(), 'find under= sort dueAt:1', 'under_due', 20, 20],
    ['… with a state', (q) => q.where({ under: 'root', state: 'open' }).orderBy('dueAt', 'desc').limit(20).get(), 'find state= under= sort dueAt:-1', 'under_state_due', 20, 20],
    ['… with several states', (q, _) => q.where({ under: 'root', state: _.in(['open', 'new']) }).orderBy('dueAt', 'desc').skip(40).limit(20).get(), 'find state$in under= sort dueAt:-1', 'under_state_due', 20, 20],
    ['… with a range of the sorted key', (q, _) => q.where({ under: 'root', dueAt: _.gt(new Date(1e12 + 1_000_000)) }).orderBy('dueAt', 'asc').limit(5).get(), 'find dueAt$gt under= sort dueAt:1', 'under_due', 5, 5],
    ['a range on text', (q, _) => q.where({ path: _.gte('r/007/').and(_.lt('r/0070')) }).limit(1000).get(), 'find $and(path$gte; path$lt)', 'path', 75, 75],
    ['a prefix', (q) => q.where({ path: /^r\/007\// }).limit(1000).get(), 'find path=', 'path', 75, 75],
    ['two elements of one list', (q, _) => q.where(_.and([{ terms: 't3' }, { terms: 'u3' }])).get(), 'find $and(terms=)', 'terms', 60, 9],
    ['or by index each', (q, _) => q.where(_.or([{ code: 5 }, { _id: 'h00009' }])).get(), 'find $or(code=; _id=)', 'code | _id_', 2, 2],
    ['in on a unique key', (q, _) => q.where({ code: _.in([1, 2, 3, -1]) }).get(), 'find code$in', 'code', 3, 3],
    ['counting by index reads nothing', (q) => q.where({ under: 'd1' }).count(), 'count under=', 'under_due', 0, 0],
    ['counting all reads nothing', (q) => q.count(), 'count', null, 0, 0],
    ['the order of _id', (q, _) => q.where({ _id: _.gt('h02000') }).orderBy('_id', 'asc').limit(10).get(), 'find _id$gt sort _id:1', '_id_', 10, 10],
    ['no index: the whole collection', (q) => q.where({ n: 5 }).limit(1000).get(), 'find n=', null, COUNT, 30],
    ['a conditional update by _id', (q) => q.where({ _id: 'h00001', n: 1, code: 1 }).update({ data: { seen: true } }), 'update _id= code= n=', '_id_', 1, 1],
    ['several ids before any other index', (q, _) => q.where({ _id: _.in(['h00001', 'h00002', 'h00004']), under: 'root', state: 'open' }).get(), 'find _id$in state= under=', '_id_', 3, 2],
    ['an aggregation by index', (q) => q.aggregate().match({ code: 5 } as never).project({ n: 1 } as never).end(), 'aggregate code= $project', 'code', 1, 1],
  ] // prettier-ignore
  test.each(rows)('%s', async (_title, query, shape, served, examined, returned) => {
    await query(h(), harness.db.command)
    const [metric, more] = harness.database.metrics()
    expect(metric).toEqual({ collection: 'h', shape, count: 1, index: served, examined, returned })
    expect(more).toBeUndefined()
  })
  test('one sum a shape', async () => {
    for (const code of [1, 2, 3]) await h().where({ code }).get()
    expect(harness.database.metrics()).toEqual([
      { collection: 'h', shape: 'find code=', count: 3, index: 'code', examined: 3, returned: 3 },
    ])
  })
  test('a page is the page of the whole list', async () => {
    const list = h().where({ under: 'd1' }).orderBy('dueAt', 'desc')
    const whole = (await dataOf(list.limit(1000).get())).map(({ _id }) => _id)
    const pages = [0, 20, 40, 980].map((skip) => dataOf(list.skip(skip).limit(20).get()))
    const ids = (await Promise.all(pages)).map((page) => page.map(({ _id }) => _id))
    expect(ids).toEqual([whole.slice(0, 20), whole.slice(20, 40), whole.slice(40, 60), whole.slice(980, 1000)])
  })
})

describe('conditional updates', () => {
  let harness: SdkHarness
  beforeAll(async () => {
    harness = await openSdkHarness([{ name: 'c', indexes: [] }])
  })
  afterAll(() => harness.close())

  test('of many at once exactly one moves the document', async () => {
    const { db } = harness
    await db.collection('c').add({ data: { _id: 'x', state: 'new', version: 1, events: [] } })
    const move = (i: number) =>
      statsOf(
        db
          .collection('c')
          .where({ _id: 'x', state: 'new', version: 1 })
          .update({
            data: { state: 'open', version: db.command.inc(1), events: db.command.push([{ by: i }]) },
          }),
      )
    const moved = await Promise.all(Array.from({ length: 30 }, (_, i) => move(i)))
    expect(moved.filter(({ updated }) => updated === 1)).toHaveLength(1)
    const [doc] = await dataOf(db.collection('c').get())
    expect(doc).toMatchObject({ state: 'open', version: 2, events: [{ by: expect.any(Number) as number }] })
  })
  test('counters take every increment', async () => {
    const { db } = harness
    await db.collection('c').add({ data: { _id: 'n', n: 0 } })
    const increment = async () =>
      db
        .collection('c')
        .doc('n')
        .update({ data: { n: db.command.inc(1) } })
    await Promise.all(Array.from({ length: 50 }, increment))
    expect(await dataOf(db.collection('c').where({ _id: 'n' }).get())).toEqual([{ _id: 'n', n: 50 }])
  })
  test('modifyAndReturnDoc answers the document as it has become', async () => {
    const text = { query: JSON.stringify({ _id: 'n', n: 50 }), data: JSON.stringify({ $inc: { n: 1 } }) }
    const request = { action: 'database.modifyAndReturnDoc', collectionName: 'c', queryType: 'WHERE', ...text }
    expect((await harness.send(request)).data).toEqual({ updated: 1, doc: '{"_id":"n","n":51}' })
    expect((await harness.send(request)).data).toEqual({ updated: 0, doc: null })
  })
})
