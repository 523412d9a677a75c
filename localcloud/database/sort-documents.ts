import { compareValues } from './compare-values'
import { pathValues } from './path-values'

export type SortKey = { field: string; order: 1 | -1 }

/** The value a document sorts by: of an array the smallest element ascending, the greatest descending. */
const sortValue = (doc: unknown, { field, order }: SortKey): unknown => {
  const { values } = pathValues(doc, field)
  return values.reduce((best, value) => (compareValues(value, best) * order < 0 ? value : best))
}

/** Sorts rows as MongoDB sorts documents. Equal rows keep their order, or turn it where the last key descends. */
export const sortDocuments = <Row>(rows: Row[], keys: SortKey[], docOf: (row: Row) => unknown): Row[] => {
  const last = keys.at(-1)
  if (!last) return rows
  const entries = rows.map((row, at) => ({ row, at, by: keys.map((key) => sortValue(docOf(row), key)) }))
  entries.sort((a, b) => {
    for (const [i, { order }] of keys.entries()) {
      const found = compareValues(a.by[i], b.by[i]) * order
      if (found !== 0) return found
    }
    return (a.at - b.at) * last.order
  })
  return entries.map(({ row }) => row)
}
