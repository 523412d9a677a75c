import type { Catalog, Collection } from './catalog'
import { duplicateKey } from './cloud-error'
import type { Doc } from './document-value'
import { stringifyEjson } from './ejson'
import { encodeKey } from './index-key'
import { geoBox, indexRows, shownKey, type Index } from './index-rows'
import { isConstraint } from './index-writer'
import type { Sqlite, SqlValue } from './sqlite'

/**
 * Inserts many documents at once: rows of one table go in together, and index rows in the order of their keys, which
 * fills pages one after the other instead of all over the tree. `mark` comes back in the error of the document.
 */
export type BulkInsert = { add(collection: Collection, doc: Doc, text: string, mark: number): void; finish(): void }

/** A unique key that is taken, and the mark of the document that brought it. */
export type BulkFailure = Error & { mark: number }

type Row = { sort: string; values: SqlValue[]; doc: Doc; mark: number }
/** Rows that wait for one table; `index` null is the table of the documents. */
type Queue = { collection: Collection; index: Index | null; rows: Row[] }

const BATCH = 64
const MAX_WAITING = 300_000

const refusal = ({ collection, index }: Queue, { doc, mark }: Row): BulkFailure => {
  const shown = index ? shownKey(index, doc) : `: ${stringifyEjson(doc._id)}`
  return Object.assign(duplicateKey(collection.name, index?.name ?? '_id_', shown), { mark })
}

const putRows = (sqlite: Sqlite, queue: Queue, rows: Row[]): void => {
  const table = queue.index?.table ?? queue.collection.table
  const marks = `(${Array.from(rows[0]?.values ?? [], () => '?').join(', ')})`
  const values = rows.flatMap((row) => row.values)
  try {
    sqlite.run(`INSERT INTO ${table} VALUES ${rows.map(() => marks).join(', ')}`, values)
  } catch (error) {
    if (!isConstraint(error)) throw error
    const [first, second] = rows
    if (first && !second) throw refusal(queue, first)
    // A failed statement has put nothing in; one by one the row in the wrong is found.
    for (const row of rows) putRows(sqlite, queue, [row])
  }
}

const drain = (sqlite: Sqlite, queue: Queue): void => {
  const { rows } = queue
  queue.rows = []
  if (queue.index) rows.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0))
  for (let at = 0; at < rows.length; at += BATCH) putRows(sqlite, queue, rows.slice(at, at + BATCH))
}

export const createBulkInsert = (
  sqlite: Sqlite,
  catalog: Catalog,
  onInsert: (collection: Collection, id: string, text: string) => void,
): BulkInsert => {
  const queues = new Map<string, Queue>()
  const nextRow = new Map<Collection, number>()
  let waiting = 0

  const queueOf = (collection: Collection, index: Index | null): Queue => {
    const table = index?.table ?? collection.table
    const known = queues.get(table)
    if (known) return known
    const made = { collection, index, rows: [] }
    queues.set(table, made)
    return made
  }
  const takeRow = (collection: Collection): number => {
    const sql = `SELECT ifnull(max(rid), 0) + 1 FROM ${collection.table}`
    const rid = nextRow.get(collection) ?? Number(sqlite.first(sql, [])?.[0])
    nextRow.set(collection, rid + 1)
    return rid
  }
  const addIndex = (collection: Collection, index: Index, rid: number, doc: Doc, mark: number): void => {
    if (index.geoField !== null) {
      const box = geoBox(index.geoField, doc)
      if (box) sqlite.run(`INSERT INTO ${index.table} VALUES (?, ?, ?, ?, ?)`, [rid, ...box])
      return
    }
    const { rows, multikey } = indexRows(index, doc)
    if (multikey.length > 0) catalog.markMultikey(index, multikey)
    const queue = queueOf(collection, index)
    for (const keys of rows) queue.rows.push({ sort: keys.join('\u0000'), values: [...keys, rid], doc, mark })
    waiting += rows.length
  }
  const finish = (): void => {
    for (const queue of queues.values()) drain(sqlite, queue)
    waiting = 0
  }
  return {
    add: (collection, doc, text, mark) => {
      const id = encodeKey(doc._id)
      const rid = takeRow(collection)
      queueOf(collection, null).rows.push({ sort: '', values: [rid, id, text], doc, mark })
      for (const index of collection.indexes) addIndex(collection, index, rid, doc, mark)
      onInsert(collection, id, text)
      if (++waiting > MAX_WAITING) finish()
    },
    finish,
  }
}
