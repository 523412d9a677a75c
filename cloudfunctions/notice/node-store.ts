import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { NodeDoc } from './documents'

const nodes = collection<NodeDoc>('nodes')

export const findNode = (id: string) => nodes.find(id)
export const listNodes = (ids: readonly string[]) =>
  nodes.list({ _id: command.in(ids) }, { fields: ['name', 'under', 'type'] })
