import { collection } from '../kit/collection'
import type { NodeDoc } from './documents'

const nodes = collection<NodeDoc>('nodes')

export const findNode = (id: string) => nodes.find(id)
