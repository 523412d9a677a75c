import type { NodeCore } from 'types/documents'
import { collection } from '../kit/collection'

export type NodeDoc = NodeCore

const nodes = collection<NodeDoc>('nodes')

export const findNode = (id: string) => nodes.find(id)
