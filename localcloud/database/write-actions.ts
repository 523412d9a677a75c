import { randomBytes } from 'node:crypto'
import type { AdminRequest } from './admin-request'
import { runStages } from './aggregate-pipeline'
import type { Collection } from './catalog'
import { invalidParam } from './cloud-error'
import { lockNames, type DatabaseSession } from './database-session'
import { documentKey } from './change-history'
import { cloneValue, type Doc } from './document-value'
import { stringifyEjson } from './ejson'
import { docOf, findDocuments, type FoundRow } from './find-documents'
import { encodeKey } from './index-key'
import { refuseLocked } from './lock-wait'
import { queryShape } from './query-metrics'
import { idAnswer, onlyId } from './read-actions'
import { readData, readDocuments, readFilter, readOrder } from './request-fields'
import { checkId, checkStorable } from './storable'
import { replaceDocument, updateDocument, upsertBase } from './update-document'

/** A new `_id` as the cloud makes them: 32 hexadecimal digits. */
const newId = (): string => randomBytes(16).toString('hex')

/** A document ready to be stored: with an `_id` in front, its field names checked. */
export const preparedDocument = (doc: Doc): Doc => {
  const prepared = '_id' in doc ? doc : { _id: newId(), ...doc }
  checkId(prepared)
  checkStorable(prepared)
  return prepared
}

/** What a write makes of a document: an update with operators, a pipeline, or a replacement. */
export const changedDocument = (
  session: DatabaseSession,
  before: Doc,
  data: Doc | Doc[],
  filter: Doc,
  merge: boolean,
): Doc => {
  if (Array.isArray(data)) {
    const [after] = runStages({ session, variables: {} }, data, [cloneValue(before) as Doc])
    return replaceDocument(before, after ?? {})
  }
  if (!merge) return replaceDocument(before, data)
  return updateDocument(before, data, { filter, now: session.now(), inserting: false })
}

/** The document an upsert makes when nothing matched. */
export const upsertedDocument = (session: DatabaseSession, data: Doc | Doc[], filter: Doc, merge: boolean): Doc => {
  const base = upsertBase(filter)
  const made =
    merge && !Array.isArray(data)
      ? updateDocument(base, data, { filter, now: session.now(), inserting: true })
      : { ...('_id' in base ? { _id: base._id } : {}), ...data }
  return preparedDocument(made as Doc)
}

/** `database.insertDocument`: in order; what stands before the first that fails stays inserted. */
export const insertDocument = (session: DatabaseSession, request: AdminRequest): { insertedIds: unknown[] } => {
  const collection = session.collection(request.collectionName)
  const docs = readDocuments(request, session.now()).map(preparedDocument)
  for (const doc of docs) refuseLocked(session.locks, () => lockNames(collection, doc))
  for (const doc of docs) session.write(() => session.store.insert(collection, doc, stringifyEjson(doc)))
  return { insertedIds: docs.map((doc) => idAnswer(doc._id)) }
}

type Target = { collection: Collection; filter: Doc; rows: FoundRow[] }

const targets = (session: DatabaseSession, request: AdminRequest, action: string, multi: boolean): Target => {
  const collection = session.collection(request.collectionName)
  const filter = readFilter(request, session.now())
  const id = onlyId(filter)
  const name = collection.name
  if (id !== undefined) {
    const row = session.store.read(collection, encodeKey(id))
    const found = row ? 1 : 0
    session.metrics.record({
      collection: name,
      shape: `${action} _id=`,
      examined: found,
      returned: found,
      index: '_id_',
    })
    return { collection, filter, rows: row ? [row] : [] }
  }
  const sort = readOrder(request)
  const limit = multi ? Infinity : 1
  const { rows, examined, index } = findDocuments(session.sqlite, collection, { filter, sort, skip: 0, limit })
  session.metrics.record({
    collection: name,
    shape: queryShape(action, filter, sort),
    examined,
    returned: rows.length,
    index,
  })
  return { collection, filter, rows }
}

type Pending = { row: FoundRow; before: Doc; after: Doc; text: string }

/** Computes every new document first, so that a failing one leaves the others untouched and a lock stops them all. */
const pendingChanges = (
  session: DatabaseSession,
  { collection, filter, rows }: Target,
  data: Doc | Doc[],
  merge: boolean,
): Pending[] =>
  rows.flatMap((row) => {
    const before = docOf(row)
    const after = changedDocument(session, before, data, filter, merge)
    const text = stringifyEjson(after)
    if (text === row.text) return []
    refuseLocked(session.locks, () => [...lockNames(collection, before), ...lockNames(collection, after)])
    return [{ row, before, after, text }]
  })

const replaceAll = (session: DatabaseSession, collection: Collection, changes: Pending[]): void => {
  if (changes.length === 0) return
  session.write(() => {
    for (const { row, before, after, text } of changes) {
      session.store.replace(collection, { rid: row.rid, text: row.text, doc: before }, after, text)
    }
  })
}

/** `database.modifyDocument` outside a transaction. `updated` counts documents that changed. */
export const modifyDocument = (session: DatabaseSession, request: AdminRequest) => {
  const multi = request.multi === true
  const merge = request.merge !== false
  const data = readData(request, session.now())
  const target = targets(session, request, 'update', multi)
  if (target.rows.length === 0 && request.upsert === true) {
    const doc = upsertedDocument(session, data, target.filter, merge)
    refuseLocked(session.locks, () => lockNames(target.collection, doc))
    session.write(() => session.store.insert(target.collection, doc, stringifyEjson(doc)))
    return { updated: 0, matched: 0, upsert_id: idAnswer(doc._id) }
  }
  const changes = pendingChanges(session, target, data, merge)
  replaceAll(session, target.collection, changes)
  return { updated: changes.length, matched: target.rows.length, upsert_id: null }
}

/** `database.modifyAndReturnDoc`: changes the first match and answers it as it is afterwards. */
export const modifyAndReturnDoc = (session: DatabaseSession, request: AdminRequest) => {
  const data = readData(request, session.now())
  const target = targets(session, request, 'update', false)
  const [row] = target.rows
  if (!row) return { updated: 0, doc: null }
  const changes = pendingChanges(session, target, data, request.merge !== false)
  replaceAll(session, target.collection, changes)
  return { updated: changes.length, doc: changes[0]?.text ?? row.text }
}

/** `database.removeDocument` outside a transaction. */
export const removeDocument = (session: DatabaseSession, request: AdminRequest): { deleted: number } => {
  if (request.query === undefined && request.queryType === 'DOC') throw invalidParam('query is required')
  const { collection, rows } = targets(session, request, 'remove', request.multi === true)
  for (const row of rows) {
    refuseLocked(session.locks, () => [documentKey(collection.id, encodeKey(docOf(row)._id))])
  }
  if (rows.length > 0) {
    session.write(() => {
      for (const row of rows) session.store.remove(collection, { rid: row.rid, text: row.text, doc: docOf(row) })
    })
  }
  return { deleted: rows.length }
}
