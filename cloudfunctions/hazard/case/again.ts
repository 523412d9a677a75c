import { AppError } from 'types/app-error'
import { dueAfterDays } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { againEntries } from 'types/hazard-again'
import { mostReopenings, watchDays } from 'types/hazard-five'
import { checkText } from '../../kit/content-check'
import type { Context, Handler } from '../../kit/serve'
import type { HazardDoc, HazardReopening } from '../hazard'
import { findHazard } from '../hazard-store'
import { toReporter } from '../messages'
import { checkUploaded, knownPhotos, takePhotos } from '../report/photo-ids'
import { isReporter } from '../report/retrieval-key'
import { tookPart } from './detail'
import { checkProven } from './proofs'
import { advance, isRetry } from './step'

type Entries = typeof againEntries

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** Until when a hazard closed now is watched, and when the officers are asked to look again. */
export const watchFrom = (now: Date) => ({
  watchUntil: dueAfterDays(now, watchDays.until),
  recheckAt: dueAfterDays(now, watchDays.lookAgain),
})

const isWatched = ({ state }: HazardDoc) => state === 'closed' || state === 'ceased'

/** @throws AppError NOT_ALLOWED_NOW once the watch is over, or the matter went to and fro too often */
const checkWatched = ({ watchUntil, reopenings }: HazardDoc, now: Date) => {
  if (!watchUntil || watchUntil < now) throw refuse(`销号超过 ${watchDays.until} 天，请作为新的隐患上报。`)
  if (reopenings.length >= mostReopenings) throw refuse('复查次数太多，请作为新的隐患上报，或拨打 12350。')
}

const takeNews = async (doc: HazardDoc, input: InputOf<Entries['reopen']>, openid: string, now: Date) => {
  checkWatched(doc, now)
  const photos = takePhotos(doc._id, input.photos, knownPhotos(doc), now)
  await Promise.all([checkText(openid, input.reason, 'log'), checkUploaded(photos)])
  return photos
}

const opened = (doc: HazardDoc, reopening: HazardReopening, now: Date): Partial<HazardDoc> => ({
  reopenings: [...doc.reopenings, reopening],
  ...{ recheckAt: null, fixRank: 1, tell: 'reopened', clockAt: now },
})

/** Who reported it says that it is not in order after all: the officers look again. */
export const reopen: Handler<Entries['reopen']> = async (input, { caller: { openid }, now, acting }) => {
  const doc = await findHazard(input.id)
  if (!doc || !isReporter(doc, openid, input.retrievalKey)) throw new AppError('NOT_FOUND')
  const reporter = acting('reporter', { by: 'reporter', name: '上报人' })
  const isNew = isWatched(doc) && !isRetry(doc, reporter, 'reopen', input.version)
  const photos = isNew ? await takeNews(doc, input, openid, now) : []
  const last = doc.reopenings.at(-1)
  return advance(doc, reporter, 'reopen', input.version, {
    at: now,
    same: last?.reason === input.reason && last.photos.length === input.photos.length,
    data: { reason: input.reason },
    set: opened(doc, { by: 'reporter', reason: input.reason, photos, at: now }, now),
  })
}

/** The hazard came back, an officer saw it. */
export const recur: Handler<Entries['recur'], HazardDoc> = async (input, { subject: doc, now, acting }) => {
  const officer = acting('officer')
  if (isWatched(doc) && !isRetry(doc, officer, 'recur', input.version)) checkWatched(doc, now)
  return advance(doc, officer, 'recur', input.version, {
    at: now,
    same: doc.reopenings.at(-1)?.reason === input.reason,
    data: { reason: input.reason },
    set: { ...opened(doc, { by: 'officer', reason: input.reason, photos: [], at: now }, now), tell: null },
    push: toReporter(doc, '待复查', '工会发现隐患又出现，将重新办理', now),
  })
}

const byAnother = (doc: HazardDoc, { caller }: Context<HazardDoc>) => {
  if (tookPart(doc, caller.personId)) throw new AppError('SAME_PERSON')
}

/** Looked at again and found in order: closed as before, by nobody who fixed it. */
export const uphold: Handler<Entries['uphold'], HazardDoc> = async (input, context) => {
  const { subject: doc, now, acting } = context
  if (doc.state === 'reopened') {
    byAnother(doc, context)
    if (doc.ceased) throw refuse('没有整改过，不能维持销号；确已关停请再次登记关停，还在生产请重新交办。')
    checkProven(doc)
  }
  return advance(doc, acting('officer'), 'uphold', input.version, {
    at: now,
    same: doc.events.at(-1)?.data.reason === input.reason,
    data: { reason: input.reason },
    set: { fixRank: 2 },
    push: toReporter(doc, '已销号', input.reason, now),
  })
}

/** The second look after a month: still in order. */
export const recheck: Handler<Entries['recheck'], HazardDoc> = async (input, context) => {
  const { subject: doc, now, acting } = context
  const officer = acting('officer')
  if (doc.state === 'closed' && !isRetry(doc, officer, 'recheck', input.version)) {
    byAnother(doc, context)
    checkWatched(doc, now)
  }
  return advance(doc, officer, 'recheck', input.version, {
    at: now,
    same: doc.events.at(-1)?.data.words === input.words,
    data: { words: input.words },
    set: { recheckAt: null },
  })
}
