import { docOf, failureOf, openSdkHarness, statsOf, type SdkDatabase, type SdkHarness } from './sdk-harness'

type Command = SdkDatabase['command']
type Doc = Record<string, unknown>
type Row = [title: string, before: Doc, data: (_: Command) => object, after: Doc]
type Refused = [title: string, before: Doc, data: (_: Command) => object, error: RegExp]

const rows: Row[] = [
  ['a plain value', { n: 1 }, () => ({ n: 2 }), { n: 2 }],
  ['a new field', { n: 1 }, () => ({ m: 'x' }), { n: 1, m: 'x' }],
  ['a nested object is merged', { o: { a: 1, b: 2 } }, () => ({ o: { a: 9 } }), { o: { a: 9, b: 2 } }],
  ['a dotted path', { o: { a: 1 } }, () => ({ 'o.b.c': 3 }), { o: { a: 1, b: { c: 3 } } }],
  ['an array offset', { l: [1, 2] }, () => ({ 'l.1': 9 }), { l: [1, 9] }],
  ['an array offset beyond the end', { l: [1] }, () => ({ 'l.3': 9 }), { l: [1, null, null, 9] }],
  ['null', { n: 1 }, () => ({ n: null }), { n: null }],
  ['a date', {}, () => ({ d: new Date(5) }), { d: new Date(5) }],
  ['set replaces a nested object', { o: { a: 1, b: 2 } }, (_) => ({ o: _.set({ c: 3 }) }), { o: { c: 3 } }],
  ['inc', { n: 1 }, (_) => ({ n: _.inc(2) }), { n: 3 }],
  ['inc of a missing field', {}, (_) => ({ n: _.inc(2) }), { n: 2 }],
  ['inc by a negative fraction', { n: 1 }, (_) => ({ n: _.inc(-0.5) }), { n: 0.5 }],
  ['inc on a nested path', { o: {} }, (_) => ({ o: { n: _.inc(1) } }), { o: { n: 1 } }],
  ['mul', { n: 3 }, (_) => ({ n: _.mul(4) }), { n: 12 }],
  ['mul of a missing field', {}, (_) => ({ n: _.mul(4) }), { n: 0 }],
  ['remove', { n: 1, m: 2 }, (_) => ({ n: _.remove() }), { m: 2 }],
  ['remove of a missing field', { m: 2 }, (_) => ({ 'n.x': _.remove() }), { m: 2 }],
  ['remove of an array element leaves null', { l: [1, 2] }, (_) => ({ 'l.0': _.remove() }), { l: [null, 2] }],
  ['min, smaller', { n: 5 }, (_) => ({ n: _.min(3) }), { n: 3 }],
  ['min, larger', { n: 5 }, (_) => ({ n: _.min(7) }), { n: 5 }],
  ['min of a missing field', {}, (_) => ({ n: _.min(7) }), { n: 7 }],
  ['max, larger', { n: 5 }, (_) => ({ n: _.max(7) }), { n: 7 }],
  ['max, smaller', { n: 5 }, (_) => ({ n: _.max(3) }), { n: 5 }],
  ['rename', { a: 1 }, (_) => ({ a: _.rename('b') }), { b: 1 }],
  ['rename into a nested path', { a: 1 }, (_) => ({ a: _.rename('o.b') }), { o: { b: 1 } }],
  ['rename of a missing field', { b: 1 }, (_) => ({ a: _.rename('c') }), { b: 1 }],
  ['bit and', { n: 13 }, (_) => ({ n: _.bit({ and: 10 } as never) }), { n: 8 }],
  ['bit or', { n: 3 }, (_) => ({ n: _.bit({ or: 5 } as never) }), { n: 7 }],
  ['bit xor', { n: 1 }, (_) => ({ n: _.bit({ xor: 5 } as never) }), { n: 4 }],
  ['push one', { l: [1] }, (_) => ({ l: _.push(2) }), { l: [1, 2] }],
  ['push a list', { l: [1] }, (_) => ({ l: _.push([2, 3]) }), { l: [1, 2, 3] }],
  ['push several', { l: [1] }, (_) => ({ l: _.push(2, 3) }), { l: [1, 2, 3] }],
  ['push on a missing field', {}, (_) => ({ l: _.push([{ a: 1 }]) }), { l: [{ a: 1 }] }],
  ['push each', { l: [1] }, (_) => ({ l: _.push({ each: [2, 3] }) }), { l: [1, 2, 3] }],
  ['push at a position', { l: [1, 4] }, (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }), { l: [1, 2, 3, 4] }],
  ['push at a position from the end', { l: [1, 4] }, (_) => ({ l: _.push({ each: [3], position: -1 }) }), { l: [1, 3, 4] }],
  ['push and sort values', { l: [3, 1] }, (_) => ({ l: _.push({ each: [2], sort: -1 }) }), { l: [3, 2, 1] }],
  ['push and sort documents', { l: [{ a: 2 }] }, (_) => ({ l: _.push({ each: [{ a: 1 }], sort: { a: 1 } }) }), { l: [{ a: 1 }, { a: 2 }] }],
  ['push and keep the last', { l: [1, 2] }, (_) => ({ l: _.push({ each: [3], slice: -2 }) }), { l: [2, 3] }],
  ['push and keep the first', { l: [1, 2] }, (_) => ({ l: _.push({ each: [3], slice: 2 }) }), { l: [1, 2] }],
  ['push, position, sort and slice', { l: [5, 1] }, (_) => ({ l: _.push({ each: [3], position: 0, sort: 1, slice: 2 }) }), { l: [1, 3] }],
  ['pop', { l: [1, 2] }, (_) => ({ l: _.pop() }), { l: [1] }],
  ['pop of an empty list', { l: [] }, (_) => ({ l: _.pop() }), { l: [] }],
  ['shift', { l: [1, 2] }, (_) => ({ l: _.shift() }), { l: [2] }],
  ['unshift', { l: [2] }, (_) => ({ l: _.unshift(0, 1) }), { l: [0, 1, 2] }],
  ['pull a value', { l: [1, 2, 1] }, (_) => ({ l: _.pull(1) }), { l: [2] }],
  ['pull by a condition', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.gt(4)) }), { l: [1] }],
  ['pull documents', { l: [{ a: 1, b: 2 }, { a: 2 }] }, (_) => ({ l: _.pull({ a: 1 }) }), { l: [{ a: 2 }] }],
  ['pull documents by a condition', { l: [{ a: 1 }, { a: 5 }] }, (_) => ({ l: _.pull({ a: _.gt(2) }) }), { l: [{ a: 1 }] }],
  ['pull with in', { l: ['a', 'b', 'c'] }, (_) => ({ l: _.pull(_.in(['a', 'c'])) }), { l: ['b'] }],
  ['pull of a missing field', { n: 1 }, (_) => ({ l: _.pull(1) }), { n: 1 }],
  ['pullAll', { l: [1, 2, 3, 1] }, (_) => ({ l: _.pullAll([1, 3]) }), { l: [2] }],
  ['addToSet, new', { l: [1] }, (_) => ({ l: _.addToSet(2) }), { l: [1, 2] }],
  ['addToSet, present', { l: [1, { a: 1 }] }, (_) => ({ l: _.addToSet({ a: 1 }) }), { l: [1, { a: 1 }] }],
  ['addToSet each', { l: [1] }, (_) => ({ l: _.addToSet({ $each: [1, 2, 2] }) }), { l: [1, 2] }],
  ['addToSet on a missing field', {}, (_) => ({ l: _.addToSet('x') }), { l: ['x'] }],
  ['several commands at once', { n: 1, l: [1], x: 0 }, (_) => ({ n: _.inc(1), l: _.push(2), x: _.remove(), y: 'z' }), { n: 2, l: [1, 2], y: 'z' }],
] // prettier-ignore

