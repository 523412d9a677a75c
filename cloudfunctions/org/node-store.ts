import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { NodeDoc } from './documents'

export const nodes = collection<NodeDoc>('nodes')

export const findNode = (id: string) => nodes.find(id)
export const createNode = (node: NodeDoc) => nodes.insert(node)
export const pageChildren = (parentId: string, page: number, size: number) =>
  nodes.page({ parentId, state: command.neq('closed') }, { sort: [['name', 'asc']], page, size })

/** The union tree's root, or null in an empty environment. */
export const findUnionRoot = async (): Promise<NodeDoc | null> =>
  (await nodes.list({ authority: 'union', parentId: null }, { limit: 1 }))[0] ?? null

export const listRegulatorRoots = () => nodes.list({ authority: 'regulator', parentId: null }, { limit: 50 })

/** Union nodes of these names within a node, itself among them. */
export const listNamedNodes = (under: string, names: readonly string[]) =>
  nodes.list({ under, name: command.in(names), authority: 'union', state: command.neq('closed') })
