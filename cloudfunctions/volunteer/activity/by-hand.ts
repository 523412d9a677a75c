import { AppError } from 'types/app-error'
import { formatTime } from 'types/calendar'
import { serviceMinutes, signWindow } from 'types/volunteer-activity-hours'
import { attendanceMachine, type AttendanceAct } from 'types/volunteer-activity-machine'
import type { activityOfficeEntries } from 'types/volunteer-activity-office'
import { isReplay, move, record, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { findApplication } from '../application-store'
import type { ActivityDoc, AttendanceDoc } from './activity'
import { attendanceId, attendances, createAttendance, findActivity, findAttendance } from './activity-store'
import { newAttendance } from './born-attendance'
import { yearOf } from './eligible'
import { countAnew, toVolunteer } from './messages'

type Entries = typeof activityOfficeEntries
type Times = { inAt: Date | null; outAt: Date | null }

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })
const atField = (field: string, words: string) => new AppError('INVALID_INPUT', { fields: { [field]: words } })

/** @throws AppError with a sentence where these times cannot be */
const checkTimes = (activity: ActivityDoc, { inAt, outAt }: Times, now: Date) => {
  if (activity.state === 'cancelled' || activity.state === 'draft') throw refuse('这次活动没有举行，不能登记考勤。')
  const opens = signWindow(activity, 'in').from
  const closes = signWindow(activity, 'out').to
  if (now < opens) throw refuse(`${formatTime(opens)} 起才能登记考勤。`)
  if (!inAt && outAt) throw atField('inAt', '请填写到场时间')
  if (!inAt && now < activity.endsAt) throw refuse('活动还没结束，不能登记为未到场。')
  if (inAt && (inAt < opens || inAt >= activity.endsAt || inAt > now))
    throw atField('inAt', '到场时间要在签到开始之后、活动结束之前，且不晚于现在')
  if (inAt && outAt && (outAt <= inAt || outAt > closes || outAt > now))
    throw atField('outAt', '离开时间要晚于到场时间，且不晚于现在')
  if (inAt && !outAt && (activity.state === 'done' || now > closes))
    throw atField('outAt', '活动已经结束，请填写离开时间')
}

const actOf = ({ inAt, outAt }: Times): AttendanceAct => (inAt ? (outAt ? 'set-served' : 'set-present') : 'set-absent')

const minutesOf = (activity: ActivityDoc, { inAt, outAt }: Times) =>
  inAt && outAt ? serviceMinutes(activity, inAt, outAt) : 0

const wordOf = ({ inAt, outAt }: Times, reason: string) =>
  [inAt ? `${formatTime(inAt)} 到场` : '未到场', outAt && `${formatTime(outAt)} 离开`, reason]
    .filter(Boolean)
    .join('，')

const mostNotes = 20

const withNote = (doc: AttendanceDoc, by: string, words: string, at: Date) => ({
  history: [...doc.history, { at, by, words }].slice(-mostNotes),
})

const stateAfter = (act: AttendanceAct) => attendanceMachine.moves.find((one) => one.act === act)?.to
const counted: readonly (AttendanceDoc['state'] | undefined)[] = ['served', 'absent']

// The year is counted anew wherever the step came from or led to something that counts.
const recount = (doc: AttendanceDoc, act: AttendanceAct) =>
  counted.includes(doc.state) || counted.includes(stateAfter(act)) ? countAnew(doc.applicationId, doc.year) : []

const tell = (doc: AttendanceDoc, activity: ActivityDoc, act: AttendanceAct) =>
  act === 'set-absent' && doc.state !== 'absent'
    ? toVolunteer(doc.openid, activity, '记为未到场，有特殊情况可以说明')
    : []

