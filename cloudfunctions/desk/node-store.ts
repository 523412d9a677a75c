import type { BoothCore, NodeCore, PersonDocumentCore } from 'types/documents'
import { collection } from '../kit/collection'

export type NodeDoc = NodeCore

const nodes = collection<NodeDoc>('nodes')
const booths = collection<BoothCore>('booths')
const people = collection<PersonDocumentCore>('people')

export const findNode = (id: string) => nodes.find(id)

/** Root of the union tree; null in an empty environment. */
export const findRoot = async (): Promise<NodeDoc | null> =>
  (await nodes.list({ authority: 'union', parentId: null }, { limit: 1 }))[0] ?? null

/** Whether any node stands: an environment somebody has begun to use. */
export const hasNodes = async (): Promise<boolean> => (await nodes.list({}, { limit: 1, fields: ['_id'] })).length > 0

/** Ids of the booths in a subtree, latest first; the platform hands out 1000 at most. */
export const listBoothIds = async (nodeId: string): Promise<string[]> =>
  (await booths.list({ under: nodeId }, { sort: [['createdAt', 'desc']], fields: ['_id'] })).map(({ _id }) => _id)

/** openids of the officers of one node itself, the longest in office first. */
export const listManagers = async (nodeId: string): Promise<string[]> => {
  const found = await people.list({ 'grants.nodeId': nodeId }, { fields: ['grants'], limit: 100 })
  const since = (person: PersonDocumentCore) =>
    person.grants.find((grant) => grant.role === 'officer' && grant.nodeId === nodeId)?.since.getTime()
  return found
    .flatMap((person) => {
      const at = since(person)
      return at === undefined ? [] : [{ openid: person._id, at }]
    })
    .sort((left, right) => left.at - right.at || (left.openid < right.openid ? -1 : 1))
    .map(({ openid }) => openid)
}
