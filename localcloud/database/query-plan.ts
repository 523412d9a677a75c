import type { Collection } from './catalog'
import type { Doc } from './document-value'
import type { Index } from './index-rows'
import { filterBounds, type FilterBounds, type Predicate } from './predicates'
import type { SortKey } from './sort-documents'
import type { SqlValue } from './sqlite'

/**
 * How the documents of a query are found. `rows` is SQL that yields row ids (in index order when `ordered`); null means
 * the whole table. `covered` says the rows are exactly the matches; `distinct` that no row comes twice.
 */
export type Plan = {
  index: string | null
  rows: { sql: string; params: SqlValue[]; order: string } | null
  covered: boolean
  ordered: boolean
  distinct: boolean
}

type Candidate = Plan & { score: number }
type Key = { field: string; order: 1 | -1; multikey: boolean; column: string }
type Condition = { sql: string; params: SqlValue[]; single: boolean }

const MAX_MERGED = 200

const whereOf = (column: string, predicate: Predicate): Condition => {
  if (predicate.kind === 'points') {
    const single = predicate.keys.length === 1
    const marks = predicate.keys.map(() => '?').join(', ')
    return { sql: single ? `${column} = ?` : `${column} IN (${marks})`, params: predicate.keys, single }
  }
  const low = `${column} ${predicate.fromOpen ? '>' : '>='} ?`
  const high = `${column} ${predicate.toOpen ? '<' : '<='} ?`
  return { sql: `${low} AND ${high}`, params: [predicate.from, predicate.to], single: false }
}

/** Of several conditions on one field an index with arrays may use only one: different elements may meet them. */
const usable = (predicates: Predicate[], multikey: boolean): Predicate[] => {
  if (!multikey || predicates.length < 2) return predicates
  const best = predicates.find((predicate) => predicate.kind === 'points') ?? predicates[0]
  return best ? [best] : []
}

type Bound = {
  where: Condition[]
  used: Set<Predicate>
  fixed: Set<string>
  prefix: number
  ranged: boolean
  many: number
}

const bind = (keys: Key[], predicates: Predicate[]): Bound => {
  const bound: Bound = { where: [], used: new Set(), fixed: new Set(), prefix: 0, ranged: false, many: 0 }
  let seeking = true
  for (const key of keys) {
    const chosen = usable(
      predicates.filter(({ path }) => path === key.field),
      key.multikey,
    )
    const conditions = chosen.map((predicate) => whereOf(key.column, predicate))
    bound.where.push(...conditions)
    for (const predicate of chosen) bound.used.add(predicate)
    if (conditions.some(({ single }) => single)) bound.fixed.add(key.field)
    if (!seeking) continue
    const equality = chosen.some(({ kind }) => kind === 'points')
    if (equality) {
      bound.prefix += 1
      if (!bound.fixed.has(key.field)) bound.many += 1
    } else {
      seeking = false
      bound.ranged = chosen.length > 0
    }
  }
  return bound
}

/** `ORDER BY` served by the keys, or null. Fields fixed to one value take no part in the order. */
const orderOf = (keys: Key[], fixed: Set<string>, sort: SortKey[]): string | null => {
  const wanted = sort.filter(
    ({ field }) => !fixed.has(field) || keys.some((key) => key.field === field && key.multikey),
  )
  const free = keys.filter(({ field }) => !fixed.has(field))
  if (wanted.length > free.length) return null
  const turned = wanted[0] && free[0] && wanted[0].order !== free[0].order
  for (const [i, { field, order }] of wanted.entries()) {
    const key = free[i]
    if (!key || key.field !== field || key.multikey || (key.order !== order) !== turned) return null
  }
  const way = (order: number) => ((turned ? -order : order) === -1 ? 'DESC' : 'ASC')
  const last = keys.at(-1)
  return [...free.map(({ column, order }) => `${column} ${way(order)}`), `rid ${way(last?.order ?? 1)}`].join(', ')
}

/** The one field bound to several values, when reading a list a value and merging the lists gives the order. */
const mergeField = (keys: Key[], bound: Bound, predicates: Predicate[], sort: SortKey[]) => {
  const lists = keys.flatMap((key) => {
    const predicate = [...bound.used].find(({ path, kind }) => path === key.field && kind === 'points')
    return predicate?.kind === 'points' && predicate.keys.length > 1 ? [{ key, predicate }] : []
  })
  const [list] = lists
  if (lists.length !== 1 || !list || list.predicate.keys.length > MAX_MERGED) return null
  const others = predicates.filter(({ path }) => path === list.key.field)
  if (others.length > 1 || sort.some(({ field }) => field === list.key.field)) return null
  const order = orderOf(keys, new Set([...bound.fixed, list.key.field]), sort)
  return order === null ? null : { ...list, order }
}

type Rows = NonNullable<Plan['rows']>

const select = (table: string, keys: Key[], where: Condition[]): Pick<Rows, 'sql' | 'params'> => {
  const columns = ['rid', ...keys.map(({ column }) => column)].join(', ')
  const tests = where.length > 0 ? ` WHERE ${where.map(({ sql }) => sql).join(' AND ')}` : ''
  return { sql: `SELECT ${columns} FROM ${table}${tests}`, params: where.flatMap(({ params }) => params) }
}

