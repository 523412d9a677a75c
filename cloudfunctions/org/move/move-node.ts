import { AppError } from 'types/app-error'
import type { orgContract } from 'types/org-contract'
import { recording, type Acting, type OutboxItem } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import { moveOfCall, type TreeMove } from '../../kit/tree-move'
import type { NodeDoc } from '../documents'
import { findNode } from '../node-store'
import { busy, mayMove, pathOf, refusalOf } from './decide'
import {
  countWithin,
  isNameTaken,
  listSeats,
  switchTogether,
  type Around,
  type Switch,
  type Verdict,
} from './move-store'

type Push = Omit<OutboxItem, 'id'>
const noted = (acting: Acting, verb: string): Acting => ({ ...acting, verb })

const countChildren = (from: NodeDoc, to: NodeDoc): Push => ({
  ...{ to: 'counters', kind: 'count' },
  payload: {
    add: [
      { key: `node.${from._id}`, field: 'children', by: -1 },
      { key: `node.${to._id}`, field: 'children', by: 1 },
    ],
  },
})

type Three = { node: NodeDoc; from: NodeDoc; to: NodeDoc }

const layMove = (moveId: string, { node, from, to }: Three, at: Date): TreeMove => ({
  ...{ _id: 'current', moveId, nodeId: node._id, name: node.name, at, nodesAt: null },
  ...{ from: { id: from._id, name: from.name }, to: { id: to._id, name: to.name } },
  ...pathOf(node, to),
})

const switchOf = (moveId: string, three: Three, acting: Acting, at: Date): Switch => {
  const { node, from, to } = three
  const data = { moveId, from: from.name, to: to.name, node: node.name }
  const still = (doc: NodeDoc, act: string, verb: string, push: Push[] = []) =>
    recording(doc, noted(acting, verb), { act, from: doc.state, to: doc.state, at, data, push })
  return {
    move: layMove(moveId, three, at),
    node: { ...still(node, 'move', acting.verb, [countChildren(from, to)]), parentId: to._id },
    from: still(from, 'letGo', '下级组织移出'),
    to: still(to, 'takeIn', '下级组织移入'),
  }
}

const nameTaken = () => new AppError('ALREADY_EXISTS', { message: '新上级下面已经有同名的组织，请先改名再移动。' })
const missing = () => new AppError('NOT_FOUND', { message: '没有找到要移到的上级，请重新选择。' })
const changed = () => new AppError('CONFLICT', { message: '它的上级刚刚变过，请返回刷新后再看。' })

/**
 * Moves a subtree below another parent. From the one commit on everybody sees the new tree; the records follow, see
 * following. At most one subtree is on its way at a time.
 */
export const moveNode: Handler<typeof orgContract.moveNode, NodeDoc> = async (
  { _id: moveId, nodeId, fromId, toId },
  { subject: node, caller, acting, now },
) => {
  const officer = acting('officer')
  const wasMovedBy = ({ events }: NodeDoc) => events.some(({ act, data }) => act === 'move' && data.moveId === moveId)
  const decide = ({ node, from, to, going }: Around): Verdict => {
    if (node && wasMovedBy(node)) return { already: true }
    if (going) return { refuse: busy() }
    if (!node || !from || !to || to.state === 'closed' || !mayMove(caller.grants, from, to))
      return { refuse: missing() }
    const refusal = refusalOf(node, to)
    if (refusal) return { refuse: new AppError('NOT_ALLOWED_NOW', { message: refusal }) }
    if (node.parentId !== fromId) return { refuse: changed() }
    return switchOf(moveId, { node, from, to }, officer, now)
  }
  if (await isNameTaken(node, toId)) throw nameTaken()
  const refused = await switchTogether({ nodeId, fromId, toId }, decide)
  if (refused) throw refused
  countRecorded()
  return { moveId }
}

const openFields = ['toAccept', 'toAssign', 'planning', 'fixing', 'toClose', 'reopened'] as const

const numbersOf = async (nodeId: string) => {
  const key = `node.${nodeId}`
  const [within, hazard, volunteer] = await Promise.all([
    countWithin(nodeId),
    readCounters('hazard', [key]),
    readCounters('volunteer', [key]),
  ])
  const open = openFields.reduce((sum, field) => sum + (hazard.get(key)?.[field] ?? 0), 0)
  const applied = ['union', 'regulator', 'enrolled'].reduce((sum, at) => sum + (volunteer.get(key)?.[at] ?? 0), 0)
  return { ...within, openHazards: Math.max(0, open), applications: Math.max(0, applied) }
}

const placeOf = ({ _id, name }: NodeDoc) => ({ id: _id, name })

const seatsOf = async ({ leaves, joins }: Pick<TreeMove, 'leaves' | 'joins'>) => {
  const seats = await listSeats([...leaves, ...joins])
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const seat = seats.find(({ _id }) => _id === id)
      return seat ? [{ id, name: seat.name, managers: seat.managers }] : []
    })
  return { gains: named(joins), loses: named(leaves) }
}

/** What goes along and who gains and loses sight, before anybody decides. */
export const previewMove: Handler<typeof orgContract.previewMove, NodeDoc> = async (
  { toId },
  { subject: node, caller },
) => {
  const [to, from, going] = await Promise.all([findNode(toId), findNode(node.parentId ?? ''), moveOfCall()])
  if (!from) throw new AppError('NOT_ALLOWED_NOW', { message: '最上级组织不能调整隶属。' })
  if (!to || to.state === 'closed' || !mayMove(caller.grants, from, to)) throw missing()
  const refusal = refusalOf(node, to) ?? (going ? busy().message : null)
  const path = refusal ? { leaves: [], joins: [] } : pathOf(node, to)
  const [numbers, seats] = await Promise.all([numbersOf(node._id), seatsOf(path)])
  return { node: placeOf(node), from: placeOf(from), to: placeOf(to), ...numbers, ...seats, refusal }
}
