import { dataOf, openSdkHarness, totalOf, type SdkDatabase, type SdkHarness } from './sdk-harness'

const DAY = 86_400_000
const at = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * DAY)
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

const documents = [
  { _id: 'a', n: 1, tags: ['x', 'y'], s: 'apple', o: { p: 1, q: 'k' }, d: at(1), place: [113, 23], list: [{ v: 1, w: 'a' }, { v: 9, w: 'b' }] },
  { _id: 'b', n: 5, tags: ['y'], s: 'Apricot', o: { p: 2 }, d: at(2), place: [113.01, 23], list: [{ v: 5, w: 'b' }] },
  { _id: 'c', n: 10, tags: [], s: 'banana', o: { p: 3, q: null }, d: at(3), place: [114, 24], list: [] },
  { _id: 'd', n: null, s: '安全', d: at(4) },
  { _id: 'e', n: '5', tags: 'y', b: true },
  { _id: 'f', n: 15.5, tags: [1, [2, 3]], b: false },
] // prettier-ignore

type Command = SdkDatabase['command']
type Row = [title: string, condition: (_: Command, db: SdkDatabase) => object, ids: string]

const point = (db: SdkDatabase, lng: number, lat: number) => db.Geo.Point(lng, lat)
const polygon = (db: SdkDatabase, ring: number[][]) =>
  db.Geo.Polygon([db.Geo.LineString(ring.map(([lng, lat]) => point(db, lng ?? 0, lat ?? 0)))])

