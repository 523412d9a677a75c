import { dataOf, docOf, failureOf, openSdkHarness, statsOf, totalOf, type SdkHarness } from './sdk-harness'

describe('collections and documents', () => {
  let harness: SdkHarness
  const NOW = Date.UTC(2030, 0, 2)
  beforeEach(async () => {
    harness = await openSdkHarness([{ name: 'c', indexes: [] }], { now: () => NOW })
  })
  afterEach(() => harness.close())
  const c = () => harness.db.collection('c')
  const fill = async (count: number) => {
    const lines = Array.from({ length: count }, (_, i) => JSON.stringify({ c: 'c', d: { _id: `d${String(i).padStart(5, '0')}`, i } }))
    harness.database.importLines(lines)
  } // prettier-ignore

  test('add gives an id of 32 hexadecimal digits', async () => {
    const result = await c().add({ data: { a: 1 } })
    expect(result).toMatchObject({
      _id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      errMsg: 'collection.add:ok',
    })
  })
  test('add keeps an id that is given, text or number', async () => {
    expect(await c().add({ data: { _id: 'mine' } })).toMatchObject({ _id: 'mine' })
    expect(await c().add({ data: { _id: 7, a: 1 } })).toMatchObject({ _id: 7 })
    expect(await docOf(c().doc(7).get())).toEqual({ _id: 7, a: 1 })
    expect((await failureOf(c().doc('7').get())).errMsg).toBe('document.get:fail document with _id 7 does not exist')
  })
  test('add of a list gives a list of ids', async () => {
    expect(await c().add({ data: [{ _id: 'x' }, { _id: 'y' }] as never })).toMatchObject({ _ids: ['x', 'y'] })
  })
  test('a list keeps what stands before the one that fails', async () => {
    await failureOf(c().add({ data: [{ _id: 'x' }, { _id: 'x' }, { _id: 'y' }] as never }))
    expect((await dataOf(c().get())).map(({ _id }) => _id)).toEqual(['x'])
  })
  test('every type comes back as it went', async () => {
    const { db } = harness
    const data = {
      text: '安全\u0000"\\', int: 1, negative: -0.25, large: 2 ** 52, yes: true, none: null, at: new Date(123),
      list: [1, 'x', [null]], nested: { a: { b: [] } }, empty: {}, emoji: '🦺', __proto: 1,
    } // prettier-ignore
    await c().add({ data: { _id: 't', ...data, place: db.Geo.Point(113, 23) } })
    const doc = await docOf(c().doc('t').get())
    expect(doc).toMatchObject(data)
    expect(doc.place).toMatchObject({ longitude: 113, latitude: 23 })
  })
  test('every geometry comes back', async () => {
    const { Geo } = harness.db
    const line = Geo.LineString([Geo.Point(0, 0), Geo.Point(1, 1)])
    const ring = Geo.LineString([Geo.Point(0, 0), Geo.Point(1, 0), Geo.Point(1, 1), Geo.Point(0, 0)])
    const polygon = Geo.Polygon([ring])
    const data = {
      line,
      polygon,
      points: Geo.MultiPoint([Geo.Point(2, 2)]),
      lines: Geo.MultiLineString([line]),
      polygons: Geo.MultiPolygon([polygon]),
    }
    await c().add({ data: { _id: 'g', ...data } })
    const { _id, ...doc } = await docOf(c().doc('g').get())
    expect(_id).toBe('g')
    expect(JSON.parse(JSON.stringify(doc))).toEqual(JSON.parse(JSON.stringify(data)))
  })
  test('undefined is not stored', async () => {
    await c().add({ data: { _id: 'u', a: undefined, b: { c: undefined } } })
    expect(await docOf(c().doc('u').get())).toEqual({ _id: 'u', b: {} })
  })
  test('a server date is the platform clock, with its offset', async () => {
    const { db } = harness
    const offset = (ms: number) => (db.serverDate as (options: object) => unknown)({ offset: ms })
    await c().add({ data: { _id: 's', at: db.serverDate(), later: offset(60_000) } })
    await c()
      .doc('s')
      .update({ data: { changed: offset(-1) } })
    const doc = await docOf(c().doc('s').get())
    expect(doc).toEqual({ _id: 's', at: new Date(NOW), later: new Date(NOW + 60_000), changed: new Date(NOW - 1) })
  })
  test('a server date in a filter', async () => {
    const { db } = harness
    await c().add({ data: { _id: 's', at: new Date(NOW - 5) } })
    expect(
      await totalOf(
        c()
          .where({ at: db.command.lt(db.serverDate()) })
          .count(),
      ),
    ).toBe(1)
    expect(
      await totalOf(
        c()
          .where({ at: db.command.gt(db.serverDate()) })
          .count(),
      ),
    ).toBe(0)
  })
  test('set makes a document and says so', async () => {
    expect(
      await statsOf(
        c()
          .doc('s')
          .set({ data: { a: 1 } }),
      ),
    ).toEqual({ updated: 0, created: 1 })
  })
  test('set replaces a whole document', async () => {
    await c().add({ data: { _id: 's', a: 1, b: 2 } })
    expect(
      await statsOf(
        c()
          .doc('s')
          .set({ data: { c: 3 } }),
      ),
    ).toEqual({ updated: 1, created: 0 })
    expect(await docOf(c().doc('s').get())).toEqual({ _id: 's', c: 3 })
  })
  test('update of a document that is missing changes nothing', async () => {
    expect(
      await statsOf(
        c()
          .doc('no')
          .update({ data: { a: 1 } }),
      ),
    ).toEqual({ updated: 0 })
    expect(await totalOf(c().count())).toBe(0)
  })
  test('update that changes nothing counts nothing', async () => {
    await c().add({ data: { _id: 's', a: 1 } })
    expect(
      await statsOf(
        c()
          .doc('s')
          .update({ data: { a: 1 } }),
      ),
    ).toEqual({ updated: 0 })
  })
  test('remove of a document', async () => {
    await c().add({ data: { _id: 's' } })
    expect(await statsOf(c().doc('s').remove())).toEqual({ removed: 1 })
    expect(await statsOf(c().doc('s').remove())).toEqual({ removed: 0 })
  })
  test('where().update changes all, or one with multi: false', async () => {
    await fill(5)
    const { command: _ } = harness.db
    expect(
      await statsOf(
        c()
          .where({ i: _.gt(1) })
          .update({ data: { x: 1 } }),
      ),
    ).toEqual({ updated: 3 })
    const one = { data: { y: 1 }, multi: false }
    expect(
      await statsOf(
        c()
          .where({ i: _.gt(1) })
          .update(one as never),
      ),
    ).toEqual({ updated: 1 })
  })
  test('where().remove removes all, or one with multi: false', async () => {
    await fill(5)
    const { command: _ } = harness.db
    expect(
      await statsOf(
        c()
          .where({ i: _.gt(1) })
          .remove({ multi: false } as never),
      ),
    ).toEqual({ removed: 1 })
    expect(
      await statsOf(
        c()
          .where({ i: _.gt(1) })
          .remove(),
      ),
    ).toEqual({ removed: 2 })
  })
  test('get answers 100 by default and 1000 at most', async () => {
    await fill(1200)
    expect(await dataOf(c().get())).toHaveLength(100)
    expect(await dataOf(c().limit(5).get())).toHaveLength(5)
    expect(await dataOf(c().limit(5000).get())).toHaveLength(1000)
    expect(await dataOf(c().skip(1100).get())).toHaveLength(100)
    expect(await totalOf(c().count())).toBe(1200)
  })
  test('a request past the SDK is capped too', async () => {
    await fill(1200)
    const reply = await harness.send({ action: 'database.getDocument', collectionName: 'c', limit: 5000 })
    expect((reply.data as { list: string[] }).list).toHaveLength(1000)
  })
  test('orderBy, skip and limit', async () => {
    await fill(30)
    const page = c().orderBy('i', 'desc').skip(5).limit(3)
    expect((await dataOf(page.get())).map(({ i }) => i)).toEqual([24, 23, 22])
  })
  test('orderBy two fields', async () => {
    for (const [_id, a, b] of [['1', 1, 2], ['2', 2, 1], ['3', 1, 1]]) await c().add({ data: { _id, a, b } }) // prettier-ignore
    const found = await dataOf(c().orderBy('a', 'asc').orderBy('b', 'desc').get())
    expect(found.map(({ _id }) => _id)).toEqual(['1', '3', '2'])
  })
  test('the order of types: null, numbers, text, objects, arrays by element, booleans, dates', async () => {
    const values = [new Date(1), true, 'b', 'a', { z: 1 }, 10, 9, null, [8, 99], false, undefined]
    for (const [i, v] of values.entries()) await c().add({ data: { _id: `v${i}`, v } })
    const up = (await dataOf(c().orderBy('v', 'asc').get())).map(({ _id }) => _id)
    expect(up).toEqual(['v7', 'v10', 'v8', 'v6', 'v5', 'v3', 'v2', 'v4', 'v9', 'v1', 'v0'])
    const down = (await dataOf(c().orderBy('v', 'desc').get())).map(({ _id }) => _id)
    expect(down).toEqual(['v0', 'v1', 'v9', 'v4', 'v2', 'v3', 'v8', 'v5', 'v6', 'v10', 'v7'])
  })
  test('createCollection', async () => {
    const made = await harness.db.createCollection('fresh')
    expect(made).toMatchObject({ errMsg: 'createCollection:ok' })
    expect(await totalOf(harness.db.collection('fresh').count())).toBe(0)
  })

  const projections: [string, object, object][] = [
    ['fields in', { a: true, 'o.x': 1 }, { _id: 'p', a: 1, o: { x: 1 } }],
    ['fields in, without _id', { _id: false, a: true }, { a: 1 }],
    ['fields out', { a: false, l: 0, docs: 0 }, { _id: 'p', o: { x: 1, y: 2 } }],
    ['a field of array elements', { 'docs.k': true }, { _id: 'p', docs: [{ k: 1 }, { k: 2 }] }],
    ['a field that is missing', { nothing: true }, { _id: 'p' }],
  ]
  test.each(projections)('field(): %s', async (_title, projection, expected) => {
    const doc = {
      _id: 'p',
      a: 1,
      o: { x: 1, y: 2 },
      l: [1, 2, 3],
      docs: [
        { k: 1, v: 'a' },
        { k: 2, v: 'b' },
      ],
    }
    await c().add({ data: doc })
    expect(
      await dataOf(
        c()
          .field(projection as never)
          .get(),
      ),
    ).toEqual([expected])
    expect(
      await docOf(
        c()
          .doc('p')
          .field(projection as never)
          .get(),
      ),
    ).toEqual(expected)
  })
  test('field(): slice and elemMatch', async () => {
    const doc = { _id: 'p', a: 1, l: [1, 2, 3, 4], docs: [{ k: 1 }, { k: 2 }, { k: 3 }] }
    await c().add({ data: doc })
    const { slice, elemMatch } = harness.db.command.project as unknown as Record<string, (v: unknown) => object>
    const read = async (projection: object) =>
      (
        await dataOf(
          c()
            .field(projection as never)
            .get(),
        )
      )[0]
    expect(await read({ l: slice?.(2) })).toEqual({ ...doc, l: [1, 2] })
    expect(await read({ l: slice?.(-1) })).toEqual({ ...doc, l: [4] })
    expect(await read({ l: slice?.([1, 2]) })).toEqual({ ...doc, l: [2, 3] })
    expect(await read({ a: 1, l: slice?.(1) })).toEqual({ _id: 'p', a: 1, l: [1] })
    expect(await read({ docs: elemMatch?.({ k: { $gt: 1 } }) })).toEqual({ _id: 'p', docs: [{ k: 2 }] })
    expect(await read({ docs: elemMatch?.({ k: 9 }) })).toEqual({ _id: 'p' })
  })
  test('the positional projection', async () => {
    await c().add({ data: { _id: 'p', docs: [{ k: 1 }, { k: 2 }] } })
    const query = { query: JSON.stringify({ 'docs.k': 2 }), projection: JSON.stringify({ 'docs.$': 1 }) }
    const reply = await harness.send({ action: 'database.getDocument', collectionName: 'c', ...query })
    expect(reply.data).toEqual({ list: ['{"_id":"p","docs":[{"k":2}]}'] })
  })
})
