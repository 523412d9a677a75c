import * as z from 'types/zod'
import { Id, deriveId } from 'types/ids'
import { GrantRole } from 'types/org'
import { born, type Acting } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { messageTo } from '../../kit/message'
import { listOfficersNear, type Officer } from '../../kit/officers-near'
import { sides } from '../team/team'
import { listTeamsLedBy } from '../team/team-store'
import { handovers, listArrangedBy, type HandoverDoc } from './handover-store'

const Left = z.object({
  ...{ grantId: Id, openid: z.string().min(1).max(64), personId: Id, name: z.string().max(60), role: GrantRole },
  ...{ nodeId: Id, nodeName: z.string().max(60), under: z.array(Id).min(1).max(20) },
})
type Left = z.output<typeof Left>
type Open = Pick<HandoverDoc, 'waiting' | 'teams' | 'activities'>

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '移交志愿者工作' }

const openAt = async ({ nodeId, personId }: Left, now: Date): Promise<Open> => {
  const key = `node.${nodeId}`
  const [counted, led, arranged] = await Promise.all([
    readCounters('volunteer', [key]),
    listTeamsLedBy(personId),
    listArrangedBy(personId, now),
  ])
  const teams = led.filter(({ admins }) => sides.some((side) => admins[side]?.nodeId === nodeId))
  const activities = arranged.filter(({ state, under }) => state !== 'cancelled' && under.includes(nodeId))
  return {
    waiting: counted.get(key)?.desk ?? 0,
    teams: teams.map(({ _id: id, name }) => ({ id, name })),
    activities: activities.map(({ _id: id, title: name, startsAt }) => ({ id, name, startsAt })),
  }
}

const wordsOf = ({ waiting, teams, activities }: Open) =>
  [
    waiting > 0 && `待审 ${waiting} 份`,
    teams.length > 0 && `队伍 ${teams.length} 支`,
    activities.length > 0 && `活动 ${activities.length} 场`,
  ]
    .filter(Boolean)
    .join('，')

const word = (openid: string, { nodeName }: Left, open: Open, now: Date) => {
  const values = { thing1: '有人离任，请接手志愿者工作', thing2: nodeName, time3: now, thing4: wordsOf(open) }
  return messageTo({ openid, template: 'work-to-do', values, page: 'packages/corps/handovers', trigger: 'handover' })
}

const successorsOf = (people: readonly Officer[], { under, role }: Left): HandoverDoc['to'] => {
  const seats = people.flatMap(({ grants }) => grants.filter((grant) => grant.role === role))
  const id = [...under].reverse().find((nodeId) => seats.some((seat) => seat.nodeId === nodeId))
  const seat = seats.find(({ nodeId }) => nodeId === id)
  return seat ? { id: seat.nodeId, name: seat.nodeName, people: people.map(({ name }) => name ?? '未填写姓名') } : null
}

/**
 * Somebody left an office: what waited there belongs to the node, and who sits there, or next above, has it already. They
 * are told, and it is written down. Carried out twice it is the same.
 */
export const handOn = async (payload: unknown, now: Date): Promise<void> => {
  const parsed = Left.safeParse(payload)
  if (!parsed.success || (parsed.data.role !== 'officer' && parsed.data.role !== 'regulator')) return
  const left = parsed.data
  const open = await openAt(left, now)
  if (wordsOf(open) === '') return
  const people = (await listOfficersNear(left.under, parsed.data.role)).filter(({ _id }) => _id !== left.openid)
  const { nodeId: id, nodeName: name, under, grantId } = left
  const _id = deriveId('volunteer-handover', grantId)
  const data = { waiting: open.waiting, teams: open.teams.length, activities: open.activities.length }
  const push = people.map((person) => word(person._id, left, open, now))
  const birth = { _id, state: 'handed' as const, under, subject: `移交「${name}」志愿者工作`, at: now, data, push }
  await handovers.insert({
    ...born(clock, birth),
    ...{ node: { id, name }, left: left.name, ...open, to: successorsOf(people, left) },
  })
}
