import type { BoothCore, EnterpriseCore, NodeCore } from 'types/documents'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

const nodes = collection<NodeCore>('nodes')
const enterprises = collection<EnterpriseCore>('enterprises')
const booths = collection<BoothCore>('booths')

export const findNode = (id: string) => nodes.find(id)
export const findEnterprise = (id: string) => enterprises.find(id)
export const findBooth = (id: string) => booths.find(id)

/** The parent, when the node is an enterprise's own union; one trip. */
export const findAbove = async (nodeId: string, parentId: string): Promise<{ id: string; name: string } | null> => {
  const found = await nodes.list({ _id: command.in([nodeId, parentId]) }, { fields: ['type', 'name'] })
  const parent = found.find((node) => node._id === parentId)
  const isOwn = found.some((node) => node._id === nodeId && node.type === 'enterprise')
  return isOwn && parent ? { id: parent._id, name: parent.name } : null
}

/** The first union of the environment: its desk takes what nobody else would. */
export const findRootUnion = async () =>
  (await nodes.list({ authority: 'union', parentId: null }, { limit: 1 }))[0] ?? null
