import { deriveId } from 'types/ids'
import { searchTerms } from 'types/text-similarity'
import type { NodeCore } from 'types/documents'
import type { City } from './city'
import { branches, bureau, union } from './names'
import { trail, type Happening } from './trail'

export type Node = Omit<NodeCore, 'managers'> & { managers: number; short: string }
type Wanted = Pick<Node, 'name' | 'type' | 'authority' | 'short' | 'serves' | 'qualifies'>

export const nodeId = (name: string) => deriveId('seed-node', name)

const lay = (parent: Node | null, wanted: Wanted): Node => {
  const _id = nodeId(wanted.name)
  const under = [...(parent?.under ?? []), _id]
  const path = under.map((id) => `/${id}`).join('')
  return {
    ...wanted,
    _id,
    parentId: parent?._id ?? null,
    under,
    path,
    depth: under.length - 1,
    managers: 0,
    terms: searchTerms(wanted.name),
  }
}

/** Unions and regulators: city, districts, development zones, industries, a group, streets. */
export const layTree = (): Node[] => {
  const nodes: Node[] = []
  const put = (parent: Node | null, wanted: Omit<Wanted, 'short' | 'serves'> & Partial<Wanted>) => {
    const node = lay(parent, { short: wanted.name, serves: null, ...wanted })
    nodes.push(node)
    return node
  }
  const root = put(null, { name: union, type: 'geographic', authority: 'union' })
  const office = put(null, { name: bureau, type: 'geographic', authority: 'regulator', serves: root._id })
  for (const branch of branches) {
    const own = { authority: 'union', short: branch.short, qualifies: true } as const
    const node = put(root, { name: branch.name, type: branch.type, ...own })
    for (const name of branch.below) put(node, { name, type: 'geographic', authority: 'union' })
    if (branch.type !== 'geographic') continue
    put(office, { name: `${branch.short}应急管理局`, type: 'geographic', authority: 'regulator', serves: node._id })
  }
  return nodes
}

/** `short` is the seed's own. */
const documentOf = (node: Node): NodeCore =>
  Object.fromEntries(Object.entries(node).filter(([key]) => key !== 'short')) as NodeCore

export const putNode = (
  city: City,
  node: Node,
  by: { personId: string; name: string },
  later: readonly Happening[] = [],
) => {
  const subject = `组织「${node.name}」`
  const happened = {
    act: 'create',
    to: 'active',
    at: city.at(-200, 9),
    by: by.personId,
    name: by.name,
    verb: '新建组织',
  }
  city.add('nodes', {
    ...trail(city, { collection: 'nodes', _id: node._id, under: node.under, subject }, [happened, ...later]),
    ...documentOf(node),
  })
  if (node.parentId) city.count('org', `node.${node.parentId}`, 'children')
}