const refused: Refused[] = [
  ['inc on text', { n: 'x' }, (_) => ({ n: _.inc(1) }), /Cannot apply \$inc to a value of non-numeric type.*of non-numeric type string/],
  ['inc on null', { n: null }, (_) => ({ n: _.inc(1) }), /Cannot apply \$inc.*type null/],
  ['inc by text', { n: 1 }, (_) => ({ n: _.inc('2' as never) }), /Cannot increment with non-numeric argument/],
  ['mul on text', { n: 'x' }, (_) => ({ n: _.mul(2) }), /Cannot apply \$mul/],
  ['push on text', { l: 'x' }, (_) => ({ l: _.push(1) }), /The field 'l' must be an array but is of type string/],
  ['unshift on a number', { l: 1 }, (_) => ({ l: _.unshift(1) }), /must be an array but is of type int/],
  ['pop on text', { l: 'x' }, (_) => ({ l: _.pop() }), /contains an element of non-array type 'string'/],
  ['pull on text', { l: 'x' }, (_) => ({ l: _.pull(1) }), /Cannot apply \$pull to a non-array value/],
  ['pullAll on text', { l: 'x' }, (_) => ({ l: _.pullAll([1]) }), /Cannot apply \$pull to a non-array value/],
  ['addToSet on text', { l: 'x' }, (_) => ({ l: _.addToSet(1) }), /Cannot apply \$addToSet to non-array field/],
  ['set through a scalar', { o: 5 }, () => ({ 'o.a': 1 }), /Cannot create field 'a' in element \{o: 5\}/],
  ['set through null', { o: null }, () => ({ o: { a: 1 } }), /Cannot create field 'a' in element \{o: null\}/],
  ['set through an array', { l: [1] }, () => ({ 'l.a': 1 }), /Cannot create field 'a' in element \{l: \[1\]\}/],
  ['inc through text', { o: 'x' }, (_) => ({ 'o.n': _.inc(1) }), /Cannot create field 'n' in element \{o: "x"\}/],
  ['rename to itself', { a: 1 }, (_) => ({ a: _.rename('a') }), /source and target field for \$rename must differ/],
  ['bit on text', { n: 'x' }, (_) => ({ n: _.bit({ and: 1 } as never) }), /Cannot apply \$bit to a value of non-integral type/],
  ['bit with an unknown operation', { n: 1 }, (_) => ({ n: _.bit({ nand: 1 } as never) }), /\$bit modifier only supports/],
  ['push with an unknown option', { l: [] }, (_) => ({ l: _.push({ $each: [1], $what: 1 } as never) }), /Unrecognized clause in \$push|dollar/],
] // prettier-ignore

