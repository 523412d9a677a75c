import type { EnterpriseCore, NodeCore } from 'types/documents'
import { reviewingTypes } from 'types/volunteer'
import { joinScanned, type Scanned } from '../kit/came-by'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import { findJoined } from '../kit/joined'

export type NodeDoc = NodeCore

const nodes = collection<NodeDoc>('nodes')
const enterprises = collection<EnterpriseCore>('enterprises')

export const findNode = (id: string) => nodes.find(id)

/** The node, and what this person scanned, in one trip; null where there is no such node. */
export const findNodeFor = (id: string, caller: string) =>
  findJoined<NodeDoc & { scanned: Scanned[] }>('nodes', { _id: id }, { caller }, [joinScanned])

/** Nodes right below one, by name order of their ids. */
export const listChildren = ({ _id, authority }: Pick<NodeDoc, '_id' | 'authority'>) =>
  nodes.list({ authority, parentId: _id }, { limit: 200, fields: ['name'] })

/** Nodes of one line, root to leaf, in no order. */
export const listLine = (under: readonly string[]) => nodes.list({ _id: command.in(under) }, { limit: 20 })

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

/** Node ids from the root down to the union an enterprise belongs to; empty for one that is not registered. */
export const findUnitLineage = async (enterpriseId: string): Promise<readonly string[]> =>
  (await enterprises.find(enterpriseId))?.under ?? []

/** Those of these nodes that review applications. */
export const listReviewersAmong = (ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : nodes.list({ _id: command.in(ids), ...reviewing }, { limit: 50, fields: ['name'] })

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
