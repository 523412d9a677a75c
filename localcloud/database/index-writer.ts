import type { Catalog, Collection } from './catalog'
import { duplicateKey } from './cloud-error'
import type { Doc } from './document-value'
import { geoBox, indexRows, shownKey, type Index } from './index-rows'
import type { Sqlite } from './sqlite'

/** Keeps the rows of one index in step with a document. */
type IndexWriter = {
  add(collection: Collection, index: Index, rid: number, doc: Doc): void
  move(collection: Collection, index: Index, rid: number, before: Doc, after: Doc): void
  remove(index: Index, rid: number, doc: Doc): void
}

/** True for the error SQLite gives when a unique key is there already. */
export const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')

const holds = (rows: string[][], row: string[]): boolean =>
  rows.some((other) => other.every((key, i) => key === row[i]))

export const createIndexWriter = (sqlite: Sqlite, catalog: Catalog): IndexWriter => {
  const addKeys = (collection: Collection, index: Index, rid: number, rows: string[][], doc: Doc): void => {
    const marks = index.fields.map(() => '?').join(', ')
    for (const row of rows) {
      try {
        sqlite.run(`INSERT INTO ${index.table} VALUES (${marks}, ?)`, [...row, rid])
      } catch (error) {
        if (isConstraint(error)) throw duplicateKey(collection.name, index.name, shownKey(index, doc))
        throw error
      }
    }
  }
  const dropKeys = (index: Index, rid: number, rows: string[][]): void => {
    const where = index.fields.map((_, i) => `k${i} = ?`).join(' AND ')
    for (const row of rows) sqlite.run(`DELETE FROM ${index.table} WHERE ${where} AND rid = ?`, [...row, rid])
  }
  const keysOf = (index: Index, doc: Doc): string[][] => {
    const { rows, multikey } = indexRows(index, doc)
    if (multikey.length > 0) catalog.markMultikey(index, multikey)
    return rows
  }
  const addBox = (index: Index, field: string, rid: number, doc: Doc): void => {
    const box = geoBox(field, doc)
    if (box) sqlite.run(`INSERT INTO ${index.table} VALUES (?, ?, ?, ?, ?)`, [rid, ...box])
  }
  const dropBox = (index: Index, rid: number): void => {
    sqlite.run(`DELETE FROM ${index.table} WHERE rid = ?`, [rid])
  }
  return {
    add: (collection, index, rid, doc) => {
      if (index.geoField !== null) addBox(index, index.geoField, rid, doc)
      else addKeys(collection, index, rid, keysOf(index, doc), doc)
    },
    move: (collection, index, rid, before, after) => {
      if (index.geoField !== null) {
        dropBox(index, rid)
        addBox(index, index.geoField, rid, after)
        return
      }
      const old = indexRows(index, before).rows
      const rows = keysOf(index, after)
      const gone = old.filter((row) => !holds(rows, row))
      const fresh = rows.filter((row) => !holds(old, row))
      dropKeys(index, rid, gone)
      addKeys(collection, index, rid, fresh, after)
    },
    remove: (index, rid, doc) => {
      if (index.geoField !== null) dropBox(index, rid)
      else dropKeys(index, rid, indexRows(index, doc).rows)
    },
  }
}
