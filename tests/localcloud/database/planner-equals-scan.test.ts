import fc from 'fast-check'
import type { AdminReply, AdminRequest } from '../../../localcloud/database/admin-request'
import type { CollectionDeclaration } from '../../../localcloud/database/collection-declaration'
import { compareValues } from '../../../localcloud/database/compare-values'
import { encodeKey } from '../../../localcloud/database/index-key'
import { openDatabase, type Database } from '../../../localcloud/database/open-database'

type Doc = Record<string, unknown>

const date = (ms: number) => ({ $date: { $numberLong: String(ms) } })
const scalar = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 4, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', '安', '安全', '\u{1f9ba}') },
  fc.constantFrom(null, true, false, -1.5, 2.5, 1e300, -1e300),
  fc.constantFrom(date(-5), date(0), date(1e12)),
)
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }),
  fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 3 }),
)
const flat = fc.record({ a: scalar, b: scalar, c: scalar }, { requiredKeys: [] })
const nested = fc.record({ a: value, b: scalar, c: value, o: value }, { requiredKeys: [] })

const field = fc.constantFrom('a', 'b', 'c', 'o.x', 'o.y', 'c.x', '_id')
const condition = fc.oneof(
  { weight: 3, arbitrary: scalar as fc.Arbitrary<unknown> },
  scalar.map((v) => ({ $eq: v })),
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne'), scalar).map(([op, v]) => ({ [op]: v })),
  fc.tuple(fc.constantFrom('$gt', '$gte'), scalar, fc.constantFrom('$lt', '$lte'), scalar).map(([o, v, p, w]) => ({ [o]: v, [p]: w })),
  fc.array(scalar, { minLength: 1, maxLength: 4 }).map((list) => ({ $in: list })),
  fc.array(scalar, { maxLength: 2 }).map((list) => ({ $nin: list })),
  fc.boolean().map((v) => ({ $exists: v })),
  fc.constantFrom('^a', '^安', '^ab', 'b', '^').map((pattern) => ({ $regularExpression: { pattern, options: '' } })),
  scalar.map((v) => ({ $not: { $gt: v } })),
) // prettier-ignore
const clause = fc.tuple(field, condition).map(([key, test]): Doc => ({ [key]: test }))
const filter = fc.oneof(
  { weight: 4, arbitrary: fc.array(clause, { maxLength: 3 }).map((list): Doc => Object.assign({}, ...list) as Doc) },
  { weight: 2, arbitrary: fc.array(clause, { minLength: 1, maxLength: 3 }).map((list): Doc => ({ $and: list })) },
  fc.array(clause, { minLength: 1, maxLength: 3 }).map((list): Doc => ({ $or: list })),
  fc.tuple(clause, fc.array(clause, { minLength: 1, maxLength: 2 })).map(([one, list]): Doc => ({ ...one, $or: list })),
)
const order = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'o.x'), fc.constantFrom(1, -1)), {
  maxLength: 3,
  selector: ([key]) => key,
})
const key = (keys: [string, 1 | -1][]) => keys.map(([name, way]) => ({ field: name, order: way }))
const indexes = fc.uniqueArray(
  fc.constantFrom(
    key([['a', 1]]),
    key([['b', -1]]),
    key([['c', 1]]),
    key([['o.x', 1]]),
    key([['a', 1], ['b', -1]]),
    key([['a', 1], ['b', 1], ['c', -1]]),
    key([['b', -1], ['a', -1]]),
    key([['o.x', 1], ['o.y', 1]]),
    key([['c', 1], ['b', 1]]),
  ),
  { minLength: 1, maxLength: 4 },
) // prettier-ignore

