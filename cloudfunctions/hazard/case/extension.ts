import { AppError } from 'types/app-error'
import { formatMonthDay } from 'types/calendar'
import { mostExtensions } from 'types/hazard-five'
import type { planEntries } from 'types/hazard-plan'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import type { HazardDoc, HazardExtension } from '../hazard'
import { isBeingFixed } from 'types/hazard'
import { toFixer, toOfficer, toReporter } from '../messages'
import { listOfficersNear } from '../../kit/officers-near'
import { deadline } from './deadline'
import { advance, isRetry } from './step'

type Entries = typeof planEntries

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })
const isAsked = (extension: HazardExtension | undefined) => extension?.state === 'asked'

const laterDay = (doc: HazardDoc, iso: string, now: Date) => {
  if (isAsked(doc.extensions.at(-1))) throw refuse('已经申请过延期，请等工会答复。')
  if (doc.extensions.length >= mostExtensions) throw refuse('延期次数太多，请联系工会当面说明。')
  const dueAt = deadline(iso, now)
  if (doc.dueAt && dueAt > doc.dueAt) return dueAt
  throw new AppError('INVALID_INPUT', { fields: { dueAt: '新的日期要晚于现在的期限' } })
}

/** Asks for a later deadline; the officers are told. */
export const askExtension: Handler<Entries['askExtension'], HazardDoc> = async (input, context) => {
  const { subject: doc, caller, now, acting } = context
  const fixer = acting('fixer')
  const isNew = isBeingFixed(doc.state) && !isRetry(doc, fixer, 'askExtension', input.version)
  const dueAt = isNew ? laterDay(doc, input.dueAt, now) : new Date(input.dueAt)
  if (isNew) await checkText(caller.openid, input.reason, 'log')
  const officers = isNew ? await listOfficersNear(doc.under) : []
  const work = { title: '企业申请延期，请答复', by: dueAt, note: input.reason }
  const last = doc.extensions.at(-1)
  const asked: HazardExtension = {
    ...{ state: 'asked', reason: input.reason, dueAt, was: doc.dueAt ?? dueAt },
    ...{ askedAt: now, askedBy: caller.personId, answer: null, answeredAt: null },
  }
  return advance(doc, fixer, 'askExtension', input.version, {
    at: now,
    same: last?.reason === input.reason && last.dueAt.getTime() === dueAt.getTime(),
    data: { reason: input.reason, dueAt: dueAt.toISOString() },
    set: { extensions: [...doc.extensions, asked] },
    push: officers.map(({ _id }) => toOfficer(_id, doc, work)),
  })
}

/** @throws AppError NOT_ALLOWED_NOW where nothing is asked or the day asked for is gone, SAME_PERSON for who asked */
const askedFor = (doc: HazardDoc, personId: string, still?: Date): HazardExtension => {
  const last = doc.extensions.at(-1)
  if (!last || !isAsked(last)) throw refuse('没有等待答复的延期申请。')
  if (last.askedBy === personId) throw new AppError('SAME_PERSON')
  if (still && last.dueAt <= still) throw refuse('申请的日期已经过了，请答复“不同意”，让企业重新申请。')
  return last
}

const answered = (doc: HazardDoc, state: 'granted' | 'refused', answer: string, now: Date): HazardExtension[] =>
  doc.extensions.map((one, index, all) => (index === all.length - 1 ? { ...one, state, answer, answeredAt: now } : one))

/** Gives the enterprise the time it asked for: its deadline moves, and lateness goes with the old one. */
export const grantExtension: Handler<Entries['grantExtension'], HazardDoc> = async (input, context) => {
  const { subject: doc, caller, now, acting } = context
  const officer = acting('officer')
  const isNew = isBeingFixed(doc.state) && !isRetry(doc, officer, 'grantExtension', input.version)
  const { dueAt } = isNew ? askedFor(doc, caller.personId, now) : { dueAt: doc.dueAt ?? now }
  const by = formatMonthDay(dueAt)
  return advance(doc, officer, 'grantExtension', input.version, {
    at: now,
    same: doc.extensions.at(-1)?.answer === input.words,
    data: { words: input.words, dueAt: dueAt.toISOString() },
    set: { extensions: answered(doc, 'granted', input.words, now), dueAt },
    push: [
      ...toFixer(doc, { title: '工会同意延期', by: dueAt, note: input.words }),
      ...toReporter(doc, '整改延期', `工会同意企业延期，${by}前改完`, now),
    ],
  })
}

/** Leaves the deadline where it is, and says why. */
export const refuseExtension: Handler<Entries['refuseExtension'], HazardDoc> = async (input, context) => {
  const { subject: doc, caller, now, acting } = context
  const officer = acting('officer')
  const isNew = isBeingFixed(doc.state) && !isRetry(doc, officer, 'refuseExtension', input.version)
  if (isNew) askedFor(doc, caller.personId)
  return advance(doc, officer, 'refuseExtension', input.version, {
    at: now,
    same: doc.extensions.at(-1)?.answer === input.words,
    data: { words: input.words },
    set: { extensions: answered(doc, 'refused', input.words, now) },
    push: toFixer(doc, { title: '工会建议按原期限改完', by: doc.dueAt ?? now, note: input.words }),
  })
}