const rows: Row[] = [
  ['a plain value', () => ({ n: 5 }), 'b'],
  ['a plain value against an array', () => ({ tags: 'y' }), 'abe'],
  ['a whole array', () => ({ tags: ['x', 'y'] }), 'a'],
  ['an embedded field, written nested', () => ({ o: { p: 2 } }), 'b'],
  ['an embedded field, written dotted', () => ({ 'o.p': 2 }), 'b'],
  ['an array offset', () => ({ 'list.0.v': 5 }), 'b'],
  ['a field of array elements', () => ({ 'list.w': 'b' }), 'ab'],
  ['null: null or missing', () => ({ n: null }), 'd'],
  ['null on a nested path', () => ({ 'o.q': null }), 'bcdef'],
  ['a date', () => ({ d: at(3) }), 'c'],
  ['a boolean', () => ({ b: false }), 'f'],
  ['an empty filter', () => ({}), 'abcdef'],
  ['eq', (_) => ({ n: _.eq(10) }), 'c'],
  ['eq of an object', (_) => ({ o: _.eq({ p: 2 }) }), 'b'],
  ['eq of an array', (_) => ({ tags: _.eq([]) }), 'c'],
  ['neq', (_) => ({ n: _.neq(5) }), 'acdef'],
  ['neq keeps documents without the field', (_) => ({ b: _.neq(true) }), 'abcdf'],
  ['neq on an array', (_) => ({ tags: _.neq('y') }), 'cdf'],
  ['lt stays within numbers', (_) => ({ n: _.lt(10) }), 'ab'],
  ['lte', (_) => ({ n: _.lte(10) }), 'abc'],
  ['gt', (_) => ({ n: _.gt(5) }), 'cf'],
  ['gte', (_) => ({ n: _.gte(5) }), 'bcf'],
  ['gt on text', (_) => ({ n: _.gt('4') }), 'e'],
  ['gt on dates', (_) => ({ d: _.gt(at(2)) }), 'cd'],
  ['gte null', (_) => ({ n: _.gte(null) }), 'd'],
  ['gt on array elements', (_) => ({ 'list.v': _.gt(5) }), 'a'],
  ['a range from different elements', (_) => ({ 'list.v': _.gt(8).and(_.lt(2)) }), 'a'],
  ['in', (_) => ({ n: _.in([1, 10, '5']) }), 'ace'],
  ['in with null', (_) => ({ n: _.in([null, 1]) }), 'ad'],
  ['in with nothing', (_) => ({ n: _.in([]) }), ''],
  ['in with a regular expression', (_) => ({ s: _.in([/^ap/i]) }), 'ab'],
  ['nin', (_) => ({ n: _.nin([1, 10]) }), 'bdef'],
  ['and on a field', (_) => ({ n: _.and(_.gt(1), _.lt(11)) }), 'bc'],
  ['and, chained', (_) => ({ n: _.gt(1).and(_.lt(11)) }), 'bc'],
  ['and of conditions', (_) => _.and([{ n: _.gt(1) }, { tags: 'y' }]), 'b'],
  ['or on a field', (_) => ({ n: _.or(_.lt(2), _.gt(11)) }), 'af'],
  ['or, chained', (_) => ({ n: _.eq(1).or(_.eq(10)) }), 'ac'],
  ['or of conditions', (_) => _.or([{ n: 1 }, { s: '安全' }]), 'ad'],
  ['nor', (_) => _.nor([{ n: 1 }, { b: true }]), 'bcdf'],
  ['not', (_) => ({ n: _.not(_.gt(5)) }), 'abde'],
  ['not of eq', (_) => ({ n: _.not(_.eq(5)) }), 'acdef'],
  ['exists', (_) => ({ b: _.exists(true) }), 'ef'],
  ['exists counts null', (_) => ({ n: _.exists(true) }), 'abcdef'],
  ['not exists', (_) => ({ tags: _.exists(false) }), 'd'],
  ['mod', (_) => ({ n: _.mod(5, 0) }), 'bcf'],
  ['all', (_) => ({ tags: _.all(['y', 'x']) }), 'a'],
  ['all with one against a scalar', (_) => ({ tags: _.all(['y']) }), 'abe'],
  ['all with nothing', (_) => ({ tags: _.all([]) }), ''],
  ['elemMatch on documents', (_) => ({ list: _.elemMatch({ v: _.gt(4), w: 'b' }) }), 'ab'],
  ['elemMatch on one element only', (_) => ({ list: _.elemMatch({ v: 1, w: 'b' }) }), ''],
  ['elemMatch on values', (_) => ({ tags: _.elemMatch(_.eq('x')) }), 'a'],
  ['size', (_) => ({ tags: _.size(2) }), 'af'],
  ['size 0', (_) => ({ list: _.size(0) }), 'c'],
  ['a regular expression literal', () => ({ s: /an/ }), 'c'],
  ['a regular expression with flags', () => ({ s: /^AP/i }), 'ab'],
  ['db.RegExp', (_, db) => ({ s: db.RegExp({ regexp: '^安', options: 'i' }) }), 'd'],
  ['not of a regular expression', (_) => ({ s: _.not(/^a/ as never) }), 'bcdef'],
  ['geoNear within metres', (_, db) => ({ place: _.geoNear({ geometry: point(db, 113, 23), maxDistance: 5000 }) }), 'ab'],
  ['geoNear beyond metres', (_, db) => ({ place: _.geoNear({ geometry: point(db, 113, 23), minDistance: 500, maxDistance: 5000 }) }), 'b'],
  ['geoNear, nearest first', (_, db) => ({ place: _.geoNear({ geometry: point(db, 114, 24) }) } as object), 'cba'],
  ['geoWithin a polygon', (_, db) => ({ place: _.geoWithin({ geometry: polygon(db, square(112.9, 22.9, 0.5)) }) }), 'ab'],
  ['geoWithin a polygon with a hole', (_, db) => ({ place: _.geoWithin({ geometry: db.Geo.MultiPolygon([polygon(db, square(113.005, 22.9, 0.5))]) }) }), 'b'],
  ['geoWithin a circle', (_, db) => ({ place: _.geoWithin({ centerSphere: [point(db, 113, 23), 0.0005] } as never) }), 'ab'],
  ['geoIntersects a line', (_, db) => ({ place: _.geoIntersects({ geometry: db.Geo.LineString([point(db, 113, 22), point(db, 113, 24)]) }) }), 'a'],
  ['geoIntersects a polygon', (_, db) => ({ place: _.geoIntersects({ geometry: polygon(db, square(113.5, 23.5, 1)) }) }), 'c'],
] // prettier-ignore

