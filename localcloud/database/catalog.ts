import { cloudError, collectionExists } from './cloud-error'
import type { CollectionDeclaration, IndexDeclaration } from './collection-declaration'
import { indexFrom, type Index } from './index-rows'
import type { Sqlite } from './sqlite'

/** One collection: the table its documents are in and the indexes kept beside it. */
export type Collection = { id: number; name: string; table: string; indexes: Index[] }

/** Which collections and indexes there are. */
export type Catalog = {
  find(name: string): Collection | undefined
  names(): string[]
  add(name: string): Collection
  /** Forgets collections added by a write that was undone. */
  keepOnly(names: string[]): void
  /** Brings the indexes of a collection to what is declared; new ones are handed to `fill`. */
  declare(declared: CollectionDeclaration, fill: (collection: Collection, index: Index) => void): void
  /** Remembers that a field of an index has met an array. */
  markMultikey(index: Index, fields: string[]): void
}

/** Collections one environment may have. */
const MAX_COLLECTIONS = 100
const SCHEMA = `
CREATE TABLE IF NOT EXISTS catalog_collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS catalog_indexes (id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL,
  name TEXT NOT NULL, declared TEXT NOT NULL, multikey TEXT NOT NULL DEFAULT '[]', UNIQUE (collection, name));
`

/** Tables of one index: keys in the declared direction, then the row; a unique index holds each key once. */
const indexTable = (index: Index): string => {
  if (index.geoField !== null) return `CREATE VIRTUAL TABLE ${index.table} USING rtree(rid, west, east, south, north)`
  const columns = index.fields.map((_, i) => `k${i} TEXT NOT NULL`)
  const keys = index.fields.map(({ order }, i) => `k${i}${order === -1 ? ' DESC' : ''}`)
  const last = index.fields.at(-1)?.order === -1 ? ' DESC' : ''
  const primary = index.unique ? keys : [...keys, `rid${last}`]
  return `CREATE TABLE ${index.table} (${columns.join(', ')}, rid INTEGER NOT NULL, PRIMARY KEY (${primary.join(', ')})) WITHOUT ROWID`
}

const load = (sqlite: Sqlite): Map<string, Collection> => {
  const byName = new Map<string, Collection>()
  for (const [id, name] of sqlite.all('SELECT id, name FROM catalog_collections', []) as [number, string][]) {
    const rows = sqlite.all('SELECT id, declared, multikey FROM catalog_indexes WHERE collection = ? ORDER BY id', [id])
    const indexes = (rows as [number, string, string][]).map(([indexId, declared, multikey]) =>
      indexFrom(indexId, JSON.parse(declared) as IndexDeclaration, JSON.parse(multikey) as string[]),
    )
    byName.set(name, { id, name, table: `c${id}`, indexes })
  }
  return byName
}

const dropIndex = (sqlite: Sqlite, collection: Collection, index: Index): void => {
  sqlite.run('DELETE FROM catalog_indexes WHERE id = ?', [index.id])
  sqlite.exec(`DROP TABLE ${index.table}`)
  collection.indexes = collection.indexes.filter((other) => other !== index)
}

const addIndex = (sqlite: Sqlite, collection: Collection, declared: IndexDeclaration): Index => {
  const { lastInsertRowid } = sqlite.run('INSERT INTO catalog_indexes (collection, name, declared) VALUES (?, ?, ?)', [
    collection.id,
    declared.name,
    JSON.stringify(declared),
  ])
  const index = indexFrom(lastInsertRowid, declared, [])
  sqlite.exec(indexTable(index))
  collection.indexes.push(index)
  return index
}

const declaredText = (sqlite: Sqlite, index: Index): unknown =>
  sqlite.first('SELECT declared FROM catalog_indexes WHERE id = ?', [index.id])?.[0]

export const openCatalog = (sqlite: Sqlite): Catalog => {
  sqlite.exec(SCHEMA)
  const byName = load(sqlite)
  const add = (name: string): Collection => {
    if (byName.has(name)) throw collectionExists()
    if (byName.size >= MAX_COLLECTIONS)
      throw cloudError('DATABASE_COLLECTION_EXCEED_LIMIT', '[LimitExceeded] collections exceed limit')
    const { lastInsertRowid: id } = sqlite.run('INSERT INTO catalog_collections (name) VALUES (?)', [name])
    sqlite.exec(`CREATE TABLE c${id} (rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, d TEXT NOT NULL)`)
    const collection = { id, name, table: `c${id}`, indexes: [] }
    byName.set(name, collection)
    return collection
  }
  return {
    find: (name) => byName.get(name),
    names: () => [...byName.keys()],
    add,
    keepOnly: (names) => {
      for (const name of byName.keys()) if (!names.includes(name)) byName.delete(name)
    },
    declare: ({ name, indexes }, fill) => {
      const collection = byName.get(name) ?? add(name)
      for (const index of [...collection.indexes]) {
        const wanted = indexes.find((declared) => declared.name === index.name)
        if (!wanted || JSON.stringify(wanted) !== declaredText(sqlite, index)) dropIndex(sqlite, collection, index)
      }
      const present = new Set(collection.indexes.map((index) => index.name))
      for (const declared of indexes) {
        if (!present.has(declared.name)) fill(collection, addIndex(sqlite, collection, declared))
      }
    },
    markMultikey: (index, fields) => {
      const fresh = index.fields.filter(({ field, multikey }) => !multikey && fields.includes(field))
      if (fresh.length === 0) return
      for (const field of fresh) field.multikey = true
      const marked = index.fields.filter(({ multikey }) => multikey).map(({ field }) => field)
      sqlite.run('UPDATE catalog_indexes SET multikey = ? WHERE id = ?', [JSON.stringify(marked), index.id])
    },
  }
}