describe('update commands', () => {
  let harness: SdkHarness
  let next = 0
  beforeAll(async () => {
    const index = (field: string) => ({ name: `${field}_1`, keys: [{ field, order: 1 as const }] })
    harness = await openSdkHarness([{ name: 'c', indexes: ['n', 'l', 'o.a', 'l.a'].map(index) }])
  })
  afterAll(() => harness.close())

  const stored = async (before: Doc) => {
    const _id = `doc${next++}`
    await harness.db.collection('c').add({ data: { _id, ...before } })
    return harness.db.collection('c').doc(_id)
  }
  const without = (doc: Doc) => Object.fromEntries(Object.entries(doc).filter(([key]) => key !== '_id'))

  test.each(rows)('doc().update: %s', async (_title, before, data, after) => {
    const doc = await stored(before)
    const { updated } = await statsOf(doc.update({ data: data(harness.db.command) }))
    expect(without(await docOf(doc.get()))).toEqual(after)
    expect(updated).toBe(JSON.stringify(before) === JSON.stringify(after) ? 0 : 1)
  })
  test.each(rows)('where().update: %s', async (_title, before, data, after) => {
    const doc = await stored({ ...before, mark: next })
    const query = harness.db.collection('c').where({ mark: next - 1 })
    await query.update({ data: data(harness.db.command) })
    const { mark, ...rest } = without(await docOf(doc.get()))
    expect(rest).toEqual(after)
    expect(mark).toBe(next - 1)
  })
  test.each(refused)('refused: %s', async (_title, before, data, error) => {
    const doc = await stored(before)
    const failure = await failureOf(doc.update({ data: data(harness.db.command) }))
    expect(failure.errCode).toBe(-502001)
    expect(failure.errMsg).toMatch(error)
    expect(without(await docOf(doc.get()))).toEqual(before)
  })
})

