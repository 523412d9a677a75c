import { hazardMachine } from 'types/hazard'
import type { hazardContract } from 'types/hazard-contract'
import { movesFor } from 'types/state-machine'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { pageOfFixer } from '../hazard-store'
import { toReporter } from '../messages'
import { checkUploaded, takePhotos } from '../report/photo-ids'
import { advance } from './step'
import { toFull, toRows } from '../ledger/views'

type Entries = typeof hazardContract

/** What was handed to the caller's own enterprises: to do first. */
export const fixList: Handler<Entries['fixList']> = async (input, { caller }) => {
  const enterpriseIds = [...new Set(caller.grants.map((grant) => grant.enterpriseId).filter((id) => id !== null))]
  if (enterpriseIds.length === 0) return { items: [], more: false }
  const { items, more } = await pageOfFixer(enterpriseIds, input)
  return { items: await toRows(items, 'other'), more }
}

/** One hazard as the enterprise sees it: never who reported, named or not. */
export const fixDetail: Handler<Entries['fixDetail'], HazardDoc> = async (_input, { subject: doc }) => ({
  ...(await toFull(doc, 'fixer')),
  acts: movesFor(hazardMachine, doc.state, 'fixer').map(({ act }) => act),
})

// Only a hazard still to be fixed takes pictures; on any other the move itself tells a retry from a late answer.
const photosOf = (doc: HazardDoc, fileIds: readonly string[], now: Date) =>
  doc.state === 'assigned' ? takePhotos(doc._id, fileIds, [...doc.photos, ...(doc.answer?.photos ?? [])], now) : []

/** The enterprise's answer with pictures of what was done; the officers are told to look. */
export const answer: Handler<Entries['answer'], HazardDoc> = async (input, { subject: doc, caller, now, acting }) => {
  const photos = photosOf(doc, input.photos, now)
  if (doc.state === 'assigned') await Promise.all([checkText(caller.openid, input.words, 'log'), checkUploaded(photos)])
  const given = { words: input.words, photos, at: now, by: caller.personId, openid: caller.openid }
  const before = doc.answer
  return advance(doc, acting('fixer'), 'answer', input.version, {
    at: now,
    same: before?.words === input.words && before.photos.length === input.photos.length,
    set: {
      answer: given,
      hands: [...new Set([...doc.hands, caller.personId])],
      ...{ fixRank: 1, clockAt: now, tell: 'answered' },
    },
    push: toReporter(doc, '待核实', '企业回复了整改情况，工会将核实', now),
  })
}
