import type { AdminRequest } from './admin-request'
import { invalidParam, requestFailed } from './cloud-error'
import { isDoc, type Doc } from './document-value'
import { parseEjson } from './ejson'
import type { SortKey } from './sort-documents'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

const readDoc = (text: unknown, field: string, now: number): Doc => {
  const value = typeof text === 'string' ? parseEjson(text, now) : text
  if (!isDoc(value)) throw invalidParam(`${field} must be an object`)
  return value
}

/** The filter of a request; absent means everything. */
export const readFilter = (request: AdminRequest, now: number): Doc => {
  const { query } = request
  return query === undefined || query === null || query === '' ? {} : readDoc(query, 'query', now)
}

/** The order of a request: `{field: 1 | -1}` or a list of `{field, direction}`. */
export const readOrder = (request: AdminRequest): SortKey[] => {
  const { order } = request
  if (order === undefined || order === null || order === '') return []
  const value = typeof order === 'string' ? parseEjson(order) : order
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.filter(isDoc).map((item) => [String(item.field), item.direction])
    : Object.entries(readDoc(value, 'order', 0))
  return sortKeys(entries)
}

/** Sort keys of `[field, way]` pairs. */
export const sortKeys = (entries: [string, unknown][]): SortKey[] =>
  entries.map(([field, way]) => {
    if (way === 1 || way === 'asc') return { field, order: 1 }
    if (way === -1 || way === 'desc') return { field, order: -1 }
    throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
  })

const wholeNumber = (value: unknown, field: string): number => {
  const read = typeof value === 'string' ? Number(value) : value
  if (typeof read !== 'number' || !Number.isInteger(read) || read < 0)
    throw invalidParam(`${field} must be a whole number`)
  return read
}

/** How many documents are answered: 100 where nothing is said, never more than 1000. */
export const readLimit = (request: AdminRequest): number => {
  const limit = request.limit === undefined || request.limit === null ? 0 : wholeNumber(request.limit, 'limit')
  return limit === 0 ? DEFAULT_LIMIT : Math.min(limit, MAX_LIMIT)
}

export const readSkip = (request: AdminRequest): number =>
  request.offset === undefined || request.offset === null ? 0 : wholeNumber(request.offset, 'offset')

/** The projection of a request, or null. */
export const readProjection = (request: AdminRequest): Doc | null => {
  const { projection } = request
  if (projection === undefined || projection === null || projection === '') return null
  const fields = readDoc(projection, 'projection', 0)
  return Object.keys(fields).length === 0 ? null : fields
}

/** The `data` of a write: an update, a replacement, or a pipeline. */
export const readData = (request: AdminRequest, now: number): Doc | Doc[] => {
  const value = typeof request.data === 'string' ? parseEjson(request.data, now) : request.data
  if (Array.isArray(value) && value.every(isDoc)) return value
  if (!isDoc(value)) throw invalidParam('data must be an object')
  return value
}

/** The documents of an insert. */
export const readDocuments = (request: AdminRequest, now: number): Doc[] => {
  const { data } = request
  const list: unknown[] = Array.isArray(data) ? data : [data]
  if (list.length === 0) throw invalidParam('data must not be empty')
  return list.map((item) => readDoc(item, 'data', now))
}

/** The transaction a request belongs to, or null. */
export const readTransactionId = (request: AdminRequest): string | null => {
  const { transactionId } = request
  return typeof transactionId === 'string' && transactionId !== '' ? transactionId : null
}
