import { dataOf, docOf, failureOf, openSdkHarness, totalOf, type SdkHarness } from './sdk-harness'

type Call = (harness: SdkHarness) => unknown
type Row = [title: string, call: Call, errCode: number, text: RegExp]

const c = ({ db }: SdkHarness) => db.collection('c')
const missing = ({ db }: SdkHarness) => db.collection('nowhere')
const NOT_EXIST = /database collection not exists\. \[ResourceNotFound\] Db or Table not exist: nowhere/

/** What goes wrong and what the SDK's caller then sees. */
const rows: Row[] = [
  ['get in a missing collection', (h) => missing(h).get(), -502005, NOT_EXIST],
  ['doc().get in a missing collection', (h) => missing(h).doc('x').get(), -502005, NOT_EXIST],
  ['count in a missing collection', (h) => missing(h).count(), -502005, NOT_EXIST],
  ['add in a missing collection', (h) => missing(h).add({ data: { a: 1 } }), -502005, NOT_EXIST],
  ['set in a missing collection', (h) => missing(h).doc('x').set({ data: { a: 1 } }), -502005, NOT_EXIST],
  ['update in a missing collection', (h) => missing(h).doc('x').update({ data: { a: 1 } }), -502005, NOT_EXIST],
  ['where().update in a missing collection', (h) => missing(h).where({ a: 1 }).update({ data: { a: 2 } }), -502005, NOT_EXIST],
  ['remove in a missing collection', (h) => missing(h).doc('x').remove(), -502005, NOT_EXIST],
  ['where().remove in a missing collection', (h) => missing(h).where({ a: 1 }).remove(), -502005, NOT_EXIST],
  ['a document that is missing', (h) => c(h).doc('no').get(), -1, /^document\.get:fail document with _id no does not exist$/],
  ['a second document with one _id', (h) => c(h).add({ data: { _id: 'x' } }), -502001, /^collection\.add:fail -502001 database request fail\. .*E11000 duplicate key error collection: [\w-]+\.c index: _id_ dup key: \{ : "x" \}/],
  ['a second document with one unique key', (h) => c(h).add({ data: { code: 1 } }), -502001, /E11000 duplicate key error collection: [\w-]+\.c index: code_1 dup key: \{ : 1 \}/],
  ['an update onto a unique key', (h) => c(h).doc('y').update({ data: { code: 1 } }), -502001, /^document\.update:fail.*E11000.*index: code_1/],
  ['a set onto a unique key', (h) => c(h).doc('y').set({ data: { code: 1 } }), -502001, /^document\.set:fail.*E11000.*index: code_1/],
  ['_id changed by update', (h) => c(h).doc('x').update({ data: { _id: 'z' } }), -501007, /invalid parameters\. 不能更新_id的值/],
  ['_id changed by set', (h) => c(h).doc('x').set({ data: { _id: 'z' } }), -501007, /invalid parameters\. 不能更新_id的值/],
  ['update of nothing', (h) => c(h).doc('x').update({ data: {} }), -1, /options\.data.*empty/],
  ['set with a command', (h) => c(h).doc('x').set({ data: { n: h.db.command.inc(1) } }), -502001, /update operator complicit/],
  ['a field name with a dollar', (h) => c(h).add({ data: { o: { $x: 1 } } }), -502001, /dollar \(\$\) prefixed field '\$x' in 'o\.\$x'/],
  ['a field name with a dot', (h) => c(h).add({ data: { o: { 'a.b': 1 } } }), -502001, /dotted field 'a\.b' in 'o\.a\.b'/],
  ['a list as _id', (h) => c(h).add({ data: { _id: ['x'] as never } }), -502001, /can't use an array for _id/],
  ['an unknown query operator', (h) => c(h).where({ n: { $frob: 1 } }).get(), -502002, /unknown query operator \$frob/],
  ['where script', (h) => c(h).where({ $where: 'true' } as never).get(), -502001, /\$where/],
  ['text search without an index', (h) => c(h).where({ $text: { $search: 'x' } } as never).get(), -502002, /unknown top level operator: \$text/],
  ['in without a list', (h) => c(h).where({ n: { $in: 5 } }).get(), -502001, /\$in needs an array/],
  ['mod by zero', (h) => c(h).where({ n: h.db.command.mod(0, 1) }).get(), -502001, /divisor cannot be 0/],
  ['size that is no number', (h) => c(h).where({ n: h.db.command.size('x' as never) }).get(), -502001, /\$size must be a whole number/],
  ['geoNear without a geo index', (h) => c(h).where({ at: h.db.command.geoNear({ geometry: h.db.Geo.Point(1, 1) }) }).get(), -502001, /unable to find index for \$geoNear query/],
  ['geoWithin a line', (h) => c(h).where({ at: { $geoWithin: { $geometry: { type: 'LineString', coordinates: [[0, 0], [1, 1]] } } } }).get(), -502001, /not supported with provided geometry/],
  ['count by nearness', (h) => h.db.collection('places').where({ at: h.db.command.geoNear({ geometry: h.db.Geo.Point(1, 1) }) }).count(), -502001, /not allowed in this context/],
  ['a place that is no geometry', (h) => h.db.collection('places').add({ data: { at: 'here' } }), -502001, /Can't extract geo keys/],
  ['a mixed projection', (h) => c(h).field({ a: true, b: false }).get(), -502001, /mix of inclusion and exclusion/],
  ['two lists in one index', (h) => h.db.collection('pairs').add({ data: { a: [1], b: [2] } }), -502001, /cannot index parallel arrays \[b\] \[a\]/],
] // prettier-ignore

describe('documented errors', () => {
  let harness: SdkHarness
  beforeAll(async () => {
    harness = await openSdkHarness([
      { name: 'c', indexes: [{ name: 'code_1', keys: [{ field: 'code', order: 1 }], unique: true }] },
      { name: 'places', indexes: [{ name: 'at', keys: [{ field: 'at', order: '2dsphere' }] }] },
      { name: 'pairs', indexes: [{ name: 'ab', keys: [{ field: 'a', order: 1 }, { field: 'b', order: 1 }] }] },
    ]) // prettier-ignore
    await c(harness).add({ data: { _id: 'x', code: 1, n: 5 } })
    await c(harness).add({ data: { _id: 'y', code: 2 } })
  })
  afterAll(() => harness.close())

  test.each(rows)('%s', async (_title, call, errCode, text) => {
    const failure = await failureOf(call(harness))
    expect(failure.errMsg).toMatch(text)
    expect(failure.errCode).toBe(errCode)
    expect(failure.code).toBeUndefined()
    expect(await docOf(c(harness).doc('x').get())).toEqual({ _id: 'x', code: 1, n: 5 })
    expect(await docOf(c(harness).doc('y').get())).toEqual({ _id: 'y', code: 2 })
  })
  const names: [string, string, string][] = [
    ['a name that is taken', 'c', 'DATABASE_COLLECTION_ALREADY_EXIST'],
    ['a name that is none', 'a b', 'INVALID_PARAM'],
  ]
  // Of createCollection the SDK hands the code on and gives errCode -1.
  test.each(names)('createCollection with %s', async (_title, name, code) => {
    expect(await failureOf(harness.db.createCollection(name))).toMatchObject({ errCode: -1, code })
  })
  test('throwOnNotFound: false answers null', async () => {
    const cloud = await import('wx-server-sdk')
    const calm = cloud.database({ throwOnNotFound: false } as Parameters<typeof cloud.database>[0])
    expect(await docOf(calm.collection('c').doc('no').get())).toBeNull()
  })

  const requests: [string, Record<string, unknown>, string][] = [
    ['an unknown action', { action: 'database.frob', collectionName: 'c' }, 'INVALID_ACTION'],
    ['no collection', { action: 'database.getDocument' }, 'INVALID_PARAM'],
    ['a query that is not EJSON', { action: 'database.getDocument', collectionName: 'c', query: '{' }, 'INVALID_PARAM'],
    ['a query that is a list', { action: 'database.getDocument', collectionName: 'c', query: '[]' }, 'INVALID_PARAM'],
    ['a negative limit', { action: 'database.getDocument', collectionName: 'c', limit: -1 }, 'INVALID_PARAM'],
    ['a broken pattern', { action: 'database.getDocument', collectionName: 'c', query: '{"a":{"$regularExpression":{"pattern":"("}}}' }, 'INVALID_PARAM'],
    ['a broken date', { action: 'database.getDocument', collectionName: 'c', query: '{"a":{"$date":"never"}}' }, 'INVALID_PARAM'],
    ['an order that is none', { action: 'database.getDocument', collectionName: 'c', order: '{"a":2}' }, 'DATABASE_REQUEST_FAILED'],
    ['an insert of nothing', { action: 'database.insertDocument', collectionName: 'c', data: [] }, 'INVALID_PARAM'],
    ['an insert of a number', { action: 'database.insertDocument', collectionName: 'c', data: ['5'] }, 'INVALID_PARAM'],
    ['an update without data', { action: 'database.modifyDocument', collectionName: 'c', query: '{}' }, 'INVALID_PARAM'],
    ['stages that are none', { action: 'database.aggregateDocuments', collectionName: 'c', stages: 'x' }, 'INVALID_PARAM'],
    ['an operation of no transaction', { action: 'database.getInTransaction', collectionName: 'c', _id: 'x' }, 'INVALID_PARAM'],
    ['a transaction that is none', { action: 'database.getDocument', collectionName: 'c', transactionId: 'x' }, 'DATABASE_TRANSACTION_FAIL'],
  ] // prettier-ignore
  test.each(requests)('a request with %s', async (_title, request, code) => {
    expect(await harness.send(request as never)).toMatchObject({ code, requestId: expect.any(String) as string })
  })

  test('field names of JavaScript itself are names like any other', async () => {
    const data = ['{"_id":"proto","__proto__":{"x":1,"at":{"$date":"1970-01-01T00:00:00.000Z"}},"constructor":2}']
    await harness.send({
      action: 'database.insertDocument',
      collectionName: 'c',
      data: [...data, '{"_id":"q","code":9}'],
    })
    const ask = async (fields: object) => {
      const request = { action: 'database.getDocument', collectionName: 'c', query: '{"_id":"proto"}', ...fields }
      return ((await harness.send(request)).data as { list: string[] }).list
    }
    expect(await ask({})).toEqual(data)
    expect(await ask({ query: '{"__proto__.x":1}' })).toEqual(data)
    expect(await ask({ query: '{"constructor":{"$exists":true}}' })).toEqual(data)
    expect(await ask({ projection: '{"__proto__.x":1,"toString":1}' })).toEqual(['{"_id":"proto","__proto__":{"x":1}}'])
    const update = { query: '{"_id":"proto"}', data: '{"$set":{"__proto__.y":2}}', merge: true }
    await harness.send({ action: 'database.modifyDocument', collectionName: 'c', ...update })
    expect(await ask({ projection: '{"__proto__.y":1}' })).toEqual(['{"_id":"proto","__proto__":{"y":2}}'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    await c(harness).doc('proto').remove()
    await c(harness).doc('q').remove()
  })
  test('a reply of more than 1 MB is refused, and fits again when it is cut', async () => {
    await harness.db.createCollection('large')
    const large = harness.db.collection('large')
    const text = '安'.repeat(120_000)
    for (let i = 0; i < 4; i++) await large.add({ data: { _id: `${i}`, text } })
    const failure = await failureOf(large.get())
    expect(failure.errCode).toBe(-502001)
    expect(failure.errMsg).toMatch(/-602001 database query result size exceed limit \(1MB\)/)
    expect(await dataOf(large.limit(2).get())).toHaveLength(2)
    expect(await dataOf(large.field({ text: false }).get())).toHaveLength(4)
  })
  test('a document of more than 16 MB is refused', async () => {
    const data = [JSON.stringify({ _id: 'huge', text: 'x'.repeat(16 * 1024 * 1024) })]
    const reply = await harness.send({ action: 'database.insertDocument', collectionName: 'c', data })
    expect(reply.message).toMatch(/object to insert too large/)
    expect(await totalOf(c(harness).where({ _id: 'huge' }).count())).toBe(0)
  })
  test('no more than 100 collections', async () => {
    let failure
    for (let i = 0; i < 101 && !failure; i++)
      failure = await failureOf(harness.db.createCollection(`n${i}`)).catch(() => undefined)
    expect(failure).toMatchObject({ code: 'DATABASE_COLLECTION_EXCEED_LIMIT' })
  })
})
