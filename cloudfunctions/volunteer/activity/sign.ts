import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import { activityRules } from 'types/volunteer-activity-kinds'
import { serviceMinutes } from 'types/volunteer-activity-hours'
import type { activityEntries } from 'types/volunteer-activity'
import { attendanceMachine, type Signal } from 'types/volunteer-activity-machine'
import { command } from '../../kit/cloud'
import { move, record, type Acting, type OutboxItem } from '../../kit/aggregate'
import { fingerprint } from '../../kit/sensitive'
import type { Handler } from '../../kit/serve'
import type { ActivityDoc, AttendanceDoc, Claim } from './activity'
import { attendances, listSigning, takeDigitTry, type Signing } from './activity-store'
import { codeOf, digitsOf, keptSlots, liveSlots, slotStart, type Way } from './code'
import { metresBetween } from './distance'
import { countAnew } from './messages'

type Entry = (typeof activityEntries)['signIn']
type Input = InputOf<Entry>
type Push = Omit<OutboxItem, 'id'>
/** A code that fits: whose attendance, which direction, and the slot it stood in where it came late. */
type Match = { doc: AttendanceDoc; activity: ActivityDoc; way: Way; lateSlot: number | null }

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })
const hour = 3_600_000
const ways: readonly Way[] = ['in', 'out']
/** From so long after it was read a code is said to have been kept. */
const keptAfter = 2 * activityRules.slotSeconds * 1000

const fits = ({ code, digits }: Input, activity: ActivityDoc, way: Way, slot: number) =>
  code ? codeOf(activity, way, slot) === code : digitsOf(activity, way, slot) === digits

const matchOne = (input: Input, signing: Signing, now: Date): Match | null => {
  const [activity] = signing.activity
  if (!activity || (input.activityId && input.activityId !== activity._id)) return null
  const readAt = new Date(input.at)
  const isKept = now.getTime() - readAt.getTime() > keptAfter
  for (const way of input.way ? [input.way] : ways) {
    if (liveSlots(activity, way, now).some((slot) => fits(input, activity, way, slot)))
      return { doc: signing, activity, way, lateSlot: null }
    const kept = isKept
      ? keptSlots(activity, way, readAt, now).find((slot) => fits(input, activity, way, slot))
      : undefined
    if (kept !== undefined) return { doc: signing, activity, way, lateSlot: kept }
  }
  return null
}

const checkDigits = async (input: Input, found: readonly Signing[], now: Date) => {
  if (!input.digits) return
  const doc = found.find(({ activityId }) => activityId === input.activityId)
  if (!doc) return
  const since = new Date(now.getTime() - activityRules.digitsPause * 60_000)
  if (!(await takeDigitTry(doc._id, activityRules.wrongDigits, since, now)))
    throw new AppError('TOO_OFTEN', {
      message: `数字输错的次数太多，请扫二维码，或 ${activityRules.digitsPause} 分钟后再输。`,
    })
}

const unknown = '没有认出这个码。请看着屏幕上现在的码再扫一次；也请确认您报名的就是这次活动。'

const markOf = (activityId: string, device: string) => fingerprint(`phone/${activityId}/${device}`)

type Facts = { mark: string | null; metres: number | null; signals: Signal[] }

const factsOf = ({ device, where }: Input, { doc, activity, lateSlot }: Match): Facts => {
  const mark = device ? markOf(activity._id, device) : null
  const metres = where && activity.spot ? metresBetween(where, activity.spot) : null
  const signals: Signal[] = [
    ...(lateSlot === null ? [] : (['late'] as const)),
    ...(metres !== null && metres > activityRules.farMetres ? (['far'] as const) : []),
    ...(mark && doc.devices.length > 0 && !doc.devices.includes(mark) ? (['two-phones'] as const) : []),
  ]
  return { mark, metres: metres ?? doc.metres, signals }
}

const withFacts = (doc: AttendanceDoc, { mark, metres, signals }: Facts, tryId: string) => ({
  ...{ metres, digitTries: 0, tries: command.push([tryId]) },
  signals: [...new Set([...doc.signals, ...signals])],
  devices: mark && !doc.devices.includes(mark) ? [...doc.devices, mark] : doc.devices,
})

const comparing = (doc: AttendanceDoc, { mark }: Facts): Push[] =>
  mark && !doc.devices.includes(mark)
    ? [{ to: 'local', kind: 'phone', payload: { activityId: doc.activityId, mark } }]
    : []

