import { AppError } from 'types/app-error'
import { nodeTypeLabels } from 'types/org'
import type { StoredGrant } from '../../kit/identity'
import type { TreeMove } from '../../kit/tree-move'
import type { NodeDoc } from '../documents'
import { mayStandBelow } from '../nodes'
import { isAdministrator } from '../subjects'

/** Deeper than any real tree of unions; lineages of 20 ids are the most a record may have. */
const deepest = 15

type Place = Pick<NodeDoc, '_id' | 'under' | 'authority'>

// One office must answer for both ends: who only sits in the subtree, or only at the other end, takes nothing with him.
const answersFor = (grant: StoredGrant, from: Place, to: Place) =>
  (from.under.includes(grant.nodeId) && to.under.includes(grant.nodeId)) ||
  (from.authority === 'regulator' && isAdministrator(grant))

export const mayMove = (grants: readonly StoredGrant[], from: Place, to: Place) =>
  grants.some((grant) => grant.role === 'officer' && answersFor(grant, from, to))

/** Why a subtree may not be moved there, in one sentence; null where it may. */
export const refusalOf = (node: NodeDoc, to: NodeDoc): string | null => {
  if (node.parentId === null) return '最上级组织不能调整隶属。'
  if (to._id === node._id || to.under.includes(node._id)) return '不能移到自己或自己的下级里，请选别的上级。'
  if (to._id === node.parentId) return '它已经在这个上级下面，请选别的上级。'
  if (to.authority !== node.authority) return '工会和监管单位是两个体系，不能互相移动。'
  if (!mayStandBelow(to, node.authority, node.type))
    return `${nodeTypeLabels[to.type]}下面不能放${nodeTypeLabels[node.type]}，请选别的上级。`
  return to.under.length >= deepest ? '层级太多了，请选更上一级的组织。' : null
}

/** What the subtree leaves and joins. */
export const pathOf = (node: NodeDoc, to: NodeDoc): Pick<TreeMove, 'leaves' | 'joins'> => {
  const above = node.under.slice(0, -1)
  return {
    leaves: above.filter((id) => !to.under.includes(id)),
    joins: to.under.filter((id) => !above.includes(id)),
  }
}

/** Another subtree is on its way; which one is nobody's business who cannot see it. */
export const busy = (): AppError =>
  new AppError('NOT_ALLOWED_NOW', {
    message: '有一个组织正在调整隶属，资料还在更新，一次只能调整一个，请过几分钟再试。',
  })
