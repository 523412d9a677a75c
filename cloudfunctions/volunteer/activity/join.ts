import { AppError } from 'types/app-error'
import { activityRules } from 'types/volunteer-activity-kinds'
import type { activityEntries } from 'types/volunteer-activity'
import { attendanceMachine } from 'types/volunteer-activity-machine'
import { move, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { ApplicationDoc } from '../documents'
import type { ActivityDoc, AttendanceDoc } from './activity'
import {
  attendances,
  createAttendance,
  findActivity,
  findAsking,
  pullLine,
  pushLine,
  type Asking,
} from './activity-store'
import { newAttendance } from './born-attendance'
import { noShowsOf, whyNotJoin, yearOf } from './eligible'

type Entries = typeof activityEntries

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** The caller's part of what was read. */
export const partOf = ({ applications, own, ...activity }: Asking) => {
  const member = applications.find(({ state }) => state === 'enrolled') ?? null
  const mine = own.find(({ activityId }) => activityId === activity._id) ?? null
  return { activity: activity as ActivityDoc, member, mine, own }
}

const start = async (id: string, openid: string) => {
  const asking = openid ? await findAsking(id, openid) : null
  if (!asking || asking.state === 'draft') throw new AppError('NOT_FOUND')
  return partOf(asking)
}

const volunteer = { by: 'volunteer', name: '志愿者' }

const unlessOvertaken = async (step: Promise<unknown>) => {
  try {
    await step
  } catch (thrown) {
    // The drainer has written the same already.
    if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
  }
}

const again = (
  mine: AttendanceDoc,
  act: 'rejoin' | 'requeue',
  acting: Acting,
  set: Partial<AttendanceDoc>,
  now: Date,
) =>
  unlessOvertaken(
    move(attendances, attendanceMachine, { ...mine, events: [] }, acting, act, mine.version, { at: now, set }),
  )

type Part = { activity: ActivityDoc; member: ApplicationDoc; mine: AttendanceDoc | null; own: AttendanceDoc[] }

// Which place it is only the line itself can say; until the drainer has looked, what it was a moment ago stands.
const writeDown = async ({ activity, member, mine, own }: Part, openid: string, acting: Acting, now: Date) => {
  const noShows = noShowsOf(own, yearOf(activity.startsAt))
  const hasPlace = activity.line.length < activity.quota
  if (mine) return again(mine, hasPlace ? 'rejoin' : 'requeue', acting, { noShows, word: null }, now)
  const who = { applicationId: member._id, openid, teamId: member.team?.id ?? null, noShows }
  await createAttendance(newAttendance(activity, who, acting, hasPlace ? 'joined' : 'waiting', now))
}

const isInLine = (activity: ActivityDoc, applicationId: string) => activity.line.some(({ id }) => id === applicationId)

/** Asks for a place. Three trips: what there is, the line (which decides), the attendance. */
export const joinActivity: Handler<Entries['joinActivity']> = async ({ id }, { caller: { openid }, now, acting }) => {
  const part = await start(id, openid)
  const { activity, member, own } = part
  if (member && isInLine(activity, member._id)) return { id }
  const why = whyNotJoin(activity, member, own, now)
  if (why || !member) throw refuse(why ?? '')
  if ((await pushLine(activity, member._id, activityRules.waitlist, now)) === 0) {
    const latest = await findActivity(id)
    if (latest && isInLine(latest, member._id)) return { id }
    throw refuse(latest?.state === 'open' ? '名额和候补都满了，可以看看别的活动。' : '报名已经截止，可以看看别的活动。')
  }
  await writeDown({ ...part, member }, openid, acting('applicant', volunteer), now)
  return { id }
}

/** Gives a place back; who waits next has it. Asked twice it is the same. */
export const leaveActivity: Handler<Entries['leaveActivity']> = async ({ id }, { caller: { openid }, now, acting }) => {
  const { activity, member, mine } = await start(id, openid)
  if (!mine || !member) throw refuse('您没有报名这次活动。')
  if (mine.state === 'cancelled') return { id }
  if (mine.state !== 'joined' && mine.state !== 'waiting') throw refuse('活动已经开始，不能退出了。')
  const waits = activity.line.findIndex(({ id: one }) => one === member._id) >= activity.quota
  if (activity.state !== 'open' || (!waits && now > activity.leaveUntil))
    throw refuse(`退出截止时间已过，确实去不了请联系组织者：${activity.contact}`)
  await pullLine(id, member._id, now)
  const step = { at: now, set: { word: null } }
  const bare = { ...mine, events: [] }
  await unlessOvertaken(
    move(attendances, attendanceMachine, bare, acting('applicant', volunteer), 'leave', mine.version, step),
  )
  return { id }
}
