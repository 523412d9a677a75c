import { AppError } from 'types/app-error'
import { formatMonthDay } from 'types/calendar'
import type { InputOf } from 'types/contract'
import { isBeingFixed } from 'types/hazard'
import type { hazardContract } from 'types/hazard-contract'
import type { Handler } from '../../kit/serve'
import { watchFrom } from './again'
import { deadline } from './deadline'
import { isFixerGone, tookPart } from './detail'
import type { HazardDoc, HazardPhoto } from '../hazard'
import { toFixer, toReporter } from '../messages'
import { listFixersOf } from '../person-store'
import { nextProgress } from './progress'
import { checkProven } from './proofs'
import { advance, isRetry } from './step'

type Entries = typeof hazardContract

export const decline: Handler<Entries['decline'], HazardDoc> = (input, { subject: doc, grant, now, acting }) =>
  advance(doc, acting('officer'), 'decline', input.version, {
    at: now,
    same: doc.reason === input.reason,
    data: { node: grant?.nodeName, reason: input.reason },
    set: { reason: input.reason },
    push: toReporter(doc, '不予受理', input.reason, now),
  })

/** @throws AppError INVALID_INPUT for who is no fixer of the enterprise, NOT_ALLOWED_NOW while the last one still is */
const findFixer = async (doc: HazardDoc, fixerId: string) => {
  const fixers = doc.enterprise ? await listFixersOf(doc.enterprise.id) : []
  if (isBeingFixed(doc.state) && !isFixerGone(doc, fixers))
    throw new AppError('NOT_ALLOWED_NOW', { message: '整改责任人还在任，请等企业回复，不能改交别人。' })
  const fixer = fixers.find(({ personId }) => personId === fixerId)
  if (!fixer) throw new AppError('INVALID_INPUT', { fields: { fixerId: '请选择这家企业的整改责任人' } })
  return { personId: fixer.personId, openid: fixer._id, name: fixer.name ?? '未填写姓名' }
}

/** What was a former fixer's own goes with him: his plan, his notes' rhythm, what he asked for. */
const withdrawn = (doc: HazardDoc, now: Date) => ({
  plan: null,
  progressDueAt: null,
  ...{ watchUntil: null, recheckAt: null, ceased: null },
  formerPlans: [...doc.formerPlans, ...(doc.plan ? [doc.plan] : [])],
  extensions: doc.extensions.map((one) =>
    one.state === 'asked' ? { ...one, state: 'refused' as const, answer: '已另行交办', answeredAt: now } : one,
  ),
})

const sameInstant = (at: Date | null, iso: string) => at?.getTime() === new Date(iso).getTime()

const wasAssigned = (doc: HazardDoc, input: InputOf<Entries['assign']>) =>
  doc.fixer?.personId === input.fixerId && doc.suggestion === input.suggestion && sameInstant(doc.dueAt, input.dueAt)

/** Hands a hazard to a fixer of its enterprise with a deadline and the union's written suggestion. */
export const assign: Handler<Entries['assign'], HazardDoc> = async (input, { subject: doc, now, acting }) => {
  const { suggestion, version } = input
  const officer = acting('officer')
  const isOpen =
    (doc.state === 'accepted' || doc.state === 'reopened' || isBeingFixed(doc.state)) &&
    !isRetry(doc, officer, 'assign', version)
  const dueAt = isOpen ? deadline(input.dueAt, now) : new Date(input.dueAt)
  const fixer = isOpen ? await findFixer(doc, input.fixerId) : doc.fixer
  const hands = [...new Set([...doc.hands, ...(fixer ? [fixer.personId] : [])])]
  const handed = { ...doc, fixer }
  const by = formatMonthDay(dueAt)
  return advance(doc, officer, 'assign', version, {
    at: now,
    same: wasAssigned(doc, input),
    data: { dueAt: dueAt.toISOString(), words: suggestion },
    set: {
      ...{ fixer, hands, fixingFor: doc.enterprise?.id ?? null, fixRank: 0, dueAt, suggestion, handedAt: now },
      ...withdrawn(doc, now),
    },
    push: [
      ...toFixer(handed, { title: '工会建议整改一处安全隐患', by: dueAt, note: suggestion }),
      ...toReporter(doc, '整改中', `已向企业发出整改建议，${by}前改完`, now),
    ],
  })
}

/**
 * Sends an answer back to the enterprise with a reason and a new deadline: to be fixed on by its plan, or, where it was
 * fixed on the spot without one, to be planned first.
 */
export const giveBack: Handler<Entries['return'], HazardDoc> = async (input, { subject: doc, now, acting }) => {
  const { reason, version } = input
  const dueAt = doc.state === 'answered' ? deadline(input.dueAt, now) : new Date(input.dueAt)
  const planned = doc.plan !== null
  return advance(doc, acting('officer'), planned ? 'return' : 'returnUnplanned', version, {
    at: now,
    same: doc.reason === reason && sameInstant(doc.dueAt, input.dueAt),
    data: { reason, dueAt: dueAt.toISOString() },
    set: { reason, dueAt, fixRank: 0, progressDueAt: planned ? nextProgress(doc, now) : null },
    push: [
      ...toFixer(doc, { title: '工会建议继续整改', by: dueAt, note: reason }),
      ...toReporter(doc, '退回再改', `工会核实后建议继续整改，${formatMonthDay(dueAt)}前改完`, now),
    ],
  })
}

// Until it is cleaned nobody but the fixer knows that there is a picture at all.
const isEvidence = ({ check, clean }: HazardPhoto) => clean && check !== 'risky'
const isAwaited = ({ check, clean }: HazardPhoto) => !clean && check === 'pending'

const checkEvidence = ({ answer }: HazardDoc) => {
  const photos = answer?.photos ?? []
  if (photos.some(isEvidence)) return
  const message = photos.some(isAwaited)
    ? '整改照片还在核验，请稍后再销号。'
    : '整改照片没有通过核验，请退回企业重新拍照。'
  throw new AppError('NOT_ALLOWED_NOW', { message })
}

/**
 * Closes a hazard somebody else has fixed.
 * @throws AppError SAME_PERSON for who ever had a hand in the fixing, NOT_ALLOWED_NOW without a picture to go by
 */
export const close: Handler<Entries['close'], HazardDoc> = async (input, { subject: doc, caller, now, acting }) => {
  if (doc.state === 'answered') {
    if (tookPart(doc, caller.personId)) throw new AppError('SAME_PERSON')
    checkEvidence(doc)
    checkProven(doc)
  }
  return advance(doc, acting('officer'), 'close', input.version, {
    at: now,
    same: doc.events.at(-1)?.data.words === input.words,
    data: { words: input.words },
    set: { fixRank: 2, ...watchFrom(now) },
    push: toReporter(doc, '已销号', input.words, now),
  })
}
