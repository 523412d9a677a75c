import { childTypes, fewestManagers, managedTypes, nodeTypeLabels, regulatorChildTypes } from 'types/org'
import type { NodeView } from './api'

type Kind = Pick<NodeView, 'type' | 'authority'>

const regulatorLabels: Partial<Record<NodeView['type'], string>> = {
  geographic: '地方监管部门',
  industry: '行业主管部门',
}

/** What kind of unit it is, in the words of its own tree. */
export const kindWords = ({ type, authority }: Kind): string =>
  (authority === 'regulator' ? regulatorLabels[type] : undefined) ?? nodeTypeLabels[type]

export type ChildKind = Kind & { value: string; label: string }

const childKind = (kind: Kind): ChildKind => ({
  ...kind,
  value: `${kind.authority}-${kind.type}`,
  label: kindWords(kind),
})

/** What may be founded below a node: the rule of the tree; the regulators' own tree begins at the union root. */
export const childKinds = (node: Kind & Pick<NodeView, 'parentId'>): ChildKind[] => {
  if (node.authority === 'regulator')
    return regulatorChildTypes.map((type) => childKind({ type, authority: 'regulator' }))
  const below = childTypes[node.type].map((type) => childKind({ type, authority: 'union' }))
  return node.parentId === null ? [...below, childKind({ type: 'geographic', authority: 'regulator' })] : below
}

/** Whether a unit that needs two managers has fewer. Workshops, teams and enterprise unions may do with less. */
export const lacksManagers = ({ type, managers }: Pick<NodeView, 'type' | 'managers'>): boolean =>
  managedTypes.includes(type) && managers < fewestManagers

/** `地方工会 · 2 名管理员 · 下级 3 个` */
export const nodeWords = (node: NodeView): string =>
  [kindWords(node), `${node.managers} 名管理员`, node.children > 0 ? `下级 ${node.children} 个` : '没有下级'].join(
    ' · ',
  )
