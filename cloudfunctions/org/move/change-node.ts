import { AppError } from 'types/app-error'
import type { orgContract } from 'types/org-contract'
import { nodeMachine } from 'types/org-move'
import { nodeTypeLabels } from 'types/org'
import { searchTerms } from 'types/text-similarity'
import { move, record, type Acting, type OutboxItem } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { isDuplicate } from '../../kit/platform-error'
import type { Handler } from '../../kit/serve'
import { moveOfCall } from '../../kit/tree-move'
import { changePerson } from '../change-person'
import type { NodeDoc } from '../documents'
import { findNode, nodes } from '../node-store'
import { busy } from './decide'
import { findBelonging, isNameTaken, listUnderOldName, renameCopies } from './move-store'

const nameTaken = () => new AppError('ALREADY_EXISTS', { message: '同一个上级下面已经有同名的组织。' })

const rename = async (node: NodeDoc, name: string, acting: Acting, now: Date) => {
  const set = { name, terms: searchTerms(name), subject: `${nodeTypeLabels[node.type]}「${name}」` }
  const push = [{ to: 'local', kind: 'renamed', payload: { nodeId: node._id } }]
  try {
    await record(nodes, node, acting, 'rename', { at: now, set, push, data: { from: node.name, to: name } })
  } catch (thrown) {
    throw isDuplicate(thrown) ? nameTaken() : thrown
  }
}

/** Renames a node. What is written in its name from now on has the new one; what was written keeps the name of its time. */
export const renameNode: Handler<typeof orgContract.renameNode, NodeDoc> = async (
  { name },
  { subject: node, acting, now },
) => {
  if (node.name === name) return { id: node._id, name }
  if (node.parentId !== null && (await isNameTaken({ _id: node._id, name }, node.parentId))) throw nameTaken()
  await rename(node, name, acting('officer'), now)
  return { id: node._id, name }
}

/** The drainer's work after a renaming; carried out twice it changes nothing the second time. */
export const followName = async ({ payload }: OutboxItem, now: Date): Promise<void> => {
  const node = await findNode(String(payload.nodeId))
  if (!node) return
  await renameCopies(node._id, node.name)
  for (const person of await listUnderOldName(node._id, node.name))
    await changePerson(person._id, now, ({ grants }) => ({
      set: { grants: grants.map((grant) => (grant.nodeId === node._id ? { ...grant, nodeName: node.name } : grant)) },
    }))
}

const belongings = {
  nodes: '下级组织',
  enterprises: '登记的企业',
  people: '任职的人员',
  booths: '使用中的展台',
  invites: '待接受的邀请',
  drives: '进行中的主题活动',
} as const

const openWork = async (nodeId: string): Promise<string | null> => {
  const key = `node.${nodeId}`
  const [hazard, volunteer] = await Promise.all([readCounters('hazard', [key]), readCounters('volunteer', [key])])
  const sum = (counts: Record<string, number> | undefined, fields: readonly string[]) =>
    fields.reduce((all, field) => all + (counts?.[field] ?? 0), 0)
  const open = ['toAccept', 'toAssign', 'planning', 'fixing', 'toClose', 'reopened']
  if (sum(hazard.get(key), open) > 0) return '没有办结的隐患'
  return sum(volunteer.get(key), ['union', 'regulator', 'enrolled']) > 0 ? '志愿者或待审核的申请' : null
}

const whatIsLeft = async (nodeId: string) => {
  const kind = await findBelonging(nodeId)
  return kind ? belongings[kind] : openWork(nodeId)
}

const notEmpty = (left: string) =>
  new AppError('NOT_ALLOWED_NOW', { message: `这个组织还有${left}，请先移走或办完，再来撤销。` })

/** Closes an empty node; it is looked at once more afterwards, for what came in at that very moment. */
export const closeNode: Handler<typeof orgContract.closeNode, NodeDoc> = async (
  { reason },
  { subject: node, acting, now },
) => {
  if (node.parentId === null) throw new AppError('NOT_ALLOWED_NOW', { message: '最上级组织不能撤销。' })
  if (await moveOfCall()) throw busy()
  const left = await whatIsLeft(node._id)
  if (left) throw notEmpty(left)
  const parent = [{ key: `node.${node.parentId}`, field: 'children', by: -1 }]
  const push = [{ to: 'counters', kind: 'count', payload: { add: parent } }]
  const closed = await move(nodes, nodeMachine, node, acting('officer'), 'close', node.version, {
    ...{ at: now, data: { reason }, push },
  })
  const late = await whatIsLeft(node._id)
  if (!late) return { id: node._id }
  const again = await findNode(node._id)
  const back = [
    { ...push[0], to: 'counters', kind: 'count', payload: { add: parent.map((one) => ({ ...one, by: 1 })) } },
  ]
  const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '恢复组织' }
  if (again?.version === closed.version)
    await move(nodes, nodeMachine, again, clock, 'reopen', again.version, { at: now, push: back })
  throw notEmpty(late)
}
