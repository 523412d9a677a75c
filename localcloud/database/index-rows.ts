import { writeError } from './cloud-error'
import type { IndexDeclaration } from './collection-declaration'
import type { Doc } from './document-value'
import { boundsOf, geometriesOf } from './geo-shape'
import { encodeKey } from './index-key'
import { pathValues } from './path-values'
import { stringifyEjson } from './ejson'

type IndexField = { field: string; order: 1 | -1; /** some document holds an array here */ multikey: boolean }

/** An index as the database keeps it: a side table of encoded keys, or of bounding boxes for a 2dsphere field. */
export type Index = {
  id: number
  name: string
  table: string
  unique: boolean
  fields: IndexField[]
  geoField: string | null
}

const MAX_KEYS = 10_000

/** The index a declaration stands for. Of a 2dsphere declaration the geo field alone is indexed. */
export const indexFrom = (id: number, declared: IndexDeclaration, multikey: string[]): Index => {
  const geo = declared.keys.find((key) => key.order === '2dsphere')
  const fields = declared.keys.flatMap(({ field, order }) =>
    order === '2dsphere' ? [] : [{ field, order, multikey: multikey.includes(field) }],
  )
  return {
    id,
    name: declared.name,
    table: `x${id}`,
    unique: declared.unique === true,
    fields: geo ? [] : fields,
    geoField: geo?.field ?? null,
  }
}

const refuseParallelArrays = (roots: Map<string, string[]>): void => {
  const [first, second] = [...roots.entries()].filter(([, opened]) => opened.length > 0)
  if (!first || !second) return
  const shared = first[1].some((root) => second[1].includes(root) && root !== first[0])
  if (!shared) throw writeError(`cannot index parallel arrays [${second[0]}] [${first[0]}]`)
}

/**
 * The rows a document has in an index: one encoded column a field, one row an array element. Two fields under one
 * array give every pair, so that conditions met by different elements are found too.
 */
export const indexRows = (index: Index, doc: Doc): { rows: string[][]; multikey: string[] } => {
  const roots = new Map<string, string[]>()
  let rows: string[][] = [[]]
  for (const { field } of index.fields) {
    const reached = pathValues(doc, field)
    if (reached.roots.length > 0) roots.set(field, reached.roots)
    const first =
      reached.values.length === 1 ? [encodeKey(reached.values[0])] : [...new Set(reached.values.map(encodeKey))]
    if (rows.length * first.length > MAX_KEYS) throw writeError(`too many keys for index ${index.name}`)
    rows = rows.flatMap((row) => first.map((key) => [...row, key]))
  }
  if (roots.size > 1) refuseParallelArrays(roots)
  return { rows, multikey: [...roots.keys()] }
}

/** Bounding box of everything in the geo field, or null where the field is missing. Throws on what is not geometry. */
export const geoBox = (field: string, doc: Doc): [number, number, number, number] | null => {
  const { values } = pathValues(doc, field)
  const present = values.filter((value) => value !== null && typeof value !== 'symbol')
  if (present.length === 0) return null
  const shapes = geometriesOf(present)
  if (!shapes)
    throw writeError(`Can't extract geo keys: ${stringifyEjson(doc).slice(0, 200)} Point must be an array or object`)
  return boundsOf(shapes)
}

/** `: "value", : 3`: how the duplicate-key text shows the key of a document. */
export const shownKey = (index: Pick<Index, 'fields'>, doc: Doc): string =>
  index.fields
    .map(({ field }) => {
      const [value] = pathValues(doc, field).values
      return `: ${typeof value === 'symbol' ? 'undefined' : stringifyEjson(value ?? null)}`
    })
    .join(', ')
