import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { InputOf } from 'types/contract'
import { hazardMachine } from 'types/hazard-machine'
import type { hazardContract } from 'types/hazard-contract'
import { movesFor } from 'types/state-machine'
import { checkText } from '../../kit/content-check'
import type { Context, Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { pageOfFixer } from '../hazard-store'
import { toReporter } from '../messages'
import { checkUploaded, knownPhotos, takePhotos } from '../report/photo-ids'
import { advance, isRetry } from './step'
import { toFixing, toRows } from '../ledger/views'

type Entries = typeof hazardContract
type Given = InputOf<Entries['answer']>

/** What was handed to the caller's own enterprises: to do first. */
export const fixList: Handler<Entries['fixList']> = async (input, { caller }) => {
  const enterpriseIds = [...new Set(caller.grants.map((grant) => grant.enterpriseId).filter((id) => id !== null))]
  if (enterpriseIds.length === 0) return { items: [], more: false }
  const { items, more } = await pageOfFixer(enterpriseIds, input)
  return { items: await toRows(items, 'other'), more }
}

/** 立行立改: what is general may be put right at once, on the day it was handed over, without a plan. */
const mayFixOnSpot = ({ grade, handedAt }: HazardDoc, now: Date) =>
  grade === 'general' && handedAt !== null && dateOf(handedAt) === dateOf(now)

const fixerActs = (doc: HazardDoc, now: Date) =>
  movesFor(hazardMachine, doc.state, 'fixer')
    .map(({ act }) => act)
    .filter((act) => act !== 'fixOnSpot' || mayFixOnSpot(doc, now))
    .filter((act) => act !== 'askExtension' || doc.extensions.at(-1)?.state !== 'asked')

/** One hazard as the enterprise sees it: never who reported, named or not. */
export const fixDetail: Handler<Entries['fixDetail'], HazardDoc> = async (_input, { subject: doc, now }) => ({
  ...(await toFixing(doc, 'fixer')),
  acts: fixerActs(doc, now),
})

// Only a hazard still to be fixed takes pictures; on any other the move itself tells a retry from a late answer.
const takeAnswer = async (doc: HazardDoc, input: Given, openid: string, now: Date) => {
  const photos = takePhotos(doc._id, input.photos, knownPhotos(doc), now)
  await Promise.all([checkText(openid, input.words, 'log'), checkUploaded(photos)])
  return photos
}

/** @throws AppError NOT_ALLOWED_NOW for what is graver, or was not handed over today */
const checkOnSpot = (doc: HazardDoc, now: Date) => {
  if (mayFixOnSpot(doc, now)) return
  const message =
    doc.grade === 'general' ? '立行立改只限交办当天，请先落实整改方案。' : '重大隐患不能立行立改，请先落实整改方案。'
  throw new AppError('NOT_ALLOWED_NOW', { message })
}

const from = { answer: 'fixing', fixOnSpot: 'assigned' } as const

/** The enterprise's answer with pictures of what was done; the officers are told to look. */
const giveAnswer = async (act: keyof typeof from, input: Given, context: Context<HazardDoc>) => {
  const { subject: doc, caller, now, acting } = context
  const fixer = acting('fixer')
  const isNew = doc.state === from[act] && !isRetry(doc, fixer, act, input.version)
  if (isNew && act === 'fixOnSpot') checkOnSpot(doc, now)
  const photos = isNew ? await takeAnswer(doc, input, caller.openid, now) : []
  const given = { words: input.words, photos, at: now, by: caller.personId, openid: caller.openid }
  const before = doc.answer
  return advance(doc, fixer, act, input.version, {
    at: now,
    same: before?.words === input.words && before.photos.length === input.photos.length,
    set: {
      answer: given,
      hands: [...new Set([...doc.hands, caller.personId])],
      ...{ fixRank: 1, progressDueAt: null, clockAt: now, tell: 'answered' },
    },
    push: toReporter(doc, '待核实', '企业回复了整改情况，工会将核实', now),
  })
}

export const answer: Handler<Entries['answer'], HazardDoc> = (input, context) => giveAnswer('answer', input, context)
/** The same for what was put right at once: general, and handed over this very day. */
export const fixOnSpot: Handler<Entries['fixOnSpot'], HazardDoc> = (input, context) =>
  giveAnswer('fixOnSpot', input, context)
