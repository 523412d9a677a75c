import type { AdminRequest } from './admin-request'
import { aggregateDocuments } from './aggregate-documents'
import { invalidParam } from './cloud-error'
import type { DatabaseSession } from './database-session'
import { calculateDocument, getDocument } from './read-actions'
import { readTransactionId } from './request-fields'
import {
  deleteDocInTransaction,
  getInside,
  getInTransaction,
  insertDocInTransaction,
  insertInside,
  modifyAndReturnInside,
  modifyInside,
  removeInside,
  updateDocInTransaction,
  type InTransaction,
} from './transaction-actions'
import type { TransactionTable } from './transaction-table'
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './write-actions'

/** Does one request and gives the fields of its reply. */
export type Action = (request: AdminRequest) => Record<string, unknown>

type Outside = (session: DatabaseSession, request: AdminRequest) => unknown
type Inside = (scope: InTransaction, request: AdminRequest) => Record<string, unknown>

const addCollection = (session: DatabaseSession, { collectionName }: AdminRequest): Record<string, never> => {
  if (typeof collectionName !== 'string' || !/^[a-zA-Z0-9][\w-]{0,63}$/.test(collectionName)) {
    throw invalidParam('invalid collection name')
  }
  session.write(() => session.catalog.add(collectionName))
  return {}
}

/** Actions that work alone, and inside a transaction where the request names one. */
const either: Record<string, [Outside, Inside]> = {
  getDocument: [getDocument, getInside],
  insertDocument: [insertDocument, insertInside],
  modifyDocument: [modifyDocument, modifyInside],
  modifyAndReturnDoc: [modifyAndReturnDoc, modifyAndReturnInside],
  removeDocument: [removeDocument, removeInside],
}

const outside: Record<string, Outside> = {
  calculateDocument,
  aggregateDocuments,
  addCollection,
}

const inside: Record<string, Inside> = {
  getInTransaction,
  updateDocInTransaction,
  deleteDocInTransaction,
  insertDocInTransaction,
}

const scopeOf = (session: DatabaseSession, table: TransactionTable, request: AdminRequest): InTransaction => {
  const id = readTransactionId(request)
  if (id === null) throw invalidParam('transactionId is required')
  return { session, table, transaction: table.use(id) }
}

const transactionActions = (session: DatabaseSession, table: TransactionTable): Record<string, Action> => ({
  startTransaction: () => ({ transactionId: table.start() }),
  commitTransaction: (request) => {
    table.commit(scopeOf(session, table, request).transaction)
    return {}
  },
  abortTransaction: (request) => {
    table.abort(scopeOf(session, table, request).transaction)
    return {}
  },
})

/** All actions of the database by their name on the wire. */
export const databaseActions = (session: DatabaseSession, table: TransactionTable): Map<string, Action> => {
  const actions: Record<string, Action> = transactionActions(session, table)
  for (const [name, act] of Object.entries(outside)) actions[name] = (request) => ({ data: act(session, request) })
  for (const [name, act] of Object.entries(inside)) {
    actions[name] = (request) => act(scopeOf(session, table, request), request)
  }
  for (const [name, [alone, within]] of Object.entries(either)) {
    actions[name] = (request) =>
      readTransactionId(request) === null
        ? { data: alone(session, request) }
        : within(scopeOf(session, table, request), request)
  }
  return new Map(Object.entries(actions).map(([name, act]) => [`database.${name}`, act]))
}
