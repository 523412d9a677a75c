import { requestFailed } from './cloud-error'
import { compareValues, typeRank } from './compare-values'
import { isDoc, type Doc } from './document-value'
import { evaluateExpression } from './evaluate-expression'
import { groupStage } from './group-stage'

const checkBoundaries = (boundaries: unknown): unknown[] => {
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw requestFailed("The $bucket 'boundaries' field must have at least 2 values")
  }
  boundaries.forEach((value: unknown, i) => {
    const before: unknown = boundaries[i - 1]
    if (i === 0) return
    if (typeRank(before) !== typeRank(value))
      throw requestFailed("All values in the the 'boundaries' option to $bucket must have the same type")
    if (compareValues(before, value) >= 0) {
      throw requestFailed(
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ascending order`,
      )
    }
  })
  return boundaries
}

/** `$bucket`: a group for each pair of boundaries (lower included, upper not), the rest under `default`. */
export const bucketStage = (docs: Doc[], spec: Doc, variables: Doc): Doc[] => {
  const boundaries = checkBoundaries(spec.boundaries)
  const output = isDoc(spec.output) ? spec.output : { count: { $sum: 1 } }
  const evaluate = (doc: Doc, expression: unknown) => evaluateExpression(doc, expression, variables)
  const groups = new Map<unknown, Doc[]>()
  const lower = (value: unknown): unknown => {
    const at = boundaries.findIndex((bound) => compareValues(bound, value) > 0)
    return at > 0 ? boundaries[at - 1] : undefined
  }
  for (const doc of docs) {
    const value = evaluate(doc, spec.groupBy)
    const key = lower(value) ?? spec.default
    if (key === undefined) {
      throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.')
    }
    const group = groups.get(key)
    if (group) group.push(doc)
    else groups.set(key, [doc])
  }
  return [...groups]
    .sort(([a], [b]) => compareValues(a, b))
    .map(([key, members]) => {
      const [result] = groupStage(members, { _id: null, ...output }, evaluate)
      return { ...result, _id: key }
    })
}
