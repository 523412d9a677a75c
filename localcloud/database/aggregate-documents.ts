import type { AdminRequest } from './admin-request'
import { readLimitStage, readSkipStage, readSortStage, runStages, stageEntry } from './aggregate-pipeline'
import type { Collection } from './catalog'
import { invalidParam } from './cloud-error'
import type { DatabaseSession } from './database-session'
import { isDoc, type Doc } from './document-value'
import { parseEjson, stringifyEjson } from './ejson'
import { docOf, findDocuments } from './find-documents'
import { geoNearStage } from './geo-near-stage'
import { queryShape } from './query-metrics'
import { checkResultSize } from './read-actions'
import type { SortKey } from './sort-documents'

const replaceNow = (value: unknown, now: Date): unknown => {
  if (value === '$$NOW') return now
  if (Array.isArray(value)) return value.map((item) => replaceNow(item, now))
  if (!isDoc(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceNow(inner, now)]))
}

const readStage = (stage: unknown, now: number): Doc => {
  if (!isDoc(stage) || typeof stage.stageKey !== 'string')
    throw invalidParam('stages must hold stageKey and stageValue')
  const { stageKey, stageValue } = stage
  const value = typeof stageValue === 'string' ? parseEjson(stageValue, now) : stageValue
  // `$$NOW` is the platform's clock, which is not the clock of this process.
  return {
    [stageKey]:
      typeof stageValue === 'string' && stageValue.includes('$$NOW') ? replaceNow(value, new Date(now)) : value,
  }
}

type Head = { filter: Doc; sort: SortKey[]; skip: number; limit: number; rest: Doc[] }

/** The stages in front that a query can do: `$match`…, then `$sort`, `$skip`, `$limit`. */
const takeHead = (stages: Doc[]): Head => {
  const rest = [...stages]
  const take = (name: string): unknown => {
    const [first] = rest
    if (!first || stageEntry(first)[0] !== name) return undefined
    rest.shift()
    return first[name]
  }
  const filters: Doc[] = []
  for (let filter = take('$match'); filter !== undefined; filter = take('$match')) {
    if (!isDoc(filter)) throw invalidParam('the match filter must be an expression in an object')
    filters.push(filter)
  }
  const sort = take('$sort')
  const skip = take('$skip')
  const limit = take('$limit')
  const [only] = filters
  return {
    filter: filters.length > 1 ? { $and: filters } : (only ?? {}),
    sort: sort === undefined ? [] : readSortStage(sort),
    skip: skip === undefined ? 0 : readSkipStage(skip),
    limit: limit === undefined ? Infinity : readLimitStage(limit),
    rest,
  }
}

const fromCollection = (session: DatabaseSession, collection: Collection, stages: Doc[]): Doc[] => {
  const { rest, ...request } = takeHead(stages)
  const { rows, examined, index } = findDocuments(session.sqlite, collection, request)
  const shape = [
    queryShape('aggregate', request.filter, request.sort),
    ...rest.map((stage) => stageEntry(stage)[0]),
  ].join(' ')
  const docs = runStages({ session, variables: {} }, rest, rows.map(docOf))
  session.metrics.record({ collection: collection.name, shape, examined, returned: docs.length, index })
  return docs
}

/** `database.aggregateDocuments`. */
export const aggregateDocuments = (session: DatabaseSession, request: AdminRequest): { list: string[] } => {
  const collection = session.collection(request.collectionName)
  if (!Array.isArray(request.stages)) throw invalidParam('stages must be an array')
  const stages = request.stages.map((stage) => readStage(stage, session.now()))
  const [first, ...rest] = stages
  const near = first && stageEntry(first)[0] === '$geoNear' ? first.$geoNear : undefined
  const docs =
    near === undefined
      ? fromCollection(session, collection, stages)
      : runStages({ session, variables: {} }, rest, geoNearStage(session, collection, near))
  const list = docs.map(stringifyEjson)
  checkResultSize(session, list)
  return { list }
}