const activityOf = async ({ activityId }: AttendanceDoc) => {
  const found = await findActivity(activityId)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

const put = async (
  doc: AttendanceDoc,
  activity: ActivityDoc,
  acting: Acting,
  version: number,
  times: Times,
  more: { reason: string | null; now: Date; set?: Partial<AttendanceDoc> },
) => {
  const { reason, now } = more
  const act = actOf(times)
  const words = wordOf(times, reason ?? (times.inAt ? '认可断网补交的签到' : '不认可断网补交的签到'))
  const set = {
    ...{ ...times, minutes: minutesOf(activity, times), claims: [] },
    ...(reason !== null && { manual: { reason, by: acting.name } }),
    ...(doc.appealOpen && act !== 'set-absent' && { appealOpen: false }),
    ...{ ...withNote(doc, acting.name, words, now), ...more.set },
  }
  const data = { reason, inAt: times.inAt, outAt: times.outAt, before: { inAt: doc.inAt, outAt: doc.outAt } }
  const same = +(doc.inAt ?? 0) === +(times.inAt ?? 0) && +(doc.outAt ?? 0) === +(times.outAt ?? 0)
  const push = [...recount(doc, act), ...tell(doc, activity, act)]
  const moved = await move(attendances, attendanceMachine, doc, acting, act, version, {
    at: now,
    set,
    data,
    push,
    same,
  })
  return { id: moved.id, state: moved.state, version: moved.version }
}

const toDate = (at: string | null) => (at === null ? null : new Date(at))

/** Written in or corrected by the organiser, with a reason; what stood before stays in the events. */
export const setAttendance: Handler<Entries['setAttendance'], AttendanceDoc> = async (
  { version, inAt, outAt, reason },
  { subject: doc, now, acting },
) => {
  const activity = await activityOf(doc)
  const officer = acting('officer')
  const times = { inAt: toDate(inAt), outAt: toDate(outAt) }
  if (!isReplay(doc, officer, actOf(times), version)) checkTimes(activity, times, now)
  return put(doc, activity, officer, version, times, { reason, now })
}

const dropClaims = async (doc: AttendanceDoc, activity: ActivityDoc, officer: Acting, version: number, now: Date) => {
  if (activity.state === 'done' && doc.state === 'joined')
    return put(doc, activity, officer, version, { inAt: null, outAt: null }, { reason: null, now })
  if (doc.version !== version) throw new AppError('CONFLICT')
  const set = { claims: [], ...withNote(doc, officer.name, '不认可断网补交的签到', now) }
  return record(attendances, doc, officer, 'drop-claims', { at: now, set })
}

/** What was signed without a network, confirmed as it was read or left out. */
export const settleClaims: Handler<Entries['settleClaims'], AttendanceDoc> = async (
  { version, accept },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  const last = doc.events.at(-1)
  const isAgain = doc.version === version + 1 && last?.by === officer.by && doc.claims.length === 0
  if (isAgain) return { id: doc._id, state: doc.state, version: doc.version }
  if (doc.claims.length === 0) throw refuse('没有等着核对的签到，请刷新后再看。')
  const activity = await activityOf(doc)
  if (!accept) return dropClaims(doc, activity, officer, version, now)
  const at = (way: 'in' | 'out') => doc.claims.find((one) => one.way === way)?.at ?? null
  const times = { inAt: at('in') ?? doc.inAt, outAt: at('out') ?? doc.outAt }
  if (!times.inAt) throw refuse('只有签退没有签到，请手工登记到场时间。')
  if (activity.state === 'done' && !times.outAt) throw refuse('活动已经结束，请手工登记离开的时间。')
  return put(doc, activity, officer, version, times, { reason: null, now })
}

/** Who came without having joined. Asked twice it is the same person once. */
export const addAttendee: Handler<Entries['addAttendee'], ActivityDoc> = async (
  { applicationId, inAt, outAt, reason },
  { subject: activity, now, acting },
) => {
  const times = { inAt: new Date(inAt), outAt: toDate(outAt) }
  const officer = acting('officer')
  const stands = await findAttendance(attendanceId(activity._id, applicationId))
  if (stands) {
    const isSame = stands.manual?.reason === reason && +(stands.inAt ?? 0) === +times.inAt
    if (!isSame) throw new AppError('ALREADY_EXISTS', { message: '他已经在名单里，请在名单里登记。' })
    return { id: stands._id, state: stands.state, version: stands.version }
  }
  const member = await findApplication(applicationId)
  if (member?.state !== 'enrolled' || !member.under.includes(activity.node.id))
    throw new AppError('NOT_FOUND', { message: '名册里没有这位志愿者。' })
  checkTimes(activity, times, now)
  const who = { applicationId, openid: member.openid, teamId: member.team?.id ?? null, noShows: 0 }
  const minutes = minutesOf(activity, times)
  const note = { at: now, by: officer.name, words: wordOf(times, reason) }
  const set = { ...times, minutes, manual: { reason, by: officer.name }, history: [note] }
  const state = outAt ? 'served' : 'present'
  const push = outAt ? countAnew(applicationId, yearOf(activity.startsAt)) : []
  const doc = newAttendance(activity, who, officer, state, now, set, push)
  if (!(await createAttendance(doc))) throw new AppError('CONFLICT')
  return { id: doc._id, state, version: doc.version }
}