describe('raw update operators', () => {
  let harness: SdkHarness
  beforeAll(async () => {
    harness = await openSdkHarness([{ name: 'c', indexes: [] }], { now: () => 1000 })
  })
  afterAll(() => harness.close())

  const modify = async (query: object, data: object, more: object = {}) => {
    const text = { query: JSON.stringify(query), data: JSON.stringify(data) }
    return harness.send({
      action: 'database.modifyDocument',
      collectionName: 'c',
      multi: true,
      merge: true,
      ...text,
      ...more,
    })
  }
  const raw: [string, Doc, object, object, Doc][] = [
    ['the matched element ($)', { l: [{ k: 1 }, { k: 2 }] }, { 'l.k': 2 }, { $set: { 'l.$.v': 9 } }, { l: [{ k: 1 }, { k: 2, v: 9 }] }],
    ['the matched element by elemMatch', { l: [1, 7] }, { l: { $elemMatch: { $gt: 5 } } }, { $inc: { 'l.$': 1 } }, { l: [1, 8] }],
    ['all elements ($[])', { l: [1, 2] }, {}, { $inc: { 'l.$[]': 1 } }, { l: [2, 3] }],
    ['$currentDate', {}, {}, { $currentDate: { t: true } }, { t: { $date: '1970-01-01T00:00:01.000Z' } }],
    ['a server date with an offset', {}, {}, { $set: { t: { $tcb_server_date: { offset: 500 } } } }, { t: { $date: '1970-01-01T00:00:01.500Z' } }],
    ['$setOnInsert does nothing on an update', { n: 1 }, {}, { $set: { n: 2 }, $setOnInsert: { m: 1 } }, { n: 2 }],
    ['a pipeline', { n: 2 }, {}, [{ $set: { m: { $add: ['$n', 1] } } }], { n: 2, m: 3 }],
  ] // prettier-ignore
  test.each(raw)('%s', async (_title, before, query, data, after) => {
    await harness.db.collection('c').add({ data: { _id: 'r', ...before } })
    const reply = await modify({ _id: 'r', ...query }, data)
    expect(reply.code).toBeUndefined()
    const [text] = [...harness.database.exportLines()]
    await harness.db.collection('c').doc('r').remove()
    expect((JSON.parse(text ?? '') as { d: Doc }).d).toEqual({ _id: 'r', ...after })
  })

  const wrong: [string, object, RegExp][] = [
    ['two writes to one path', { $set: { n: 1 }, $inc: { n: 1 } }, /Updating the path 'n' would create a conflict at 'n'/],
    ['a path and its child', { $set: { o: {} }, $inc: { 'o.n': 1 } }, /would create a conflict at 'o.n'/],
    ['an unknown operator', { $frobnicate: { n: 1 } }, /Unknown modifier: \$frobnicate/],
    ['an empty operator', { $set: {} }, /'\$set' is empty/],
    ['a change of _id', { $set: { _id: 'other' } }, /immutable field '_id'/],
    ['a dollar field', { $set: { o: { $x: 1 } } }, /dollar \(\$\) prefixed field/],
    ['no matched element', { $set: { 'l.$': 1 } }, /positional operator did not find the match/],
    ['an empty path', { $set: { 'a..b': 1 } }, /empty field name/],
  ] // prettier-ignore
  test.each(wrong)('refused: %s', async (_title, data, error) => {
    await harness.db
      .collection('c')
      .doc('w')
      .set({ data: { n: 1, l: [1] } })
    expect((await modify({ _id: 'w' }, data)).message).toMatch(error)
    expect(await docOf(harness.db.collection('c').doc('w').get())).toEqual({ _id: 'w', n: 1, l: [1] })
  })

  test('an upsert takes the equalities of its filter and $setOnInsert', async () => {
    const query = { _id: 'u', kind: 'x', 'o.k': { $eq: 1 }, n: { $gt: 5 } }
    const reply = await modify(query, { $inc: { n: 1 }, $setOnInsert: { made: true } }, { upsert: true })
    expect(reply.data).toEqual({ updated: 0, matched: 0, upsert_id: 'u' })
    const doc = await docOf(harness.db.collection('c').doc('u').get())
    expect(doc).toEqual({ _id: 'u', kind: 'x', o: { k: 1 }, n: 1, made: true })
  })
})
