import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import { allQueryOperators, asCloudError, evaluatorOptions } from './compile-matcher'
import type { DatabaseSession } from './database-session'
import type { Doc } from './document-value'

const context = Context.init({
  accumulator: accumulators,
  expression: expressions,
  pipeline,
  projection: projections,
  query: allQueryOperators,
})

/** Runs stages over documents. */
export const runStages = (_session: DatabaseSession, stages: Doc[], docs: Doc[]): Doc[] => {
  try {
    return new Aggregator(stages, evaluatorOptions(context)).run<Doc>(docs)
  } catch (error) {
    throw asCloudError(error)
  }
}
