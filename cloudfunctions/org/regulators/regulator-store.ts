import { managedTypes } from 'types/org'
import { command } from '../../kit/cloud'
import type { NodeDoc } from '../documents'
import { nodes } from '../node-store'

const mostUnions = 1000
const askedAtOnce = 200

export type UnionLine = Pick<NodeDoc, '_id' | 'name' | 'type' | 'under' | 'authority'>

/** Unions within a node that may have a regulator of their own level, by name; a thousand of them. */
export const listUnions = async (nodeId: string): Promise<UnionLine[]> => {
  const fields = ['name', 'type', 'under', 'authority']
  const found = await nodes.list(
    { under: nodeId, type: command.in(managedTypes), state: command.neq('closed') },
    { sort: [['name', 'asc']], limit: mostUnions, fields },
  )
  return found.filter(({ authority }) => authority === 'union')
}

/** Regulators of these unions. */
export const listServing = async (unionIds: readonly string[]): Promise<NodeDoc[]> => {
  const found: NodeDoc[] = []
  for (let at = 0; at < unionIds.length; at += askedAtOnce)
    found.push(...(await nodes.list({ serves: command.in(unionIds.slice(at, at + askedAtOnce)) })))
  return found.filter(({ authority }) => authority === 'regulator')
}

export const listChildrenOf = (parentId: string) => nodes.list({ parentId }, { sort: [['name', 'asc']] })
