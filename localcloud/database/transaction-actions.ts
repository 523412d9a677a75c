import type { AdminRequest } from './admin-request'
import type { Collection } from './catalog'
import { invalidParam } from './cloud-error'
import { compileMatcher } from './compile-matcher'
import type { DatabaseSession } from './database-session'
import { isDoc, type Doc } from './document-value'
import { parseDoc, parseEjson, stringifyEjson } from './ejson'
import { docOf, findDocuments, type FoundRow } from './find-documents'
import { documentKey } from './change-history'
import { duplicateKey } from './cloud-error'
import { encodeKey } from './index-key'
import { queryShape } from './query-metrics'
import { answerTexts, checkResultSize, idAnswer, onlyId } from './read-actions'
import { readData, readDocuments, readFilter, readLimit, readOrder, readProjection, readSkip } from './request-fields'
import { sortDocuments, type SortKey } from './sort-documents'
import type { Transaction, TransactionTable } from './transaction-table'
import { changedDocument, preparedDocument, upsertedDocument } from './write-actions'

/** One request inside a transaction. */
export type InTransaction = { session: DatabaseSession; table: TransactionTable; transaction: Transaction }

type Search = { filter: Doc; sort: SortKey[]; skip: number; limit: number }

const record = (
  { session }: InTransaction,
  collection: Collection,
  shape: string,
  examined: number,
  returned: number,
  index: string | null,
) => session.metrics.record({ collection: collection.name, shape, examined, returned, index })

const point = (scope: InTransaction, collection: Collection, id: unknown, shape: string): FoundRow[] => {
  const text = scope.table.read(scope.transaction, collection, encodeKey(id))
  const found = text === null ? 0 : 1
  record(scope, collection, shape, found, found, '_id_')
  return text === null ? [] : [{ rid: 0, text }]
}

/** Documents as the transaction sees them: the stored ones, with what changed since and its own writes put in place. */
const search = (
  scope: InTransaction,
  collection: Collection,
  { filter, sort, skip, limit }: Search,
  action: string,
): FoundRow[] => {
  const { session, table, transaction } = scope
  const own = [...transaction.drafts.values()].filter((draft) => draft.collection === collection)
  const since = session.history.keysSince(transaction.snapshot ?? 0, collection.id)
  const differing = new Set([...since, ...own.map(({ id }) => documentKey(collection.id, id))])
  const plain = differing.size === 0
  const request = plain ? { filter, sort, skip, limit } : { filter, sort, skip: 0, limit: Infinity }
  const { rows, examined, index } = findDocuments(session.sqlite, collection, request)
  const shape = queryShape(action, filter, sort)
  if (plain) {
    record(scope, collection, shape, examined, rows.length, index)
    return rows
  }
  const matches = compileMatcher(filter)
  const kept = rows.filter((row) => !differing.has(documentKey(collection.id, encodeKey(docOf(row)._id))))
  const seen = [...differing].flatMap((key): FoundRow[] => {
    const text = table.read(transaction, collection, key.slice(key.indexOf(':') + 1))
    return text !== null && matches(parseDoc(text)) ? [{ rid: 0, text }] : []
  })
  const found = sortDocuments([...kept, ...seen], sort, docOf).slice(skip, skip + limit)
  record(scope, collection, shape, examined + differing.size, found.length, index)
  return found
}

const rowsOf = (
  scope: InTransaction,
  collection: Collection,
  request: AdminRequest,
  filter: Doc,
  limit: number,
  action: string,
) => {
  const id = onlyId(filter)
  if (id !== undefined) return point(scope, collection, id, `${action} _id=`)
  const skip = action === 'find' ? readSkip(request) : 0
  return search(scope, collection, { filter, sort: readOrder(request), skip, limit }, action)
}

/** Any failed write ends the transaction, as in MongoDB. */
const writing = <T>({ table, transaction }: InTransaction, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    table.abort(transaction)
    throw error
  }
}

const store = ({ table, transaction }: InTransaction, collection: Collection, doc: Doc): string => {
  const text = stringifyEjson(doc)
  table.put(transaction, collection, doc, text)
  return text
}

const insertNew = (scope: InTransaction, collection: Collection, doc: Doc): void => {
  if (scope.table.read(scope.transaction, collection, encodeKey(doc._id)) !== null) {
    throw duplicateKey(collection.name, '_id_', `: ${stringifyEjson(doc._id)}`)
  }
  store(scope, collection, doc)
}

export const getInside = (scope: InTransaction, request: AdminRequest) => {
  const collection = scope.session.collection(request.collectionName)
  const filter = readFilter(request, scope.session.now())
  const limit = request.queryType === 'DOC' ? 1 : readLimit(request)
  const list = answerTexts(rowsOf(scope, collection, request, filter, limit, 'find'), readProjection(request), filter)
  checkResultSize(scope.session, list)
  return { data: { list } }
}