describe('the planner', () => {
  const open = (collections: CollectionDeclaration[]): Database =>
    openDatabase({ file: ':memory:', collections, now: () => 0 })
  const ask = (database: Database, fields: Omit<AdminRequest, 'action'>): AdminReply =>
    database.handle({ action: 'database.getDocument', limit: 1000, ...fields }) as AdminReply
  const list = (reply: AdminReply): string[] => {
    if (reply.code) throw new Error(reply.message)
    return (reply.data as { list: string[] }).list
  }

  const compareBoth = (docs: Doc[], declared: ReturnType<typeof key>[], queries: Query[]) => {
    const database = open([
      { name: 'plain', indexes: [] },
      { name: 'indexed', indexes: declared.map((keys, i) => ({ name: `i${i}`, keys })) },
    ])
    try {
      const lines = ['plain', 'indexed'].flatMap((c) => docs.map((d, i) => JSON.stringify({ c, d: { _id: i, ...d } })))
      database.importLines(lines)
      for (const query of queries) checkQuery(database, query)
    } finally {
      database.close()
    }
  }
  type Query = { where: Doc; by: [string, number][]; skip: number; limit: number }

  const checkQuery = (database: Database, { where, by, skip, limit }: Query): void => {
    const query = JSON.stringify(where)
    // _id last makes the order total, so that pages can be compared too.
    const total = JSON.stringify(Object.fromEntries([...by, ['_id', 1]]))
    const bounded = { query, order: total, offset: skip, limit }
    expect(list(ask(database, { ...bounded, collectionName: 'indexed' }))).toEqual(
      list(ask(database, { ...bounded, collectionName: 'plain' })),
    )
    const free = { query, order: by.length > 0 ? JSON.stringify(Object.fromEntries(by)) : undefined }
    const [indexed, plain] = ['indexed', 'plain'].map((collectionName) =>
      list(ask(database, { ...free, collectionName })),
    )
    expect([...(indexed ?? [])].sort()).toEqual([...(plain ?? [])].sort())
    const counts = ['indexed', 'plain'].map((collectionName) =>
      database.handle({ action: 'database.calculateDocument', collectionName, query }),
    )
    expect((counts[0] as AdminReply).data).toEqual((counts[1] as AdminReply).data)
    expect((counts[0] as AdminReply).data).toEqual({ total: plain?.length })
    const page = ask(database, { ...free, collectionName: 'indexed', offset: skip, limit })
    expect(list(page)).toEqual((indexed ?? []).slice(skip, skip + limit))
  }
  const queries = fc.array(
    fc.record({ where: filter, by: order, skip: fc.nat(4), limit: fc.integer({ min: 1, max: 6 }) }),
    { minLength: 4, maxLength: 8 },
  )

  test('finds with indexes exactly what a scan finds, in the same order: flat documents', () => {
    fc.assert(fc.property(fc.array(flat, { maxLength: 25 }), indexes, queries, compareBoth), { numRuns: 150, seed: 7 })
  })
  test('finds with indexes exactly what a scan finds: lists and nested documents', () => {
    fc.assert(
      fc.property(fc.array(nested, { maxLength: 20 }), indexes, queries, (docs, declared, all) => {
        const parallel = docs.some((doc) => Array.isArray(doc.a) && (Array.isArray(doc.c) || Array.isArray(doc.o)))
        fc.pre(!parallel)
        compareBoth(docs, declared, all)
      }),
      { numRuns: 150, seed: 11 },
    )
  })
  test('a range on a list may be met by two elements', () => {
    const small = fc.integer({ min: 0, max: 4 })
    const listed = fc.record({ a: fc.array(small, { maxLength: 3 }), b: small })
    const range = fc.record({ $gt: small, $lt: small }).map((a) => ({ where: { a }, by: [], skip: 0, limit: 6 }))
    const declared = fc.constantFrom<ReturnType<typeof key>[]>([key([['a', 1]])], [key([['b', 1], ['a', -1]])], [key([['a', 1], ['b', 1]])]) // prettier-ignore
    const ranges = fc.array(range, { minLength: 5, maxLength: 8 })
    fc.assert(fc.property(fc.array(listed, { maxLength: 10 }), declared, ranges, compareBoth), {
      numRuns: 60,
      seed: 13,
    })
  })
  test('null on a path into lists and scalars', () => {
    const wanted = fc.constantFrom(
      null,
      { $in: [null, 1] },
      { $eq: null },
      { $exists: false },
      { $ne: null },
      { $gte: null },
    )
    const asked = wanted.map((test) => ({ where: { 'o.x': test }, by: [], skip: 0, limit: 6 }))
    const docs = fc.array(fc.record({ o: value }, { requiredKeys: [] }), { maxLength: 12 })
    const declared = fc.constant<ReturnType<typeof key>[]>([key([['o.x', 1]])])
    const several = fc.array(asked, { minLength: 4, maxLength: 6 })
    fc.assert(fc.property(docs, declared, several, compareBoth), { numRuns: 60, seed: 17 })
  })
  test('keys sort and equal as the values do', () => {
    const plainValue = fc.oneof(
      fc.double({ noNaN: true }),
      fc.integer(),
      fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
      fc.boolean(),
      fc.date({ noInvalidDate: true }),
      fc.constant(null),
    )
    const anyValue = fc.oneof(
      plainValue,
      fc.array(plainValue, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'ab'), plainValue),
    )
    const bytes = (text: string) => Buffer.from(text)
    fc.assert(
      fc.property(anyValue, anyValue, (x, y) => {
        const byKey = Math.sign(Buffer.compare(bytes(encodeKey(x)), bytes(encodeKey(y))))
        expect(byKey).toBe(Math.sign(compareValues(x, y)))
      }),
      { numRuns: 3000, seed: 3 },
    )
  })
})

describe('indexes follow every write', () => {
  test('after any writes an index holds what a fresh one would', async () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('put' as const), fc.nat(8), nested),
      fc.tuple(fc.constant('set' as const), fc.nat(8), fc.tuple(fc.constantFrom('a', 'b', 'c'), value)),
      fc.tuple(fc.constant('remove' as const), fc.nat(8), fc.constant(null)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), indexes, fc.array(clause, { minLength: 3, maxLength: 5 }), async (steps, declared, filters) => {
        const database = openDatabase({
          file: ':memory:',
          now: () => 0,
          collections: [
            { name: 'plain', indexes: [] },
            { name: 'indexed', indexes: declared.map((keys, i) => ({ name: `i${i}`, keys })) },
          ],
        })
        const both = async (action: string, fields: object) => {
          const send = (collectionName: string) => database.handle({ action: `database.${action}`, collectionName, ...fields })
          const indexed = await send('indexed')
          // What the index refuses (two lists in one key) the plain collection is spared.
          return indexed.code ? [indexed, indexed] : [indexed, await send('plain')]
        }
        try {
          for (const [kind, id, what] of steps) {
            const query = JSON.stringify({ _id: id })
            if (kind === 'put') await both('modifyDocument', { query, data: JSON.stringify(what), merge: false, upsert: true })
            else if (kind === 'remove') await both('removeDocument', { query, multi: false })
            else await both('modifyDocument', { query, data: JSON.stringify({ $set: { [what[0]]: what[1] } }), merge: true })
          }
          for (const where of filters) {
            const [indexed, plain] = await both('getDocument', { query: JSON.stringify(where), order: '{"_id":1}' })
            expect(indexed?.data).toEqual(plain?.data)
          }
        } finally {
          database.close()
        }
      }),
      { numRuns: 150, seed: 5 },
    )
  })
}) // prettier-ignore
