import { Context } from 'mingo/core'
import { $bitsAllClear, $bitsAllSet, $bitsAnyClear, $bitsAnySet } from 'mingo/operators/query/bitwise'
import { $expr, $jsonSchema } from 'mingo/operators/query/evaluation'
import { $and, $nor, $not, $or } from 'mingo/operators/query/logical'
import { Query } from 'mingo/query'
import { invalidOperator, invalidParam, isCloudError, requestFailed } from './cloud-error'
import type { Doc } from './document-value'
import { expressionOperators } from './expression-operators'
import { schemaCheck } from './json-schema'
import { queryOperators } from './query-operators'

export type Matcher = (doc: Doc) => boolean

type QueryOps = NonNullable<Parameters<typeof Context.init>[0]>['query']

/** All query operators: logic and expressions from the evaluator, comparison, arrays and geo our own. */
export const allQueryOperators = {
  $and,
  $or,
  $nor,
  $not,
  $expr,
  $jsonSchema,
  $bitsAllClear,
  $bitsAllSet,
  $bitsAnyClear,
  $bitsAnySet,
  ...queryOperators,
} as QueryOps

const plain = Context.init({ query: allQueryOperators })
const withExpressions = Context.init({ query: allQueryOperators, expression: expressionOperators })

const usesExpressions = (filter: unknown): boolean => {
  if (typeof filter !== 'object' || filter === null) return false
  return Object.entries(filter).some(([key, value]) => key === '$expr' || usesExpressions(value))
}

/** Evaluator options shared by queries and pipelines. `$where` and server-side scripts are not allowed. */
export const evaluatorOptions = (context: Context, variables: Doc = {}) => ({
  context,
  scriptEnabled: false,
  variables,
  jsonSchemaValidator: (schema: Doc) => schemaCheck(schema),
})

/** An evaluator's failure as the cloud answers it; other errors are handed on. */
export const asCloudError = (error: unknown): unknown => {
  if (isCloudError(error) || !(error instanceof Error)) return error
  if (error instanceof SyntaxError) return invalidParam(error.message)
  return /unknown|regist/i.test(error.message) ? invalidOperator(error.message) : requestFailed(error.message)
}

/** Compiles a filter into a test of one document. Throws the cloud's error for an operator that does not exist. */
export const compileMatcher = (filter: Doc, variables: Doc = {}): Matcher => {
  try {
    const context = usesExpressions(filter) ? withExpressions : plain
    const query = new Query(filter, evaluatorOptions(context, variables))
    return (doc) => query.test(doc)
  } catch (error) {
    throw asCloudError(error)
  }
}
