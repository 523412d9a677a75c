import { invalidOperator, requestFailed } from './cloud-error'
import { compareValues } from './compare-values'
import { isDoc, type Doc } from './document-value'
import { encodeKey } from './index-key'

type Evaluate = (doc: Doc, expression: unknown) => unknown
type Fold = (values: unknown[]) => unknown

const numbers = (values: unknown[]): number[] => values.filter((value): value is number => typeof value === 'number')

const present = (values: unknown[]): unknown[] => values.filter((value) => value !== undefined)

const extreme =
  (sign: 1 | -1): Fold =>
  (values) => {
    const known = values.filter((value) => value !== null && value !== undefined)
    return known.length === 0
      ? null
      : known.reduce((best, value) => (compareValues(value, best) * sign > 0 ? value : best))
  }

const deviation =
  (sample: 0 | 1): Fold =>
  (values) => {
    const known = numbers(values)
    if (known.length <= sample) return null
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length
    const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    return Math.sqrt(squares / (known.length - sample))
  }

const distinct: Fold = (values) => {
  const met = new Map<string, unknown>()
  for (const value of present(values)) {
    const key = encodeKey(value)
    if (!met.has(key)) met.set(key, value)
  }
  return [...met.values()]
}

const merge: Fold = (values) => {
  const docs = values.filter((value) => value !== null && value !== undefined)
  if (!docs.every(isDoc)) throw requestFailed('$mergeObjects requires object inputs')
  return Object.assign({}, ...docs) as Doc
}

const average: Fold = (values) => {
  const known = numbers(values)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

/** The accumulators of `$group`: what becomes of the values of one group, in order. */
const accumulators = new Map<string, Fold>(
  Object.entries({
    $sum: (values) => numbers(values).reduce((sum, value) => sum + value, 0),
    $avg: average,
    $first: (values) => values[0] ?? null,
    $last: (values) => values.at(-1) ?? null,
    $max: extreme(1),
    $min: extreme(-1),
    $push: present,
    $addToSet: distinct,
    $stdDevPop: deviation(0),
    $stdDevSamp: deviation(1),
    $mergeObjects: merge,
    $count: (values) => values.length,
  } satisfies Record<string, Fold>),
)

const accumulate = (docs: Doc[], field: string, spec: unknown, evaluate: Evaluate): unknown => {
  const [entry, more] = isDoc(spec) ? Object.entries(spec) : []
  if (!entry || more) throw requestFailed(`The field '${field}' must be an accumulator object`)
  const [operator, expression] = entry
  const fold = accumulators.get(operator)
  if (!fold) throw invalidOperator(`unknown group operator '${operator}'`)
  return fold(docs.map((doc) => evaluate(doc, expression)))
}

/** `$group`: groups in the order they are met; a missing key counts as null. */
export const groupStage = (docs: Doc[], spec: unknown, evaluate: Evaluate): Doc[] => {
  if (!isDoc(spec)) throw requestFailed("a group's fields must be specified in an object")
  if (!('_id' in spec)) throw requestFailed('a group specification must include an _id')
  const groups = new Map<string, { key: unknown; docs: Doc[] }>()
  for (const doc of docs) {
    const key = evaluate(doc, spec._id) ?? null
    const name = encodeKey(key)
    const group = groups.get(name)
    if (group) group.docs.push(doc)
    else groups.set(name, { key, docs: [doc] })
  }
  const fields = Object.entries(spec).filter(([field]) => field !== '_id')
  return [...groups.values()].map((group) => ({
    _id: group.key,
    ...Object.fromEntries(fields.map(([field, inner]) => [field, accumulate(group.docs, field, inner, evaluate)])),
  }))
}
