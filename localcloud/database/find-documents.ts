import type { Collection } from './catalog'
import { requestFailed } from './cloud-error'
import { compileMatcher, type Matcher } from './compile-matcher'
import type { Doc } from './document-value'
import { parseDoc } from './ejson'
import { nearDistance } from './geo-query'
import { pathValues } from './path-values'
import { filterBounds, type GeoPredicate } from './predicates'
import { choosePlan, type Plan } from './query-plan'
import { sortDocuments, type SortKey } from './sort-documents'
import type { Sqlite } from './sqlite'

/** `limit` Infinity means all. */
type FindRequest = { filter: Doc; sort: SortKey[]; skip: number; limit: number; variables?: Doc }
/** A document as it is stored; parsed only where something had to look into it. */
export type FoundRow = { rid: number; text: string; doc?: Doc }
type Found = { rows: FoundRow[]; examined: number; index: string | null }

const FIRST_CHUNK = 200
const MAX_CHUNK = 12_800

const toRow = (row: unknown[]): FoundRow => ({ rid: row[0] as number, text: row[1] as string })

/** The parsed document of a row, parsed once. */
export const docOf = (row: FoundRow): Doc => (row.doc ??= parseDoc(row.text))

const page = (sqlite: Sqlite, collection: Collection, plan: Plan, limit: number, offset: number): FoundRow[] => {
  const many = Number.isFinite(limit) ? limit : -1
  if (!plan.rows) {
    return sqlite.all(`SELECT rid, d FROM ${collection.table} ORDER BY rid LIMIT ? OFFSET ?`, [many, offset]).map(toRow)
  }
  const { sql, params, order } = plan.rows
  const join = `SELECT m.rid, m.d FROM (${sql} ORDER BY ${order} LIMIT ? OFFSET ?) s CROSS JOIN ${collection.table} m ON m.rid = s.rid`
  return sqlite.all(join, [...params, many, offset]).map(toRow)
}

/** Candidates in chunks, each read whole so that no statement stays open between two. */
const chunks = function* (sqlite: Sqlite, collection: Collection, plan: Plan, first: number): Generator<FoundRow[]> {
  let offset = 0
  let size = first
  let last = 0
  for (;;) {
    const rows = plan.rows
      ? page(sqlite, collection, plan, size, offset)
      : sqlite.all(`SELECT rid, d FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT ?`, [last, size]).map(toRow)
    yield rows
    if (rows.length < size) return
    offset += rows.length
    last = rows.at(-1)?.rid ?? last
    size = Math.min(size * 4, MAX_CHUNK)
  }
}

type Scan = { matches: Matcher | null; distinct: boolean; first: number }

/** Matching rows one by one; `seen` counts what was read. */
const scan = function* (sqlite: Sqlite, collection: Collection, plan: Plan, how: Scan, seen: { count: number }) {
  const met = how.distinct ? null : new Set<number>()
  for (const rows of chunks(sqlite, collection, plan, how.first)) {
    for (const row of rows) {
      if (met?.has(row.rid)) continue
      met?.add(row.rid)
      seen.count += 1
      if (!how.matches || how.matches(docOf(row))) yield row
    }
  }
}

const byDistance = (rows: FoundRow[], { path, near }: GeoPredicate): FoundRow[] => {
  if (!near) return rows
  const measured = rows.map((row) => ({ row, distance: nearDistance(geoValue(docOf(row), path), near) ?? Infinity }))
  return measured.sort((a, b) => a.distance - b.distance).map(({ row }) => row)
}

/** The geometry of a geo field: GeoJSON, or the pair an array of two numbers is. */
export const geoValue = (doc: Doc, path: string): unknown => {
  const { values } = pathValues(doc, path)
  return values.length === 1 ? values[0] : values
}

const nearPredicate = (collection: Collection, filter: Doc, plan: Plan): GeoPredicate | undefined => {
  const near = filterBounds(filter).geo.find((condition) => condition.near)
  const served = collection.indexes.some(({ name, geoField }) => name === plan.index && geoField === near?.path)
  if (near && !served) {
    throw requestFailed('error processing query: planner returned error: unable to find index for $geoNear query')
  }
  return near
}

const mentionsNear = (filter: Doc): boolean => JSON.stringify(filter).includes('"$near')

/** Finds documents by the best index, sorted and cut. What index and order answer alone is never parsed. */
export const findDocuments = (sqlite: Sqlite, collection: Collection, request: FindRequest): Found => {
  const { filter, sort, skip, limit } = request
  const plan = choosePlan(collection, filter, sort)
  const { index } = plan
  if (plan.covered && plan.ordered && plan.distinct) {
    const rows = page(sqlite, collection, plan, limit, skip)
    return { rows, examined: rows.length, index }
  }
  const near = mentionsNear(filter) ? nearPredicate(collection, filter, plan) : undefined
  const seen = { count: 0 }
  const matches = plan.covered ? null : compileMatcher(filter, request.variables)
  const stopEarly = plan.ordered && !near && Number.isFinite(limit)
  const first = stopEarly ? Math.min(Math.max(skip + limit, 20), FIRST_CHUNK) : MAX_CHUNK
  const found = scan(sqlite, collection, plan, { matches, distinct: plan.distinct, first }, seen)
  if (stopEarly) {
    const rows: FoundRow[] = []
    let skipped = 0
    if (limit > 0) {
      for (const row of found) {
        if (skipped < skip) skipped += 1
        else if (rows.push(row) >= limit) break
      }
    }
    return { rows, examined: seen.count, index }
  }
  const all = [...found]
  const ordered = sort.length > 0 ? sortDocuments(all, sort, docOf) : near ? byDistance(all, near) : all
  return { rows: ordered.slice(skip, skip + limit), examined: seen.count, index }
}

/** Counts matches; an index that covers the filter is counted without reading a document. */
export const countDocuments = (
  sqlite: Sqlite,
  collection: Collection,
  filter: Doc,
): Omit<Found, 'rows'> & { total: number } => {
  const plan = choosePlan(collection, filter, [])
  const { index } = plan
  if (plan.covered) {
    const from = plan.rows ? `(${plan.rows.sql})` : collection.table
    const what = plan.distinct ? 'count(*)' : 'count(DISTINCT rid)'
    const row = sqlite.first(`SELECT ${what} FROM ${from}`, plan.rows?.params ?? [])
    return { total: row?.[0] as number, examined: 0, index }
  }
  if (mentionsNear(filter)) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  const seen = { count: 0 }
  const how = { matches: compileMatcher(filter), distinct: plan.distinct, first: MAX_CHUNK }
  let total = 0
  for (const row of scan(sqlite, collection, plan, how, seen)) if (row) total += 1
  return { total, examined: seen.count, index }
}