describe('query commands', () => {
  let harness: SdkHarness
  beforeAll(async () => {
    const indexes = [{ name: 'place', keys: [{ field: 'place', order: '2dsphere' as const }] }]
    harness = await openSdkHarness([
      { name: 'plain', indexes },
      {
        name: 'indexed',
        indexes: [
          ...indexes,
          ...['n', 'tags', 's', 'o.p', 'o.q', 'd', 'b', 'list.v', 'list.w'].map((field) => ({
            name: `${field}_1`,
            keys: [{ field, order: 1 as const }],
          })),
        ],
      },
    ])
    for (const name of ['plain', 'indexed']) {
      for (const { place, ...rest } of documents.map((doc) => ({ place: undefined, ...doc }))) {
        const data = place ? { ...rest, place: point(harness.db, Number(place[0]), Number(place[1])) } : rest
        await harness.db.collection(name).add({ data })
      }
    }
  })
  afterAll(() => harness.close())

  const find = async (name: string, row: Row) => {
    const condition = row[1](harness.db.command, harness.db)
    const data = await dataOf(
      harness.db
        .collection(name)
        .where(condition as never)
        .get(),
    )
    const ids = data.map(({ _id }) => String(_id))
    return row[0].includes('nearest first') ? ids.join('') : ids.sort().join('')
  }
  test.each(rows)('%s', async (...row) => {
    expect(await find('plain', row)).toBe(row[2])
  })
  test.each(rows)('%s, with indexes', async (...row) => {
    expect(await find('indexed', row)).toBe(row[2])
  })
  test.each(rows.filter(([title]) => !title.includes('geoNear')))('count: %s', async (...row) => {
    const condition = row[1](harness.db.command, harness.db)
    const total = await totalOf(
      harness.db
        .collection('indexed')
        .where(condition as never)
        .count(),
    )
    expect(total).toBe(row[2].length)
  })
})

describe('raw query operators', () => {
  let harness: SdkHarness
  beforeAll(async () => {
    harness = await openSdkHarness([{ name: 'c', indexes: [] }])
    for (const data of [
      { _id: '1', n: 6, s: 'x', b: [1, 2] },
      { _id: '2', n: 3.5 },
      { _id: '3', n: [1, 's'] },
    ]) {
      await harness.db.collection('c').add({ data })
    }
  })
  afterAll(() => harness.close())

  const raw: [string, object, string[]][] = [
    ['$type by name', { n: { $type: 'int' } }, ['1', '3']],
    ['$type by number', { n: { $type: 2 } }, ['3']],
    ['$type of several', { n: { $type: ['double', 'string'] } }, ['2', '3']],
    ['$bitsAllSet', { n: { $bitsAllSet: 6 } }, ['1']],
    ['$expr', { $expr: { $gt: ['$n', 5] } }, ['1', '3']],
    ['$jsonSchema', { $jsonSchema: { required: ['s'], properties: { n: { bsonType: 'int', minimum: 5 } } } }, ['1']],
    ['$regex with $options', { s: { $regex: 'X', $options: 'i' } }, ['1']],
    ['$and, $or, $nor nested', { $and: [{ $or: [{ n: 6 }, { n: 3.5 }] }, { $nor: [{ s: 'x' }] }] }, ['2']],
    ['$eq inside $not', { n: { $not: { $eq: 6 } } }, ['2', '3']],
  ] // prettier-ignore
  test.each(raw)('%s', async (_title, filter, ids) => {
    const reply = await harness.send({
      action: 'database.getDocument',
      collectionName: 'c',
      query: JSON.stringify(filter),
    })
    const { list } = reply.data as { list: string[] }
    expect(list.map((text) => (JSON.parse(text) as { _id: string })._id).sort()).toEqual(ids)
  })
})
