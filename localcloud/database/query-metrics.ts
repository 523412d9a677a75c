import { isDoc, type Doc } from './document-value'
import type { SortKey } from './sort-documents'

/** Sums over all queries of one shape. `index` null means the whole collection was read; `_id_` the primary key. */
export type QueryMetric = {
  collection: string
  shape: string
  count: number
  examined: number
  returned: number
  index: string | null
}

/** What one query did. `examined` counts documents read, not index keys. */
type QuerySample = {
  collection: string
  shape: string
  examined: number
  returned: number
  index: string | null
}

export type QueryMetrics = { record(sample: QuerySample): void; list(): QueryMetric[]; reset(): void }

const conditionShape = (condition: unknown): string => {
  if (!isDoc(condition)) return '='
  const operators = Object.keys(condition).filter((key) => key.startsWith('$'))
  return operators.length > 0 ? operators.sort().join('') : '='
}

/** `state= under= dueAt$lt`: a filter without its values. */
const filterShape = (filter: Doc): string =>
  Object.entries(filter)
    .map(([key, condition]) => {
      if (!key.startsWith('$') || !Array.isArray(condition)) return `${key}${conditionShape(condition)}`
      const parts = [...new Set(condition.filter(isDoc).map(filterShape))]
      return `${key}(${parts.join('; ')})`
    })
    .sort()
    .join(' ')

/** `find state= sort dueAt:-1`. */
export const queryShape = (action: string, filter: Doc, sort: SortKey[] = []): string => {
  const order = sort.map(({ field, order: way }) => `${field}:${way}`).join(' ')
  return [action, filterShape(filter), order && `sort ${order}`].filter(Boolean).join(' ')
}

export const createQueryMetrics = (): QueryMetrics => {
  const sums = new Map<string, QueryMetric>()
  return {
    record: ({ collection, shape, examined, returned, index }) => {
      const key = `${collection}\u0000${shape}\u0000${index ?? ''}`
      const sum = sums.get(key) ?? { collection, shape, count: 0, examined: 0, returned: 0, index }
      sum.count += 1
      sum.examined += examined
      sum.returned += returned
      sums.set(key, sum)
    },
    list: () => [...sums.values()].map((sum) => ({ ...sum })),
    reset: () => sums.clear(),
  }
}
