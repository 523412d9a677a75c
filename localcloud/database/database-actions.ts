import type { AdminRequest } from './admin-request'
import type { DatabaseSession } from './database-session'
import { invalidParam } from './cloud-error'
import { calculateDocument, getDocument } from './read-actions'
import { insertDocument, modifyAndReturnDoc, modifyDocument, removeDocument } from './write-actions'

/** Does one request and gives the fields of its reply. */
export type Action = (request: AdminRequest) => Record<string, unknown>

const addCollection = (session: DatabaseSession, request: AdminRequest): Record<string, never> => {
  const { collectionName } = request
  if (typeof collectionName !== 'string' || !/^[a-zA-Z0-9][\w-]{0,63}$/.test(collectionName)) {
    throw invalidParam('invalid collection name')
  }
  session.write(() => session.catalog.add(collectionName))
  return {}
}

/** All actions of the database by their name on the wire. */
export const databaseActions = (session: DatabaseSession): Map<string, Action> => {
  const plain: [string, (session: DatabaseSession, request: AdminRequest) => unknown][] = [
    ['getDocument', getDocument],
    ['calculateDocument', calculateDocument],
    ['insertDocument', insertDocument],
    ['modifyDocument', modifyDocument],
    ['modifyAndReturnDoc', modifyAndReturnDoc],
    ['removeDocument', removeDocument],
    ['addCollection', addCollection],
  ]
  return new Map(plain.map(([name, act]) => [`database.${name}`, (request) => ({ data: act(session, request) })]))
}
