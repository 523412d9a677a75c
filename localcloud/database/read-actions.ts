import type { AdminRequest } from './admin-request'
import type { Collection } from './catalog'
import { requestFailed } from './cloud-error'
import type { DatabaseSession } from './database-session'
import { bsonTypeOf, type Doc } from './document-value'
import { stringifyEjson } from './ejson'
import { countDocuments, docOf, findDocuments, type FoundRow } from './find-documents'
import { encodeKey } from './index-key'
import { compileProjection } from './project-document'
import { queryShape } from './query-metrics'
import { readFilter, readLimit, readOrder, readProjection, readSkip } from './request-fields'

/** The `_id` of a filter that asks for nothing else; undefined otherwise. */
export const onlyId = (filter: Doc): string | number | undefined => {
  const [key, more] = Object.keys(filter)
  if (key !== '_id' || more !== undefined) return undefined
  const id = filter._id
  return typeof id === 'string' || (typeof id === 'number' && !Number.isNaN(id)) ? id : undefined
}

/** Refuses a reply larger than the platform hands over. */
export const checkResultSize = (session: DatabaseSession, texts: string[]): void => {
  const units = texts.reduce((sum, text) => sum + text.length, 0)
  if (units * 3 <= session.resultLimitBytes) return
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (bytes > session.resultLimitBytes) {
    throw requestFailed(
      `-602001 database query result size exceed limit (${Math.round(session.resultLimitBytes / 1048576)}MB)`,
    )
  }
}

/** Texts to answer: as stored, or projected. */
export const answerTexts = (rows: FoundRow[], projection: Doc | null, filter: Doc): string[] => {
  if (!projection) return rows.map(({ text }) => text)
  const project = compileProjection(projection, filter)
  return rows.map((row) => stringifyEjson(project(docOf(row))))
}

const pointRead = (session: DatabaseSession, collection: Collection, id: string | number): FoundRow[] => {
  const row = session.store.read(collection, encodeKey(id))
  const found = row ? 1 : 0
  session.metrics.record({
    collection: collection.name,
    shape: 'find _id=',
    examined: found,
    returned: found,
    index: '_id_',
  })
  return row ? [row] : []
}

const query = (session: DatabaseSession, collection: Collection, request: AdminRequest, filter: Doc): FoundRow[] => {
  const sort = readOrder(request)
  const limit = request.queryType === 'DOC' ? 1 : readLimit(request)
  const { rows, examined, index } = findDocuments(session.sqlite, collection, {
    filter,
    sort,
    skip: readSkip(request),
    limit,
  })
  const shape = queryShape('find', filter, sort)
  session.metrics.record({ collection: collection.name, shape, examined, returned: rows.length, index })
  return rows
}

/** `database.getDocument` outside a transaction. */
export const getDocument = (session: DatabaseSession, request: AdminRequest): { list: string[] } => {
  const collection = session.collection(request.collectionName)
  const filter = readFilter(request, session.now())
  const projection = readProjection(request)
  const id = onlyId(filter)
  const rows = id === undefined ? query(session, collection, request, filter) : pointRead(session, collection, id)
  const skipped = id !== undefined && readSkip(request) > 0 ? [] : rows
  const list = answerTexts(skipped, projection, filter)
  checkResultSize(session, list)
  return { list }
}

/** `database.calculateDocument`: how many documents match. */
export const calculateDocument = (session: DatabaseSession, request: AdminRequest): { total: number } => {
  const collection = session.collection(request.collectionName)
  const filter = readFilter(request, session.now())
  const { total, examined, index } = countDocuments(session.sqlite, collection, filter)
  session.metrics.record({
    collection: collection.name,
    shape: queryShape('count', filter),
    examined,
    returned: 0,
    index,
  })
  return { total }
}

/** A value as an insert answers it: the id itself, text where it is neither text nor number. */
export const idAnswer = (id: unknown): unknown => (bsonTypeOf(id) === 'ObjectId' ? String(id) : id)
