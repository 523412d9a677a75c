import { bucketStage } from './bucket-stage'
import { invalidOperator, requestFailed } from './cloud-error'
import { compileMatcher } from './compile-matcher'
import type { DatabaseSession } from './database-session'
import { cloneValue, isDoc, type Doc } from './document-value'
import { evaluateExpression, evaluateStage } from './evaluate-expression'
import { groupStage } from './group-stage'
import { graphLookupStage, lookupStage } from './lookup-stages'
import { sortKeys } from './request-fields'
import { sortDocuments } from './sort-documents'

/** What a stage runs in: the database, for the stages that read it, and the variables of `$lookup`'s `let`. */
export type PipelineScope = { session: DatabaseSession; variables: Doc }

type Stage = (docs: Doc[], value: unknown, scope: PipelineScope) => Doc[]

/** The only key of a stage and its value. */
export const stageEntry = (stage: Doc): [string, unknown] => {
  const [entry, more] = Object.entries(stage)
  if (!entry || more) throw requestFailed('A pipeline stage specification object must contain exactly one field.')
  return entry
}

const wholeNumber = (value: unknown, least: number, text: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw requestFailed(text)
  return value
}

export const readSkipStage = (value: unknown): number => wholeNumber(value, 0, 'Argument to $skip cannot be negative')
export const readLimitStage = (value: unknown): number => wholeNumber(value, 1, 'the limit must be positive')

const document = (value: unknown, stage: string): Doc => {
  if (!isDoc(value)) throw requestFailed(`the ${stage} specification must be an object`)
  return value
}

/** The sort keys of a `$sort` stage. */
export const readSortStage = (value: unknown) => {
  const keys = sortKeys(Object.entries(document(value, '$sort')))
  if (keys.length === 0) throw requestFailed('$sort stage must have at least one sort key')
  return keys
}

const match: Stage = (docs, value, { variables }) => {
  const filter = document(value, '$match')
  if (JSON.stringify(filter).includes('"$near')) {
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  }
  return docs.filter(compileMatcher(filter, variables))
}

const count: Stage = (docs, value) => {
  if (typeof value !== 'string' || value === '' || value.startsWith('$') || value.includes('.')) {
    throw requestFailed('the count field must be a non-empty string')
  }
  return docs.length === 0 ? [] : [{ [value]: docs.length }]
}

const facet: Stage = (docs, value, scope) => {
  const pipelines = Object.entries(document(value, '$facet'))
  const run = (stages: unknown) => {
    if (!Array.isArray(stages)) throw requestFailed('arguments to $facet must be arrays')
    const banned = stages.filter(isDoc).find((stage) => ['$facet', '$geoNear', '$out'].some((name) => name in stage))
    if (banned) throw requestFailed(`${Object.keys(banned)[0] ?? ''} is not allowed to be used within a $facet stage`)
    return runStages(scope, stages.filter(isDoc), cloneValue(docs) as Doc[])
  }
  return [Object.fromEntries(pipelines.map(([name, stages]) => [name, run(stages)]))]
}

const group: Stage = (docs, value, { variables }) =>
  groupStage(docs, value, (doc, expression) => evaluateExpression(doc, expression, variables))

const sortByCount: Stage = (docs, value, scope) =>
  group(docs, { _id: value, count: { $sum: 1 } }, scope).sort((a, b) => Number(b.count) - Number(a.count))

/** Documents drawn without repetition. */
const sample: Stage = (docs, value) => {
  const size = wholeNumber(
    document(value, '$sample').size,
    1,
    'size argument to $sample must be a positive whole number',
  )
  const pool = [...docs]
  for (let i = pool.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1))
    const [a, b] = [pool[i], pool[j]]
    if (a && b) [pool[i], pool[j]] = [b, a]
  }
  return pool.slice(0, size)
}

/** Stages of our own: those that read the database, and those the evaluator orders or bounds otherwise. */
const own = new Map<string, Stage>([
  ['$match', match],
  ['$sort', (docs, value) => sortDocuments(docs, readSortStage(value), (doc) => doc)],
  ['$skip', (docs, value) => docs.slice(readSkipStage(value))],
  ['$limit', (docs, value) => docs.slice(0, readLimitStage(value))],
  ['$count', count],
  ['$facet', facet],
  ['$bucket', (docs, value, { variables }) => bucketStage(docs, document(value, '$bucket'), variables)],
  ['$group', group],
  ['$sample', sample],
  ['$sortByCount', sortByCount],
  ['$lookup', (docs, value, scope) => lookupStage(docs, document(value, '$lookup'), scope)],
  ['$graphLookup', (docs, value, scope) => graphLookupStage(docs, document(value, '$graphLookup'), scope)],
])

const evaluated = new Set([
  '$addFields',
  '$bucketAuto',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$set',
  '$unset',
  '$unwind',
])

const runStage = (scope: PipelineScope, docs: Doc[], stage: Doc): Doc[] => {
  const [name, value] = stageEntry(stage)
  const act = own.get(name)
  if (act) return act(docs, value, scope)
  if (name === '$geoNear') throw requestFailed('$geoNear is only valid as the first stage in a pipeline.')
  if (!evaluated.has(name)) throw invalidOperator(`Unrecognized pipeline stage name: '${name}'`)
  return evaluateStage(stage, docs, scope.variables)
}

/** Runs stages over documents, one after the other. */
export const runStages = (scope: PipelineScope, stages: Doc[], docs: Doc[]): Doc[] =>
  stages.reduce((current, stage) => runStage(scope, current, stage), docs)
