import { createBulkInsert, type BulkInsert } from './bulk-insert'
import type { Catalog, Collection } from './catalog'
import { duplicateKey, writeError } from './cloud-error'
import type { Doc } from './document-value'
import { parseDoc, stringifyEjson } from './ejson'
import { encodeKey } from './index-key'
import type { Index } from './index-rows'
import { createIndexWriter, isConstraint } from './index-writer'
import type { Sqlite } from './sqlite'

/** One stored document: its row, its text and its parsed form. */
type StoredRow = { rid: number; text: string; doc: Doc }

/** A document before and after one write; null where it did not exist or exists no more. */
export type Change = { collection: Collection; id: string; before: string | null; after: string | null }

/** Documents and their index rows. Every write keeps both in step and reports the change. */
export type DocumentStore = {
  /** The document with this key of `_id`, as text. */
  read(collection: Collection, id: string): { rid: number; text: string } | undefined
  insert(collection: Collection, doc: Doc, text: string): void
  replace(collection: Collection, row: StoredRow, doc: Doc, text: string): void
  remove(collection: Collection, row: StoredRow): void
  /** The key of the `_id` of the document that holds a unique key, or undefined. */
  holderOf(collection: Collection, index: Index, keys: string[]): string | undefined
  /** Begins to insert many documents; they are there after its `finish`. */
  bulk(): BulkInsert
  /** Fills a new index from the documents there are. */
  fill(collection: Collection, index: Index): void
}

/** Bytes of one document, MongoDB's own limit. */
const MAX_DOCUMENT = 16 * 1024 * 1024
const FILL_CHUNK = 2000

const checkSize = (text: string): void => {
  if (text.length * 3 <= MAX_DOCUMENT) return
  const size = Buffer.byteLength(text)
  if (size > MAX_DOCUMENT) {
    throw writeError(`object to insert too large. size in bytes: ${size}, max size: ${MAX_DOCUMENT}`)
  }
}

const insertMain = (sqlite: Sqlite, collection: Collection, id: string, doc: Doc, text: string): number => {
  try {
    return sqlite.run(`INSERT INTO ${collection.table} (id, d) VALUES (?, ?)`, [id, text]).lastInsertRowid
  } catch (error) {
    if (!isConstraint(error)) throw error
    throw duplicateKey(collection.name, '_id_', `: ${stringifyEjson(doc._id)}`)
  }
}

export const createDocumentStore = (
  sqlite: Sqlite,
  catalog: Catalog,
  onChange: (change: Change) => void,
): DocumentStore => {
  const indexes = createIndexWriter(sqlite, catalog)
  return {
    read: ({ table }, id) => {
      const row = sqlite.first(`SELECT rid, d FROM ${table} WHERE id = ?`, [id])
      return row && { rid: row[0] as number, text: row[1] as string }
    },
    insert: (collection, doc, text) => {
      checkSize(text)
      const id = encodeKey(doc._id)
      const rid = insertMain(sqlite, collection, id, doc, text)
      for (const index of collection.indexes) indexes.add(collection, index, rid, doc)
      onChange({ collection, id, before: null, after: text })
    },
    replace: (collection, row, doc, text) => {
      checkSize(text)
      sqlite.run(`UPDATE ${collection.table} SET d = ? WHERE rid = ?`, [text, row.rid])
      for (const index of collection.indexes) indexes.move(collection, index, row.rid, row.doc, doc)
      onChange({ collection, id: encodeKey(doc._id), before: row.text, after: text })
    },
    remove: (collection, row) => {
      sqlite.run(`DELETE FROM ${collection.table} WHERE rid = ?`, [row.rid])
      for (const index of collection.indexes) indexes.remove(index, row.rid, row.doc)
      onChange({ collection, id: encodeKey(row.doc._id), before: row.text, after: null })
    },
    holderOf: ({ table }, index, keys) => {
      const where = index.fields.map((_, i) => `k${i} = ?`).join(' AND ')
      const sql = `SELECT id FROM ${table} WHERE rid = (SELECT rid FROM ${index.table} WHERE ${where})`
      return sqlite.first(sql, keys)?.[0] as string | undefined
    },
    bulk: () =>
      createBulkInsert(sqlite, catalog, (collection, id, after) => onChange({ collection, id, before: null, after })),
    fill: (collection, index) => {
      const sql = `SELECT rid, d FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT ${FILL_CHUNK}`
      let last = 0
      for (;;) {
        const rows = sqlite.all(sql, [last]) as [number, string][]
        for (const [rid, text] of rows) {
          indexes.add(collection, index, rid, parseDoc(text))
          last = rid
        }
        if (rows.length < FILL_CHUNK) return
      }
    },
  }
}
