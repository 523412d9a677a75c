import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as pipeline from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import type { Options } from 'mingo/types'
import { allQueryOperators, asCloudError, evaluatorOptions } from './compile-matcher'
import { isDoc, type Doc } from './document-value'
import { expressionOperators } from './expression-operators'

const context = Context.init({
  accumulator: accumulators,
  expression: expressionOperators,
  pipeline,
  projection: projections,
  query: allQueryOperators,
})

type ReadyOptions = Options & { update(locals: { root: null }): Options }

const capturing = Context.from(context).addExpressionOps({
  $captured: (_doc: unknown, _operand: unknown, options: Options) => options,
} as unknown as Parameters<Context['addExpressionOps']>[0])

const ready = new WeakMap<Doc, Options>()

/**
 * The evaluator copies its operator tables whenever it is handed plain options, which costs more than the expression
 * itself. It hands operators the finished options; those are caught once per set of variables and used from then on.
 */
const optionsFor = (variables: Doc): Options => {
  const known = ready.get(variables)
  if (known) return known
  const plain = evaluatorOptions(capturing, variables) as unknown as Options
  const made = (evalExpr({}, { $captured: 1 }, plain) as ReadyOptions).update({ root: null })
  ready.set(variables, made)
  return made
}

/** The value of an aggregation expression on one document. */
export const evaluateExpression = (doc: Doc, expression: unknown, variables: Doc): unknown => {
  try {
    return evalExpr(doc, expression, optionsFor(variables))
  } catch (error) {
    throw asCloudError(error)
  }
}

/** Runs one stage the evaluator means as MongoDB does. */
export const evaluateStage = (stage: Doc, docs: Doc[], variables: Doc): Doc[] => {
  try {
    return new Aggregator([stage], evaluatorOptions(context, variables)).run<Doc>(docs).filter(isDoc)
  } catch (error) {
    throw asCloudError(error)
  }
}
