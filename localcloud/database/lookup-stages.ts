import { runStages, type PipelineScope } from './aggregate-pipeline'
import type { Collection } from './catalog'
import { requestFailed } from './cloud-error'
import { compileMatcher } from './compile-matcher'
import { isDoc, type Doc } from './document-value'
import { evaluateExpression } from './evaluate-expression'
import { docOf, findDocuments } from './find-documents'
import { encodeKey } from './index-key'
import { pathValues } from './path-values'
import { choosePlan } from './query-plan'
import { openSlot } from './update-slot'

const text = (value: unknown, name: string): string => {
  if (typeof value !== 'string' || value === '') throw requestFailed(`${name} must be a string`)
  return value
}

const attach = (doc: Doc, as: string, found: unknown): Doc => {
  const copy = { ...doc }
  openSlot(copy, as.split('.'), true)?.set(found)
  return copy
}

/** The foreign documents of a join: asked by index where there is one, else read once and kept. */
type Foreign = { find: (filter: Doc, variables: Doc) => Doc[]; equal: (field: string, values: unknown[]) => Doc[] }

const NOTHING: Foreign = { find: () => [], equal: () => [] }

const query = ({ session }: PipelineScope, collection: Collection, filter: Doc, variables: Doc): Doc[] => {
  const request = { filter, sort: [], skip: 0, limit: Infinity, variables }
  const { rows, examined, index } = findDocuments(session.sqlite, collection, request)
  const shape = `lookup ${Object.keys(filter).join(' ')}`
  session.metrics.record({ collection: collection.name, shape, examined, returned: rows.length, index })
  return [...rows].sort((a, b) => a.rid - b.rid).map(docOf)
}

const byKey = (docs: Doc[], field: string): Map<string, number[]> => {
  const places = new Map<string, number[]>()
  docs.forEach((doc, at) => {
    for (const key of new Set(pathValues(doc, field).values.map(encodeKey))) {
      const list = places.get(key)
      if (list) list.push(at)
      else places.set(key, [at])
    }
  })
  return places
}

const openForeign = (scope: PipelineScope, name: string): Foreign => {
  const collection = scope.session.catalog.find(name)
  if (!collection) return NOTHING
  let kept: Doc[] | null = null
  const places = new Map<string, Map<string, number[]>>()
  const all = () => (kept ??= query(scope, collection, {}, {}))
  return {
    find: (filter, variables) => {
      if (choosePlan(collection, filter, []).index !== null) return query(scope, collection, filter, variables)
      return all().filter(compileMatcher(filter, variables))
    },
    equal: (field, values) => {
      const filter = { [field]: { $in: values } }
      if (choosePlan(collection, filter, []).index !== null) return query(scope, collection, filter, {})
      const docs = all()
      const known = places.get(field) ?? byKey(docs, field)
      places.set(field, known)
      const found = new Set(values.flatMap((value) => known.get(encodeKey(value)) ?? []))
      return [...found].sort((a, b) => a - b).map((at) => docs[at] ?? {})
    },
  }
}

const joinValues = (doc: Doc, field: string): unknown[] =>
  pathValues(doc, field).values.map((value) => (typeof value === 'symbol' ? null : value))

/** `{field: value}` conditions an `$expr` of equalities implies, so that an index can serve it. */
const impliedEqualities = (expression: unknown, variables: Doc): Doc[] => {
  if (!isDoc(expression)) return []
  if (Array.isArray(expression.$and)) return expression.$and.flatMap((part) => impliedEqualities(part, variables))
  if (!Array.isArray(expression.$eq) || expression.$eq.length !== 2) return []
  const sides = expression.$eq as unknown[]
  const field = sides.find((side): side is string => typeof side === 'string' && /^\$[^$]/.test(side))
  const other = sides.find((side) => side !== field)
  if (field === undefined || typeof other !== 'string' || !other.startsWith('$$')) return []
  const value = evaluateExpression({}, other, variables)
  return ['string', 'number', 'boolean'].includes(typeof value) ? [{ [field.slice(1)]: value }] : []
}

const firstMatch = (stages: Doc[], variables: Doc): { filter: Doc; rest: Doc[] } => {
  const [first, ...rest] = stages
  if (!first || !isDoc(first.$match)) return { filter: {}, rest: stages }
  const implied = impliedEqualities(first.$match.$expr, variables)
  return { filter: implied.length > 0 ? { $and: [first.$match, ...implied] } : first.$match, rest }
}

const letVariables = (doc: Doc, spec: unknown, outer: Doc): Doc => {
  if (!isDoc(spec)) return outer
  const own = Object.entries(spec).map(([name, expression]) => [
    name,
    evaluateExpression(doc, expression, outer) ?? null,
  ])
  return { ...outer, ...Object.fromEntries(own) }
}

/** `$lookup`: by equality of two fields, by a pipeline with `let`, or both. */
export const lookupStage = (docs: Doc[], spec: Doc, scope: PipelineScope): Doc[] => {
  const as = text(spec.as, '$lookup argument as')
  const foreign = openForeign(scope, text(spec.from, '$lookup argument from'))
  const joined = spec.localField !== undefined || spec.foreignField !== undefined
  const stages = Array.isArray(spec.pipeline) ? spec.pipeline.filter(isDoc) : null
  if (!joined && !stages)
    throw requestFailed('$lookup requires either pipeline or both localField and foreignField to be specified')
  const local = joined ? text(spec.localField, '$lookup argument localField') : ''
  const remote = joined ? text(spec.foreignField, '$lookup argument foreignField') : ''
  return docs.map((doc) => {
    const variables = letVariables(doc, spec.let, scope.variables)
    const inner = { ...scope, variables }
    if (joined) {
      const found = foreign.equal(remote, joinValues(doc, local))
      return attach(doc, as, stages ? runStages(inner, stages, found) : found)
    }
    const { filter, rest } = firstMatch(stages ?? [], variables)
    return attach(doc, as, runStages(inner, rest, foreign.find(filter, variables)))
  })
}

/** `$graphLookup`: follows a field from document to document. */
export const graphLookupStage = (docs: Doc[], spec: Doc, scope: PipelineScope): Doc[] => {
  const as = text(spec.as, '$graphLookup argument as')
  const foreign = openForeign(scope, text(spec.from, '$graphLookup argument from'))
  const from = text(spec.connectFromField, 'connectFromField')
  const to = text(spec.connectToField, 'connectToField')
  const restrict = compileMatcher(
    isDoc(spec.restrictSearchWithMatch) ? spec.restrictSearchWithMatch : {},
    scope.variables,
  )
  const maxDepth = typeof spec.maxDepth === 'number' ? spec.maxDepth : Infinity
  return docs.map((doc) => {
    const found = new Map<string, Doc>()
    const start = evaluateExpression(doc, spec.startWith, scope.variables) ?? null
    let frontier: unknown[] = Array.isArray(start) ? start : [start]
    for (let depth = 0; depth <= maxDepth && frontier.length > 0; depth++) {
      const fresh = foreign.equal(to, frontier).filter((one) => !found.has(encodeKey(one._id)) && restrict(one))
      for (const one of fresh) {
        found.set(encodeKey(one._id), typeof spec.depthField === 'string' ? { ...one, [spec.depthField]: depth } : one)
      }
      frontier = fresh.flatMap((one) => joinValues(one, from))
    }
    return attach(doc, as, [...found.values()])
  })
}