export const insertInside = (scope: InTransaction, request: AdminRequest) => {
  const collection = scope.session.collection(request.collectionName)
  return writing(scope, () => {
    const docs = readDocuments(request, scope.session.now()).map(preparedDocument)
    for (const doc of docs) insertNew(scope, collection, doc)
    return { data: { insertedIds: docs.map((doc) => idAnswer(doc._id)) } }
  })
}

/** Changes the rows; answers how many changed and the first as it is afterwards. */
const change = (
  scope: InTransaction,
  collection: Collection,
  rows: FoundRow[],
  data: Doc | Doc[],
  filter: Doc,
  merge: boolean,
) => {
  let updated = 0
  let first: string | null = null
  for (const row of rows) {
    const after = changedDocument(scope.session, docOf(row), data, filter, merge)
    const text = store(scope, collection, after)
    if (text !== row.text) updated += 1
    first ??= text
  }
  return { updated, first }
}

export const modifyInside = (scope: InTransaction, request: AdminRequest) => {
  const collection = scope.session.collection(request.collectionName)
  const filter = readFilter(request, scope.session.now())
  return writing(scope, () => {
    const data = readData(request, scope.session.now())
    const merge = request.merge !== false
    const rows = rowsOf(scope, collection, request, filter, request.multi === true ? Infinity : 1, 'update')
    if (rows.length === 0 && request.upsert === true) {
      const doc = upsertedDocument(scope.session, data, filter, merge)
      insertNew(scope, collection, doc)
      return { data: { updated: 0, matched: 0, upsert_id: idAnswer(doc._id) } }
    }
    const { updated } = change(scope, collection, rows, data, filter, merge)
    return { data: { updated, matched: rows.length, upsert_id: null } }
  })
}

export const modifyAndReturnInside = (scope: InTransaction, request: AdminRequest) => {
  const collection = scope.session.collection(request.collectionName)
  const filter = readFilter(request, scope.session.now())
  return writing(scope, () => {
    const data = readData(request, scope.session.now())
    const rows = rowsOf(scope, collection, request, filter, 1, 'update')
    const { updated, first } = change(scope, collection, rows, data, filter, request.merge !== false)
    return { data: { updated, doc: first } }
  })
}

export const removeInside = (scope: InTransaction, request: AdminRequest) => {
  const collection = scope.session.collection(request.collectionName)
  const filter = readFilter(request, scope.session.now())
  return writing(scope, () => {
    const rows = rowsOf(scope, collection, request, filter, request.multi === true ? Infinity : 1, 'remove')
    for (const row of rows) scope.table.put(scope.transaction, collection, docOf(row), null)
    return { data: { deleted: rows.length } }
  })
}

const requestId = ({ _id }: AdminRequest): string | number => {
  if (typeof _id !== 'string' && typeof _id !== 'number') throw invalidParam('_id must be a string or a number')
  return _id
}

/** `database.getInTransaction`: the older form of a read by id. */
export const getInTransaction = (scope: InTransaction, request: AdminRequest) => {
  const collection = scope.session.collection(request.collectionName)
  const [row] = point(scope, collection, requestId(request), 'find _id=')
  return { data: row?.text ?? 'null' }
}

/** `database.updateDocInTransaction`: operators change, anything else replaces; `upsert` makes what is missing. */
export const updateDocInTransaction = (scope: InTransaction, request: AdminRequest) => {
  const id = requestId(request)
  const value = parseEjson(request.data, scope.session.now())
  if (!isDoc(value)) throw invalidParam('data must be an object')
  const merge = Object.keys(value).some((key) => key.startsWith('$'))
  const data = merge ? value : Object.fromEntries(Object.entries(value).filter(([key]) => key !== '_id'))
  const inner = { ...request, data: stringifyEjson(data), query: stringifyEjson({ _id: id }), merge, multi: false }
  const { data: done } = modifyInside(scope, inner)
  const upserted = done.upsert_id === null ? null : JSON.stringify([{ _id: done.upsert_id }])
  return { updated: String(done.updated), upserted }
}

/** `database.deleteDocInTransaction`: the older form of a removal by id. */
export const deleteDocInTransaction = (scope: InTransaction, request: AdminRequest) => {
  const query = stringifyEjson({ _id: requestId(request) })
  const { data } = removeInside(scope, { ...request, query, multi: false })
  return { deleted: String(data.deleted) }
}

/** `database.insertDocInTransaction`: the older form of an insert of one document. */
export const insertDocInTransaction = (scope: InTransaction, request: AdminRequest) => {
  const { data } = insertInside(scope, request)
  return { inserted: '1', _id: data.insertedIds[0] }
}
