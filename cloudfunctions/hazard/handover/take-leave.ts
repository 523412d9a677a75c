import * as z from 'types/zod'
import { Id, deriveId } from 'types/ids'
import { GrantRole } from 'types/org'
import { born, type Acting } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { messageTo } from '../../kit/message'
import { listOfficersNear, type Officer } from '../../kit/officers-near'
import { tellFixerGone } from '../hazard-store'
import { handovers, type HandoverDoc } from './handover-store'
import { findNode } from '../report/route-store'

const Left = z.object({
  ...{ grantId: Id, openid: z.string().min(1).max(64), name: z.string().max(60), role: GrantRole },
  ...{ nodeId: Id, nodeName: z.string().max(60), under: z.array(Id).min(1).max(20), enterpriseId: Id.nullable() },
})
type Left = z.output<typeof Left>

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '移交在办隐患' }
const openFields = ['toAccept', 'toAssign', 'planning', 'fixing', 'toClose', 'reopened'] as const

const openAt = async (nodeId: string) => {
  const key = `node.${nodeId}`
  const values = (await readCounters('hazard', [key])).get(key) ?? {}
  const at = (field: string) => values[field] ?? 0
  return { open: openFields.reduce((sum, field) => sum + at(field), 0), overdue: at('overdue') }
}

const word = (openid: string, { nodeName }: Left, { open, overdue }: { open: number; overdue: number }, now: Date) => {
  const note = overdue > 0 ? `在办 ${open} 条，其中逾期 ${overdue} 条` : `在办 ${open} 条`
  const values = { thing1: '干部离任，请接手在办隐患', thing2: nodeName, time3: now, thing4: note }
  return messageTo({ openid, template: 'work-to-do', values, page: 'packages/desk/handovers', trigger: 'handover' })
}

const successorsOf = (officers: readonly Officer[], under: readonly string[]): HandoverDoc['to'] => {
  const seats = officers.flatMap(({ grants }) => grants.filter(({ role }) => role === 'officer'))
  const id = [...under].reverse().find((nodeId) => seats.some((seat) => seat.nodeId === nodeId))
  const seat = seats.find(({ nodeId }) => nodeId === id)
  return seat
    ? { id: seat.nodeId, name: seat.nodeName, officers: officers.map(({ name }) => name ?? '未填写姓名') }
    : null
}

// Work belongs to the node, not to the person: who sits there, or next above where nobody is left, has it already. What is
// missing is that they know.
const handOn = async (left: Left, now: Date) => {
  const { nodeId, nodeName: name, grantId } = left
  const counts = await openAt(nodeId)
  if (counts.open === 0) return
  // It may have lain in an outbox while the node moved: where it lies now is the node's to say.
  const under = (await findNode(nodeId))?.under ?? left.under
  const officers = (await listOfficersNear(under)).filter(({ _id }) => _id !== left.openid)
  const birth = {
    _id: deriveId('handover', grantId),
    state: 'handed' as const,
    under,
    subject: `移交「${name}」`,
    at: now,
  }
  const push = officers.map(({ _id }) => word(_id, left, counts, now))
  await handovers.insert({
    ...born(clock, { ...birth, data: { ...counts }, push }),
    ...{ node: { id: nodeId, name }, left: left.name, ...counts, to: successorsOf(officers, under) },
  })
}

/**
 * Somebody left an office: of a fixer's work the officers are told that it needs another, of an officer's those who go on
 * with it. Carried out twice it is the same; false where it is no such word.
 */
export const takeLeave = async (payload: unknown, now: Date): Promise<boolean> => {
  const parsed = Left.safeParse(payload)
  if (!parsed.success) return false
  const left = parsed.data
  if (left.role === 'fixer') await tellFixerGone(left.openid, left.enterpriseId, now)
  if (left.role === 'officer') await handOn(left, now)
  return true
}
