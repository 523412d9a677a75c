import { AppError } from 'types/app-error'
import { isListed } from 'types/hazard'
import { mostExtensions } from 'types/hazard-five'
import type { InputOf } from 'types/contract'
import { congressLabels, listingLabels } from 'types/hazard-proof-views'
import type { proofEntries } from 'types/hazard-proofs'
import type { Context, Handler } from '../../kit/serve'
import type { HazardDoc, HazardListing } from '../hazard'
import { deadline } from './deadline'
import { advance, isRetry } from './step'

type Entries = typeof proofEntries
type Input<A extends keyof Entries> = InputOf<Entries[A]>

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

/** @throws AppError INVALID_INPUT for a day that is still to come */
const past = (iso: string, now: Date, field: string): Date => {
  const at = new Date(iso)
  if (at.getTime() <= now.getTime() + 86_400_000) return at
  throw new AppError('INVALID_INPUT', { fields: { [field]: '日期不能晚于今天' } })
}

const given = ({ regulator, congress }: Input<'prove'>, now: Date) => ({
  ...(regulator && { regulator: { ...regulator, at: past(regulator.at, now, 'regulator.at') } }),
  ...(congress && { congress: { ...congress, at: past(congress.at, now, 'congress.at') } }),
})

/** What the two reports are for a major hazard: written down one by one or together, a later word over an earlier one. */
export const prove: Handler<Entries['prove'], HazardDoc> = async (input, { subject: doc, now, acting }) => {
  if (doc.grade !== 'major') throw refuse('只有重大隐患要登记双报告。')
  const proofs = { ...doc.proofs, ...given(input, now) }
  const { regulator, congress } = input
  return advance(doc, acting('officer'), 'prove', input.version, {
    at: now,
    same: JSON.stringify(proofs) === JSON.stringify(doc.proofs),
    data: {
      ...(regulator && { to: regulator.to, number: regulator.number }),
      ...(congress && { form: congressLabels[congress.form], where: congress.where }),
    },
    set: { proofs },
  })
}

/** @throws AppError NOT_ALLOWED_NOW while a committee supervises it */
export const checkDelisted = (doc: HazardDoc): void => {
  if (isListed(doc)) throw refuse('挂牌督办的隐患要先登记摘牌，再办结。')
}

/** @throws AppError NOT_ALLOWED_NOW for a major hazard without both reports, or one that is still listed */
export const checkProven = (doc: HazardDoc): void => {
  const { regulator, congress } = doc.proofs
  if (doc.grade === 'major' && !(regulator && congress))
    throw refuse('重大隐患要先登记双报告（监管部门、职工大会或公示），再销号。')
  checkDelisted(doc)
}

const isSameListing = (listing: HazardListing | null, input: Input<'list'>) =>
  listing?.number === input.number && listing.dueAt.getTime() === Date.parse(input.dueAt)

/** Writes down that a safety committee listed it. */
export const list: Handler<Entries['list'], HazardDoc> = async (input, { subject: doc, now, acting }) => {
  const officer = acting('officer')
  const isNew = !isRetry(doc, officer, 'list', input.version)
  if (isNew && isListed(doc)) throw refuse('已经登记过挂牌督办。')
  const publishedAt = isNew ? past(input.publishedAt, now, 'publishedAt') : new Date(input.publishedAt)
  const dueAt = isNew ? deadline(input.dueAt, now) : new Date(input.dueAt)
  const { number, level } = input
  return advance(doc, officer, 'list', input.version, {
    at: now,
    same: isSameListing(doc.listing, input),
    data: { number, level: listingLabels[level], dueAt: dueAt.toISOString() },
    set: { listing: { number, level, publishedAt, dueAt, extensions: [], delisted: null } },
  })
}

const listed = (doc: HazardDoc): HazardListing => {
  if (doc.listing && isListed(doc)) return doc.listing
  throw refuse('没有挂牌督办，或者已经摘牌。')
}

/** @throws AppError for what is no later day, or was put off too often */
const laterListing = ({ dueAt: was, extensions }: HazardListing, dueAt: Date) => {
  if (extensions.length >= mostExtensions) throw refuse('督办延期次数太多，请与安委会核对后重新登记。')
  if (dueAt <= was) throw new AppError('INVALID_INPUT', { fields: { dueAt: '新的日期要晚于现在的督办期限' } })
}

const retryOf = (doc: HazardDoc, act: 'extendListing' | 'delist', version: number, { acting }: Context<HazardDoc>) =>
  isRetry(doc, acting('officer'), act, version)

/** Puts the committee's deadline off, with its reason. */
export const extendListing: Handler<Entries['extendListing'], HazardDoc> = async (input, context) => {
  const { subject: doc, now, acting } = context
  const { dueAt: iso, reason, version } = input
  const last = doc.listing?.extensions.at(-1)
  const isNew = !retryOf(doc, 'extendListing', version, context)
  const before = isNew ? listed(doc) : doc.listing
  const dueAt = isNew ? deadline(iso, now) : new Date(iso)
  if (isNew && before) laterListing(before, dueAt)
  return advance(doc, acting('officer'), 'extendListing', version, {
    at: now,
    same: last?.reason === reason && last.dueAt.getTime() === dueAt.getTime(),
    data: { reason, dueAt: dueAt.toISOString() },
    set: before
      ? {
          listing: {
            ...before,
            dueAt,
            extensions: [...before.extensions, { dueAt, was: before.dueAt, reason, at: now }],
          },
        }
      : {},
  })
}

/** The end of the supervision, with its reason and day. */
export const delist: Handler<Entries['delist'], HazardDoc> = async (input, context) => {
  const { subject: doc, now, acting } = context
  const isNew = !retryOf(doc, 'delist', input.version, context)
  const before = isNew ? listed(doc) : doc.listing
  const at = isNew ? past(input.at, now, 'at') : new Date(input.at)
  return advance(doc, acting('officer'), 'delist', input.version, {
    at: now,
    same: doc.listing?.delisted?.reason === input.reason,
    data: { reason: input.reason },
    set: before ? { listing: { ...before, delisted: { at, reason: input.reason } } } : {},
  })
}
