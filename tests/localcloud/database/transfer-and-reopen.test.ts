import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AdminReply } from '../../../localcloud/database/admin-request'
import type { IndexDeclaration } from '../../../localcloud/database/collection-declaration'
import { openDatabase, type Database } from '../../../localcloud/database/open-database'

const index = (name: string, field: string, more: Partial<IndexDeclaration> = {}): IndexDeclaration => ({
  name,
  keys: [{ field, order: 1 }],
  ...more,
})
const line = (c: string, d: object) => JSON.stringify({ c, d })

describe('bulk lines and reopening', () => {
  let folder: string
  let open: Database[] = []
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'transfer-'))
  })
  afterEach(() => {
    for (const database of open) database.close()
    open = []
    rmSync(folder, { recursive: true, force: true })
  })
  const database = (indexes: IndexDeclaration[] = [], file = 'data.db') => {
    const made = openDatabase({ file: path.join(folder, file), collections: [{ name: 'c', indexes }], now: () => 5 })
    open.push(made)
    return made
  }
  const reopened = (old: Database, indexes: IndexDeclaration[]) => {
    old.close()
    open = open.filter((one) => one !== old)
    return database(indexes)
  }
  const find = (target: Database, query: object) => {
    const reply = target.handle({
      action: 'database.getDocument',
      collectionName: 'c',
      query: JSON.stringify(query),
      limit: 1000,
    })
    return ((reply as AdminReply).data as { list: string[] }).list
  }
  const usedIndex = (target: Database, query: object) => {
    target.resetMetrics()
    find(target, query)
    return target.metrics()[0]?.index
  }

  test('what is exported is imported again, byte for byte', () => {
    const first = database([index('n', 'n')])
    const at = { $date: '2024-01-01T00:00:00.000Z' }
    const lines = [
      line('c', { _id: 'a', n: 1, at, list: [at, { x: null }] }),
      line('c', { _id: 7, text: '安全\n"', nan: { $numberDouble: 'NaN' }, re: { $regularExpression: { pattern: '^a', options: 'i' } } }),
      line('other', { _id: 'o', oid: { $oid: '0123456789abcdef01234567' }, bin: { $binary: { base64: 'AQID', subType: '00' } } }),
    ] // prettier-ignore
    expect(first.importLines(lines)).toBe(3)
    const exported = [...first.exportLines()]
    expect(exported).toEqual(lines)
    const second = database([index('n', 'n')], 'second.db')
    second.importLines(exported)
    expect([...second.exportLines()]).toEqual(lines)
  })
  test('canonical numbers and dates are read, blank lines skipped, ids made', () => {
    const target = database()
    const canonical = '{"c":"c","d":{"n":{"$numberInt":"3"},"at":{"$date":{"$numberLong":"1000"}}}}'
    expect(target.importLines(['', canonical, '  '])).toBe(1)
    expect(find(target, { n: 3 })[0]).toMatch(
      /^\{"_id":"[0-9a-f]{32}","n":3,"at":\{"\$date":"1970-01-01T00:00:01.000Z"\}\}$/,
    )
  })
  test.each([
    ['not JSON', '{', /^line 2: /],
    ['no collection', '{"d":{}}', /^line 2: /],
    ['no document', '{"c":"c","d":5}', /^line 2: /],
    ['a taken _id', line('c', { _id: 'a' }), /^line 2: .*E11000/],
    ['a taken unique key', line('c', { _id: 'b', code: 1 }), /^line 2: .*E11000.*index: code/],
    ['a forbidden name', line('c', { $x: 1 }), /^line 2: .*dollar/],
  ])('a broken line is named and nothing is loaded: %s', (_title, broken, message) => {
    const target = database([index('code', 'code', { unique: true })])
    const lines = [line('c', { _id: 'a', code: 1 }), broken, line('c', { _id: 'z', code: 3 })]
    expect(() => target.importLines(lines)).toThrow(message)
    expect([...target.exportLines()]).toEqual([])
    expect(target.importLines([line('c', { _id: 'a', code: 1 })])).toBe(1)
  })
  test('a line with a key that stands in the database is named', () => {
    const target = database([index('code', 'code', { unique: true })])
    target.importLines([line('c', { _id: 'a', code: 1 })])
    expect(() => target.importLines([line('c', { code: 2 }), line('c', { code: 1 })])).toThrow(/^line 2: .*E11000/)
    expect(find(target, {})).toHaveLength(1)
  })
  test('a collection of a refused load is not there', () => {
    const target = database()
    expect(() => target.importLines([line('fresh', { _id: 'a' }), '{'])).toThrow(/^line 2: /)
    expect(target.handle({ action: 'database.getDocument', collectionName: 'fresh' })).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
    expect(target.importLines([line('fresh', { _id: 'a' })])).toBe(1)
    expect([...target.exportLines()]).toEqual([line('fresh', { _id: 'a' })])
  })
  test('many lines are in the indexes', () => {
    const target = database([index('n', 'n'), index('tags', 'tags'), index('code', 'code', { unique: true })])
    const many = Array.from({ length: 5000 }, (_, i) =>
      line('c', { _id: `i${i}`, n: i % 50, tags: [`t${i % 7}`, `u${i % 11}`], code: i }),
    )
    expect(target.importLines(many)).toBe(5000)
    expect(find(target, { n: 3 })).toHaveLength(100)
    expect(find(target, { tags: 't3', n: 3 })).toHaveLength(Array.from({ length: 5000 }, (_, i) => i).filter((i) => i % 50 === 3 && i % 7 === 3).length) // prettier-ignore
    expect(usedIndex(target, { tags: 'u1' })).toBe('tags')
    expect(find(target, { code: 4999 })).toHaveLength(1)
  })
  test('documents, indexes and lists in them are there after reopening', () => {
    const first = database([index('tags', 'tags')])
    first.importLines([line('c', { _id: 'a', tags: ['x', 'y'] }), line('c', { _id: 'b', tags: 'z' })])
    const second = reopened(first, [index('tags', 'tags')])
    expect(find(second, { tags: 'y' })).toEqual(['{"_id":"a","tags":["x","y"]}'])
    expect(find(second, { tags: { $gt: 'x', $lt: 'y' } })).toHaveLength(1)
    expect(find(second, { $and: [{ tags: { $lt: 'y' } }, { tags: { $gt: 'x' } }] })).toEqual([
      '{"_id":"a","tags":["x","y"]}',
    ])
  })
  test('an index that is declared later is filled, a dropped one is gone, a changed one made anew', () => {
    const first = database([index('old', 'a')])
    first.importLines([line('c', { _id: 'x', a: 1, b: 2 }), line('c', { _id: 'y', a: 2, b: 3 })])
    expect(usedIndex(first, { a: 1 })).toBe('old')
    const second = reopened(first, [index('fresh', 'b')])
    expect(usedIndex(second, { a: 1 })).toBeNull()
    expect(usedIndex(second, { b: 3 })).toBe('fresh')
    expect(find(second, { b: 3 })).toEqual(['{"_id":"y","a":2,"b":3}'])
    const third = reopened(second, [index('fresh', 'a')])
    expect(usedIndex(third, { b: 3 })).toBeNull()
    expect(find(third, { a: 2 })).toHaveLength(1)
  })
  test('a unique index that the documents break is refused, and nothing changes', () => {
    const first = database()
    first.importLines([line('c', { _id: 'x', a: 1 }), line('c', { _id: 'y', a: 1 })])
    expect(() => reopened(first, [index('a', 'a', { unique: true })])).toThrow(/E11000/)
    expect(find(database(), {})).toHaveLength(2)
  })
})
