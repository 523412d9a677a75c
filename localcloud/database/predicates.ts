import { bsonTypeOf, isDoc, type Doc } from './document-value'
import { geoIntersects, geoWithin, nearBox, readNear, type Box, type Near } from './geo-query'
import { encodeKey, NULL_KEY, typeBracket } from './index-key'

/**
 * What an index can answer of a filter: every document the filter matches has a key within the bounds. `exact` says the
 * reverse holds too, so that the condition needs no second look at the document.
 */
export type Predicate = { path: string; exact: boolean } & (
  { kind: 'points'; keys: string[] } | { kind: 'range'; from: string; fromOpen: boolean; to: string; toOpen: boolean }
)

export type GeoPredicate = { path: string; box: Box; near: Near | null }

export type FilterBounds = {
  predicates: Predicate[]
  geo: GeoPredicate[]
  /** true when conditions beyond the predicates remain */
  more: boolean
  /** the branches of the one `$or`, when there is one */
  branches: Doc[] | null
}

/** Values whose equality an index decides alone. Null also means missing, and objects and arrays are compared in whole. */
const isIndexable = (value: unknown): boolean =>
  typeof value === 'string' ||
  (typeof value === 'number' && !Number.isNaN(value)) ||
  typeof value === 'boolean' ||
  value instanceof Date ||
  bsonTypeOf(value) === 'ObjectId'

const points = (path: string, values: unknown[]): Predicate | null => {
  if (!values.every((value) => value === null || isIndexable(value))) return null
  const keys = [...new Set(values.map(encodeKey))]
  return { path, kind: 'points', keys, exact: !keys.includes(NULL_KEY) }
}

const range = (path: string, operator: string, value: unknown): Predicate | null => {
  if (!isIndexable(value)) return null
  const key = encodeKey(value)
  const { from, to } = typeBracket(value)
  const above = operator === '$gt' || operator === '$gte'
  if (above) return { path, kind: 'range', exact: true, from: key, fromOpen: operator === '$gt', to, toOpen: true }
  // NaN is not below any number, yet its key is the lowest of the numbers.
  const least = typeof value === 'number' ? encodeKey(NaN) : from
  return {
    path,
    kind: 'range',
    exact: true,
    from: least,
    fromOpen: least !== from,
    to: key,
    toOpen: operator === '$lt',
  }
}

const SPECIAL = /[\\^$.*+?()[\]{}|/]/

/** The literal text every match of `/^text…/` starts with; null where the pattern has none. */
const literalPrefix = (pattern: RegExp): string | null => {
  if (!pattern.source.startsWith('^') || /[im]/.test(pattern.flags)) return null
  let prefix = ''
  for (let i = 1; i < pattern.source.length; i++) {
    const char = pattern.source.charAt(i)
    const next = pattern.source.charAt(i + 1)
    if (char === '|') return null
    if (char === '\\' && SPECIAL.test(next)) {
      if (/[*?{]/.test(pattern.source.charAt(i + 2))) break
      prefix += next
      i += 1
    } else if (SPECIAL.test(char) || /[*?{]/.test(next)) break
    else prefix += char
  }
  return prefix === '' || pattern.source.includes('|') ? null : prefix
}

const prefixRange = (path: string, pattern: unknown): Predicate | null => {
  const prefix = pattern instanceof RegExp ? literalPrefix(pattern) : null
  if (prefix === null || /[\ud800-\udfff]$/.test(prefix)) return null
  const from = encodeKey(prefix)
  return { path, kind: 'range', exact: false, from, fromOpen: false, to: `${from}\u{10ffff}`, toOpen: false }
}

/** MongoDB reads the list of the first value and looks at the documents for the others. */
const all = (path: string, values: unknown): Predicate | null => {
  if (!Array.isArray(values) || values.length === 0 || values[0] instanceof RegExp) return null
  const first = points(path, [values[0]])
  return first && { ...first, exact: first.exact && values.length === 1 }
}

const operatorPredicate = (path: string, operator: string, value: unknown): Predicate | null => {
  switch (operator) {
    case '$eq':
      return value instanceof RegExp ? null : points(path, [value ?? null])
    case '$in':
      return Array.isArray(value) && !value.some((item) => item instanceof RegExp) ? points(path, value) : null
    case '$all':
      return all(path, value)
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(path, operator, value)
    case '$regex':
      return prefixRange(path, value)
    default:
      return null
  }
}

const geoPredicate = (path: string, operator: string, value: unknown): GeoPredicate | null => {
  if (operator === '$near' || operator === '$nearSphere') {
    const near = readNear(value)
    return { path, box: nearBox(near), near }
  }
  if (operator === '$geoWithin') return { path, box: geoWithin(value).box, near: null }
  return operator === '$geoIntersects' ? { path, box: geoIntersects(value).box, near: null } : null
}

const isOperators = (value: unknown): value is Doc =>
  isDoc(value) && Object.keys(value).some((key) => key.startsWith('$'))

const readField = (path: string, condition: unknown, out: FilterBounds): void => {
  if (condition instanceof RegExp) return readOperator(path, '$regex', condition, out)
  if (!isOperators(condition)) return readOperator(path, '$eq', condition, out)
  for (const [operator, value] of Object.entries(condition)) {
    const regex = operator === '$regex' && typeof value === 'string'
    if (regex) out.more = true
    else readOperator(path, operator, value, out)
  }
}

const readOperator = (path: string, operator: string, value: unknown, out: FilterBounds): void => {
  const geo = geoPredicate(path, operator, value)
  if (geo) out.geo.push(geo)
  const predicate = geo ? null : operatorPredicate(path, operator, value)
  if (predicate) out.predicates.push(predicate)
  if (!predicate?.exact) out.more = true
}

const readFilter = (filter: Doc, out: FilterBounds): void => {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part)) readFilter(part, out)
    } else if (key.startsWith('$')) {
      out.more = true
      const branches = key === '$or' && Array.isArray(condition) ? condition.filter(isDoc) : null
      if (branches && branches.length > 0 && !out.branches) out.branches = branches
    } else readField(key, condition, out)
  }
}

/** Reads the indexable part of a filter. Conditions on a dotted path into an array hold for any of its elements. */
export const filterBounds = (filter: Doc): FilterBounds => {
  const out: FilterBounds = { predicates: [], geo: [], more: false, branches: null }
  readFilter(filter, out)
  return out
}
