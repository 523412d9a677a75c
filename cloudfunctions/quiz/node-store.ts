import type { NodeCore } from 'types/documents'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

export type NodeDoc = NodeCore

const nodes = collection<NodeDoc>('nodes')

export const findNode = (id: string) => nodes.find(id)

/** Names of these nodes by id; one trip. */
export const nodeNames = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const found = await nodes.list({ _id: command.in(ids) }, { fields: ['name'] })
  return new Map(found.map(({ _id, name }) => [_id, name]))
}
