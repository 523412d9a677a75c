import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { dateOf, dueAfterDays, endOfDay, formatDate, isOverdue } from 'types/calendar'
import { letterMachine, letterPhotoPath, type LetterAct, type letterEntries } from 'types/hazard-letter'
import { isReplay, move, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { LetterDoc } from './letter'
import { letters } from './letter-store'
import { holidaysFor } from '../rules/rules'
import { withNextNumber } from './number'

type Entries = typeof letterEntries
type Facts = Record<string, unknown>

/** Days before the deadline at which the officers are reminded. */
const soonDays = 3
/** How long ago a letter may have gone out that is entered today. */
const backDays = 31

/** @throws AppError INVALID_INPUT for what has not happened yet, or happened before `from` */
const happened = (iso: string, now: Date, from: Date): Date => {
  const at = new Date(iso)
  const problem =
    at > endOfDay(dateOf(now))
      ? '日期不能晚于今天'
      : dateOf(at) < dateOf(from)
        ? `日期不能早于${formatDate(from)}`
        : undefined
  if (problem) throw new AppError('INVALID_INPUT', { fields: { at: problem } })
  return at
}

// The event tells what the first try said.
const saidSo = (doc: LetterDoc, said: Facts) =>
  Object.entries(said).every(([name, value]) => isDeepStrictEqual(doc.events.at(-1)?.data[name], value))

type Said = { act: LetterAct; version: number; now: Date; said: Facts; known?: Facts }

const step = (doc: LetterDoc, acting: Acting, { act, version, now, said, known }: Said, set: Partial<LetterDoc>) =>
  move(letters, letterMachine, doc, acting, act, version, {
    at: now,
    same: saidSo(doc, said),
    data: { ...said, ...known },
    set,
  })

export const sendLetter: Handler<Entries['sendLetter'], LetterDoc> = async (input, { subject: doc, now, acting }) => {
  const { way, note = null, version } = input
  const officer = acting('officer')
  const said = { way, note, at: input.at }
  const one = { act: 'send', version, now, said } as const
  if (isReplay(doc, officer, 'send', version)) return step(doc, officer, one, {})
  const at = happened(input.at, now, new Date(doc.createdAt.getTime() - backDays * 86_400_000))
  const replyDueAt = dueAfterDays(at, doc.replyDays, await holidaysFor(doc.under))
  const set = { sent: { way, at, note }, replyDueAt, clockAt: dueAfterDays(replyDueAt, -soonDays) }
  return withNextNumber(doc, at, (numbering) =>
    step(
      doc,
      officer,
      { ...one, known: { number: numbering.number } },
      { ...set, ...numbering, subject: `建议函 ${numbering.number}` },
    ),
  )
}

/** @throws AppError INVALID_INPUT for a file of anything but this letter */
const checkPhotos = (id: string, photos: readonly string[]) => {
  const folder = `/${letterPhotoPath(id, '')}`
  if (photos.every((file) => file.includes(folder) && !file.includes('..'))) return
  throw new AppError('INVALID_INPUT', { fields: { photos: '照片没有上传成功，请重新拍摄' } })
}

const sentAt = (doc: LetterDoc) => doc.sent?.at ?? doc.createdAt

/** What the enterprise answered; after a referral it is noted beside it. */
export const recordReply: Handler<Entries['recordReply'], LetterDoc> = async (input, { subject: doc, now, acting }) => {
  const { words, photos, version } = input
  const at = happened(input.at, now, sentAt(doc))
  checkPhotos(doc._id, photos)
  const said = { words, photos, at: input.at }
  return step(
    doc,
    acting('officer'),
    { act: 'reply', version, now, said },
    { reply: { words, at, photos }, clockAt: null },
  )
}

export const recordRefusal: Handler<Entries['recordRefusal'], LetterDoc> = async (
  { words, at: iso, version },
  { subject: doc, now, acting },
) => {
  const at = happened(iso, now, sentAt(doc))
  const one = { act: 'refuse', version, now, said: { words, at: iso } } as const
  return step(doc, acting('officer'), one, { refusal: { words, at }, clockAt: null })
}

/** Whether the letter may go on to the regulator and the union above: refused, or not answered in time. */
export const mayRefer = ({ state, replyDueAt }: LetterDoc, now: Date) =>
  state === 'refused' || (state === 'sent' && replyDueAt !== null && isOverdue(replyDueAt, now))

/**
 * Takes the matter to the regulator and to the union above, both at once.
 * @throws AppError NOT_ALLOWED_NOW while there is still time to answer
 */
export const referLetter: Handler<Entries['referLetter'], LetterDoc> = async (
  { reason, regulator, union, at: iso, version },
  { subject: doc, now, acting },
) => {
  if (doc.state === 'sent' && !mayRefer(doc, now))
    throw new AppError('NOT_ALLOWED_NOW', {
      message: `还在答复期内（${formatDate(doc.replyDueAt ?? now)}止），到期没有回复再提请。`,
    })
  const at = happened(iso, now, sentAt(doc))
  const one = { act: 'refer', version, now, said: { reason, regulator, union, at: iso } } as const
  const to = (name: string) => ({ to: name, receipt: null })
  const referral = { at, reason, regulator: to(regulator), union: to(union) }
  return step(doc, acting('officer'), one, { referral, clockAt: null })
}

/**
 * The number under which an addressee took the referral in; each once.
 * @throws AppError NOT_ALLOWED_NOW where it is recorded already
 */
export const recordReceipt: Handler<Entries['recordReceipt'], LetterDoc> = async (
  { from, number, at: iso, version },
  { subject: doc, now, acting },
) => {
  const officer = acting('officer')
  const one = { act: 'receive', version, now, said: { from, number, at: iso } } as const
  const { referral } = doc
  if (!referral || isReplay(doc, officer, 'receive', version)) return step(doc, officer, one, {})
  if (referral[from].receipt)
    throw new AppError('NOT_ALLOWED_NOW', { message: `收件编号已经记录：${referral[from].receipt.number}` })
  const at = happened(iso, now, referral.at)
  const taken = { ...referral[from], receipt: { number, at } }
  return step(doc, officer, one, { referral: { ...referral, [from]: taken } })
}
