import type { NodeCore } from 'types/documents'
import { reviewingTypes } from 'types/volunteer'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

export type NodeDoc = NodeCore

const nodes = collection<NodeDoc>('nodes')

export const findNode = (id: string) => nodes.find(id)

const reviewing = { authority: 'union', type: command.in(reviewingTypes) }

/** Union nodes that review applications; with words, those whose name holds all of them. */
export const listReviewers = (terms: readonly string[]) =>
  terms.length === 0
    ? nodes.list(reviewing, {
        sort: [
          ['type', 'asc'],
          ['name', 'asc'],
        ],
        limit: 50,
        fields: ['name'],
      })
    : nodes.list({ ...reviewing, terms: command.all(terms) }, { limit: 50, fields: ['name'] })

/**
 * The regulator that reviews after this union: the one set for the union node itself, else for the nearest node above
 * it. null where none is registered. One trip.
 */
export const findRegulatorFor = async (unionUnder: readonly string[]): Promise<NodeDoc | null> => {
  const found = await nodes.list({ serves: command.in(unionUnder) }, { limit: 100 })
  const nearness = (node: NodeDoc) => unionUnder.indexOf(node.serves ?? '')
  const [nearest] = found
    .filter(({ authority }) => authority === 'regulator')
    .sort((left, right) => nearness(right) - nearness(left) || (left._id < right._id ? -1 : 1))
  return nearest ?? null
}
