import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import type { Options } from 'mingo/types'
import { allQueryOperators, asCloudError, evaluatorOptions } from './compile-matcher'
import type { Doc } from './document-value'

const context = Context.init({
  accumulator: accumulators,
  expression: expressions,
  pipeline,
  projection: projections,
  query: allQueryOperators,
})

/** The value of an aggregation expression on one document. */
export const evaluateExpression = (doc: Doc, expression: unknown, variables: Doc): unknown => {
  try {
    return evalExpr(doc, expression, evaluatorOptions(context, variables) as unknown as Options)
  } catch (error) {
    throw asCloudError(error)
  }
}

/** Runs one stage the evaluator means as MongoDB does. */
export const evaluateStage = (stage: Doc, docs: Doc[], variables: Doc): Doc[] => {
  try {
    return new Aggregator([stage], evaluatorOptions(context, variables)).run<Doc>(docs)
  } catch (error) {
    throw asCloudError(error)
  }
}