const answer = ({ doc, activity, way }: Match, at: Date | null, more: { minutes: number; pending: boolean }) => ({
  ...{ activityId: activity._id, title: activity.title, way, at: at ?? doc.updatedAt, state: doc.state, ...more },
})

const isTaken = ({ doc, way }: Match) =>
  way === 'in' ? doc.state === 'present' || doc.state === 'served' : doc.state === 'served'

/** Counted once already: another phone is noted, the same one hears the same again. */
const sayAgain = async (match: Match, facts: Facts, tryId: string, acting: Acting, now: Date) => {
  const { doc, way } = match
  const isNew = facts.signals.some((one) => !doc.signals.includes(one))
  if (isNew && !doc.tries.includes(tryId)) {
    const set = withFacts(doc, facts, tryId)
    await record(attendances, doc, acting, 'sign-again', { at: now, set, data: { way }, push: comparing(doc, facts) })
  }
  return answer(match, way === 'in' ? doc.inAt : doc.outAt, { minutes: doc.minutes, pending: false })
}

/** Read without a network, delivered later: it waits for the organiser. */
const keepClaim = async (match: Match, facts: Facts, tryId: string, acting: Acting, now: Date) => {
  const { doc, way, lateSlot } = match
  const at = slotStart(lateSlot ?? 0)
  const before = doc.claims.find((one) => one.way === way)
  if (before) return answer(match, before.at, { minutes: 0, pending: true })
  const claims: Claim[] = [...doc.claims, { way, at, deliveredAt: now }]
  const set = { ...withFacts(doc, facts, tryId), claims }
  await record(attendances, doc, acting, 'sign-late', { at: now, set, data: { way }, push: comparing(doc, facts) })
  return answer(match, at, { minutes: 0, pending: true })
}

const checkStanding = ({ doc, activity, way, lateSlot }: Match) => {
  if (activity.state === 'cancelled') throw refuse('活动已经取消。')
  if (activity.state === 'done') throw refuse(`活动已经确认结束，请联系组织者登记：${activity.contact}`)
  if (doc.state === 'waiting') throw refuse('您还在候补，没有名额。请到现场找组织者登记。')
  if (doc.state === 'cancelled') throw refuse('您已经退出这次活动，请到现场找组织者登记。')
  const hasClaim = doc.claims.some((one) => one.way === 'in')
  if (way === 'out' && doc.state === 'joined' && !(hasClaim && lateSlot !== null))
    throw refuse('您还没有签到，请先找组织者登记到场时间。')
}

const take = async (match: Match, facts: Facts, tryId: string, acting: Acting, now: Date) => {
  const { doc, activity, way } = match
  const minutes = way === 'out' ? serviceMinutes(activity, doc.inAt ?? now, now) : 0
  const set = { ...withFacts(doc, facts, tryId), ...(way === 'in' ? { inAt: now } : { outAt: now, minutes }) }
  const push = [...comparing(doc, facts), ...(way === 'out' ? countAnew(doc.applicationId, doc.year) : [])]
  const act = way === 'in' ? 'sign-in' : 'sign-out'
  const step = { at: now, set, push }
  const { state } = await move(attendances, attendanceMachine, doc, acting, act, doc.version, step)
  return answer({ ...match, doc: { ...doc, state } }, now, { minutes, pending: false })
}

const signOne = (input: Input, found: readonly Signing[], who: Acting, now: Date) => {
  const match = found.flatMap((one) => matchOne(input, one, now) ?? [])[0]
  if (!match) throw refuse(unknown)
  const facts = factsOf(input, match)
  if (isTaken(match)) return sayAgain(match, facts, input._id, who, now)
  checkStanding(match)
  return match.lateSlot === null
    ? take(match, facts, input._id, who, now)
    : keepClaim(match, facts, input._id, who, now)
}

/**
 * Signs in or out by what was read off the organiser's screen. Three trips at most: what the caller joined about now, for
 * digits the count of tries, the attendance. Only the caller's own attendance is ever touched.
 */
export const signIn: Handler<Entry> = async (input, { caller: { openid }, now, acting }) => {
  const [from, to] = [new Date(now.getTime() - 122 * hour), new Date(now.getTime() + 2 * hour)]
  const look = () => (openid ? listSigning(openid, from, to) : Promise.resolve([]))
  const found = await look()
  await checkDigits(input, found, now)
  const who = acting('applicant', { by: 'volunteer', name: '志愿者' })
  try {
    return await signOne(input, found, who, now)
  } catch (thrown) {
    // The other phone, or the drainer, was faster: what stands now decides.
    if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    return signOne(input, await look(), who, now)
  }
}
