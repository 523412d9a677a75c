import * as z from 'types/zod'
import { AppError } from 'types/app-error'
import { dueAfterDays } from 'types/calendar'
import { Id } from 'types/ids'
import { reminderDays, teamMachine } from 'types/volunteer-team-machine'
import { sideLabels } from 'types/volunteer-team'
import { move, record, type Acting } from '../../kit/aggregate'
import { findApplication } from '../application-store'
import type { Work } from '../local-work'
import { systemLeave } from './members'
import { seated, tellVacant } from './seats'
import { sides } from './team'
import { findTeam, listMembers, listTeamsLedBy, listTeamsToRemind, noteAbsorbed, teams } from './team-store'
import { tellAuthorities } from './told'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })
const attempts = 5

/** Again with what stands there now, where somebody was faster. */
const patiently = async (work: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await work()
      return
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'CONFLICT') || attempt === attempts) throw thrown
    }
  }
}

const Gone = z.object({ applicationId: Id })
const Left = z.object({ teamId: Id, applicationId: Id })

/** A captain who is no longer a member is no longer captain. */
export const captainLeft: Work = async ({ payload }, at) => {
  const { teamId, applicationId } = Left.parse(payload)
  await patiently(async () => {
    const team = await findTeam(teamId)
    if (team?.captain !== applicationId) return
    await record(teams, team, clock('队长离队'), 'captain-left', { at, set: { captain: null } })
  })
}

/** Who quit or was removed is in no team any more; who came back meanwhile stays. */
export const letGoOfTeam: Work = async ({ payload }, at) => {
  const { applicationId } = Gone.parse(payload)
  await patiently(async () => {
    const doc = await findApplication(applicationId)
    if (doc?.team && doc.state !== 'enrolled') await systemLeave(doc, '退出志愿服务', at, null)
  })
}

const Over = z.object({ teamId: Id, into: z.object({ id: Id, name: z.string() }).nullable() })

/** Members of a team that is over leave it or go over to the other one; repeated until none is left. */
export const teamOver: Work = async ({ payload }, at) => {
  const { teamId, into } = Over.parse(payload)
  const team = await findTeam(teamId)
  if (!team) return
  if (into) await noteAbsorbed(into.id, [teamId, ...team.absorbed])
  for (let page = await listMembers(teamId, 100); page.length > 0; page = await listMembers(teamId, 100))
    for (const { _id } of page)
      await patiently(async () => {
        const member = await findApplication(_id)
        if (member?.team?.id === teamId) await systemLeave(member, into ? '队伍合并' : '队伍解散', at, into)
      })
}

const LeftOffice = z.object({ personId: Id, nodeId: Id })

/** An office was taken back: the seats held by it are empty, both authorities are told, the teams go on. */
export const vacateSeats = async (payload: unknown, now: Date): Promise<boolean> => {
  const left = LeftOffice.safeParse(payload)
  if (!left.success) return true
  const { personId, nodeId } = left.data
  for (const known of await listTeamsLedBy(personId))
    await patiently(async () => {
      const team = await findTeam(known._id)
      const side = team && sides.find((one) => team.admins[one]?.personId === personId)
      if (!team || !side || team.admins[side]?.nodeId !== nodeId) return
      if (team.state !== 'forming' && team.state !== 'working') return
      const set = seated(team, side, null, now)
      const push = await tellVacant(team, side, now)
      await move(teams, teamMachine, team, clock('管理员离任'), 'vacate', team.version, {
        ...{ at: now, set, push, data: { side } },
      })
    })
  return true
}

/** Both authorities, and the union above, are reminded of a seat nobody took in time; again every week. @returns how many */
export const remindOfSeats = async (now: Date): Promise<number> => {
  const due = await listTeamsToRemind(now, 20)
  for (const team of due) {
    const next = dueAfterDays(now, reminderDays)
    const empty = sides.filter((side) => team.vacant[side]).map((side) => sideLabels[side])
    const note = `${empty.join('、')}还没有管理员接受`
    const push = await tellAuthorities(
      team,
      { title: '队伍缺管理员，请尽快指定', by: next, note, trigger: 'team-vacant' },
      true,
    )
    const step = { at: now, set: { clockAt: next }, push }
    await record(teams, team, clock('提醒指定管理员'), 'remind', step).catch((thrown: unknown) => {
      if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    })
  }
  return due.length
}