const rowsOf = (table: string, keys: Key[], bound: Bound, predicates: Predicate[], sort: SortKey[]) => {
  const direct = orderOf(keys, sort.length > 0 ? bound.fixed : new Set(), sort)
  const merge = direct === null ? mergeField(keys, bound, predicates, sort) : null
  if (!merge) {
    const order = direct ?? orderOf(keys, new Set(), []) ?? 'rid'
    return { rows: { ...select(table, keys, bound.where), order }, ordered: direct !== null }
  }
  const list = whereOf(merge.key.column, merge.predicate).sql
  const parts = merge.predicate.keys.map((key) =>
    select(
      table,
      keys,
      bound.where.map((where) =>
        where.sql === list ? { sql: `${merge.key.column} = ?`, params: [key], single: true } : where,
      ),
    ),
  )
  const sql = parts.map((part) => part.sql).join(' UNION ALL ')
  return { rows: { sql, params: parts.flatMap(({ params }) => params), order: merge.order }, ordered: true }
}

const idKey: Key[] = [{ field: '_id', order: 1, multikey: false, column: 'id' }]

const candidate = (
  name: string,
  table: string,
  keys: Key[],
  bounds: FilterBounds,
  sort: SortKey[],
): Candidate | null => {
  const bound = bind(keys, bounds.predicates)
  const { rows, ordered } = rowsOf(table, keys, bound, bounds.predicates, sort)
  const sorted = sort.length > 0 && ordered
  if (bound.prefix === 0 && !bound.ranged && !sorted) return null
  const covered = !bounds.more && bounds.predicates.every((predicate) => bound.used.has(predicate))
  // Ids name their documents one by one: no other index finds fewer, as MongoDB's trial of its plans shows it.
  const named = keys === idKey && bound.prefix > 0 ? 100 : 0
  const equalities = (bound.prefix - bound.many) * 10 + bound.many * 7 + (bound.prefix === keys.length ? 1 : 0)
  return {
    index: name,
    rows,
    covered,
    ordered,
    distinct: keys.every(({ field, multikey }) => !multikey || bound.fixed.has(field)),
    score: named + equalities + (bound.ranged ? 5 : 0) + (sorted ? 8 : 0) + (covered ? 3 : 0) - keys.length * 0.01,
  }
}

const keysOf = (index: Index): Key[] => index.fields.map((field, i) => ({ ...field, column: `k${i}` }))

const geoCandidate = (index: Index, bounds: FilterBounds): Candidate | null => {
  const condition = bounds.geo.find(({ path }) => path === index.geoField)
  if (!condition) return null
  const [west, east, south, north] = condition.box
  return {
    index: index.name,
    rows: {
      sql: `SELECT rid FROM ${index.table} WHERE east >= ? AND west <= ? AND north >= ? AND south <= ?`,
      params: [west, east, south, north],
      order: 'rid',
    },
    covered: false,
    ordered: false,
    distinct: true,
    score: condition.near ? 1000 : 6,
  }
}

const candidates = (collection: Collection, bounds: FilterBounds, sort: SortKey[]): Candidate[] =>
  [
    candidate('_id_', collection.table, idKey, bounds, sort),
    ...collection.indexes.map((index) =>
      index.geoField === null
        ? candidate(index.name, index.table, keysOf(index), bounds, sort)
        : geoCandidate(index, bounds),
    ),
  ].filter((found) => found !== null)

const wholeTable = (bounds: FilterBounds, sort: SortKey[]): Plan => ({
  index: null,
  rows: null,
  covered: !bounds.more && bounds.predicates.length === 0,
  ordered: sort.length === 0,
  distinct: true,
})

/** Each branch of an `$or` by an index of its own, or null where one of them has none. */
const unionPlan = (collection: Collection, branches: Doc[], sort: SortKey[]): Plan | null => {
  if (branches.length > MAX_MERGED) return null
  const plans = branches.map((branch) => choosePlan(collection, branch, []))
  if (!plans.every((plan) => plan.rows !== null)) return null
  return {
    index: [...new Set(plans.map((plan) => plan.index))].join(' | '),
    rows: {
      sql: plans.map((plan) => `SELECT rid FROM (${plan.rows?.sql ?? ''})`).join(' UNION '),
      params: plans.flatMap((plan) => plan.rows?.params ?? []),
      order: 'rid',
    },
    covered: false,
    ordered: sort.length === 0,
    distinct: true,
  }
}

/** The best declared index for a filter and an order; the whole table where none helps. */
export const choosePlan = (collection: Collection, filter: Doc, sort: SortKey[]): Plan => {
  const bounds = filterBounds(filter)
  const found = candidates(collection, bounds, sort)
  if (found.length > 0) return found.reduce((best, next) => (next.score > best.score ? next : best))
  const union = bounds.branches ? unionPlan(collection, bounds.branches, sort) : null
  return union ?? wholeTable(bounds, sort)
}
