import { AppError } from 'types/app-error'
import { dateOf, dueAfterWorkingDays, formatDate, isOverdue } from 'types/calendar'
import type { awardOfficeEntries } from 'types/hazard-award-office'
import { isReplay } from '../../kit/aggregate'
import { isDuplicate } from '../../kit/platform-error'
import type { Handler } from '../../kit/serve'
import { holidaysFor } from '../rules/rules'
import type { AwardDoc, AwardPlace } from './award'
import { listObjections, listStillClosed } from './award-store'
import { step } from './draft'
import { toFetch, toHazards, toRewarded } from './messages'
import { digestOf, labelOf, propose, rewardedBy, seated } from './propose'

type Entries = typeof awardOfficeEntries

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** Two lists may take one person for one hazard at one moment: the unique index lets one of them. */
const unlessTaken = async <T>(write: Promise<T>): Promise<T> => {
  try {
    return await write
  } catch (thrown) {
    if (isDuplicate(thrown)) throw refuse('名单里有人刚刚列入了另一批奖励，请重新核对名单。')
    throw thrown
  }
}

const shown = (places: readonly AwardPlace[], doc: AwardDoc, until: Date, now: Date) => [
  ...toRewarded(places, '奖励公示', `列入“${doc.title}”，公示到${formatDate(until)}`, now),
  ...toHazards(doc, places),
]

const listFor = async (doc: AwardDoc, digest: string, now: Date) => {
  if (doc.to > dateOf(now)) throw refuse('销号时间段还没有结束，到期后再公示，免得漏了后面的人。')
  const { chosen } = await propose(doc)
  if (chosen.length === 0) throw refuse('还没有符合条件的人，请调整条件。')
  if (digestOf(doc, chosen) !== digest) throw refuse('名单刚刚有变化，请看过新的名单再公示。')
  return seated(doc, chosen, 1, now)
}

/** Freezes the list as the rule proposes it now, which must be the list the officer saw, and shows it to everybody. */
export const announceAward: Handler<Entries['announceAward'], AwardDoc> = async (
  { version, digest, days },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  const change = { act: 'announce', version, now, same: doc.noticeDays === days } as const
  if (doc.state !== 'draft' || isReplay(doc, officer, 'announce', version)) return step(doc, officer, change, {})
  const places = await listFor(doc, digest, now)
  const objectUntil = dueAfterWorkingDays(now, days, await holidaysFor(doc.under))
  const set = { places, rewarded: rewardedBy(doc, places), noticeDays: days, announcedAt: now, objectUntil }
  const data = { people: places.length, days }
  const clockAt = new Date(objectUntil.getTime() + 1)
  return unlessTaken(step(doc, officer, { ...change, data }, { ...set, clockAt }, shown(places, doc, objectUntil, now)))
}

/** The list without one place, and with the next in order in it; who comes in is shown as long as everybody was. */
export const refilled = async (doc: AwardDoc, places: AwardPlace[], left: AwardDoc['left'], now: Date) => {
  const { chosen } = await propose({ ...doc, places, left })
  const last = Math.max(0, ...doc.places.map(({ seat }) => seat))
  const added = seated(doc, chosen, last + 1, now)
  const all = [...places, ...added]
  const until = dueAfterWorkingDays(now, doc.noticeDays ?? 0, await holidaysFor(doc.under))
  const objectUntil = added.length > 0 && doc.objectUntil && until > doc.objectUntil ? until : doc.objectUntil
  const clockAt = added.length > 0 && objectUntil ? new Date(objectUntil.getTime() + 1) : doc.clockAt
  const set = { places: all, left, rewarded: rewardedBy(doc, all), objectUntil, clockAt }
  return { set, push: added.length > 0 ? shown(added, doc, objectUntil ?? now, now) : [], added }
}

export const dropFromAward: Handler<Entries['dropFromAward'], AwardDoc> = async (
  { seat, reason, version },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  const last = doc.events.at(-1)?.data
  const change = { act: 'drop', version, now, same: last?.seat === seat && last.reason === reason } as const
  if (doc.state !== 'announced' || isReplay(doc, officer, 'drop', version)) return step(doc, officer, change, {})
  const gone = doc.places.find((one) => one.seat === seat)
  if (!gone) throw refuse('这一位已经不在名单里了，请刷新后再看。')
  const left = [...doc.left, { of: gone.of, person: gone.person, label: labelOf(gone), reason }]
  const rest = doc.places.filter((one) => one !== gone)
  const { set, push, added } = await refilled(doc, rest, left, now)
  const told = [...toRewarded([gone], '名单调整', '工会核对后调整了奖励名单', now), ...toHazards(doc, [gone]), ...push]
  const data = { seat, reason, added: added.length }
  return unlessTaken(step(doc, officer, { ...change, data }, set, told))
}

/** @throws AppError NOT_ALLOWED_NOW with what is still missing */
const checkFinished = async (doc: AwardDoc, now: Date) => {
  const until = doc.objectUntil ?? now
  if (!isOverdue(until, now)) throw refuse(`公示还没有期满（到${formatDate(until)}），期满后再定稿。`)
  const raised = await listObjections(doc._id)
  if (raised.some(({ state }) => state === 'raised')) throw refuse('还有异议没有答复，答复后再定稿。')
  const wrong = raised.find(({ answer, seat }) => answer?.upheld && doc.places.some((one) => one.seat === seat))
  if (wrong) throw refuse(`第 ${wrong.seat} 位的异议成立，请先移出名单，再定稿。`)
  if (doc.places.length === 0) throw refuse('名单上没有人了，这批不用定稿。')
  const closed = await listStillClosed([...new Set(doc.places.map(({ hazardId }) => hazardId))])
  const open = doc.places.find(({ hazardId }) => !closed.has(hazardId))
  if (open) throw refuse(`第 ${open.seat} 位的隐患正在复查，请等复查结束，或先移出名单。`)
}

export const finishAward: Handler<Entries['finishAward'], AwardDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  const change = { act: 'finish', version, now, same: true, data: { people: doc.places.length } } as const
  if (doc.state === 'announced' && !isReplay(doc, officer, 'finish', version)) await checkFinished(doc, now)
  const push = [...toFetch(doc, now), ...toHazards(doc, doc.places)]
  return step(doc, officer, change, { finalAt: now, clockAt: null }, push)
}

export const withdrawAward: Handler<Entries['withdrawAward'], AwardDoc> = (
  { reason, version },
  { subject: doc, now, acting },
) => {
  const change = { act: 'withdraw', version, now, same: doc.reason === reason, data: { reason } } as const
  const push = [...toRewarded(doc.places, '公示撤回', '工会撤回了这次奖励公示', now), ...toHazards(doc, doc.places)]
  const set = { reason, rewarded: rewardedBy(doc, []), clockAt: null }
  return step(doc, acting('officer'), change, set, push)
}
