import type { Picture } from 'types/fields'
import { receiptCode } from 'types/ids'
import { isListed } from 'types/hazard'
import type { HazardDoc } from '../hazard'
import { linesOfLetters } from '../letter/told'
import { ownAward, withAward } from '../award/own'
import { lookAtCovers, lookAtNotes, lookAtOne, lookAtReopenings, type Viewer } from './pictures'
import { timelineOf, type Reader } from './timeline'

/** Fields of a row; `cover` is the picture its reader may see. */
export const summaryOf = (doc: HazardDoc, cover: Picture | null) => {
  const { _id, code, serial, state, kind, grade, words, place, dueAt, overdue, version } = doc
  return {
    ...{ id: _id, code, serial, state, kind, grade, words, place, dueAt, overdue, version, cover },
    ...{ listed: isListed(doc), record: doc.record, level: doc.level, source: doc.source },
    ...{ unit: doc.enterprise?.name ?? null, reportedAt: doc.createdAt, danger: doc.danger, joins: doc.joins },
  }
}

/** Rows of a list with their pictures, one trip to the storage for all. */
export const toRows = async (docs: readonly HazardDoc[], viewer: Viewer) => {
  const covers = await lookAtCovers(docs, viewer)
  return docs.map((doc, index) => summaryOf(doc, covers[index] ?? null))
}

/** What every reader of one hazard sees; nothing in it tells who reported. */
export const toFull = async (doc: HazardDoc, reader: Reader) => {
  const [{ before, after }, letters] = await Promise.all([
    lookAtOne(doc, reader === 'reporter' ? 'owner' : 'other'),
    linesOfLetters(doc, reader),
  ])
  const { answer, suggestion, reason } = doc
  return {
    ...summaryOf(doc, before[0] ?? null),
    ...{ photos: before, suggestion, reason, timeline: timelineOf(doc, reader, letters) },
    answer: answer && { words: answer.words, photos: after, at: answer.at },
  }
}

/** The same with the way of the fixing, for the officer and the enterprise. */
export const toFixing = async (doc: HazardDoc, reader: 'officer' | 'fixer') => {
  const [full, notes] = await Promise.all([toFull(doc, reader), lookAtNotes(doc)])
  const { plan, progressDueAt, extensions } = doc
  return { ...full, plan, progressDueAt, notes: notes.reverse(), extensions: [...extensions].reverse() }
}

/** Where a hazard went that was put together with another. */
export const mergedOf = ({ mergedInto }: HazardDoc) =>
  mergedInto ? { id: mergedInto, code: receiptCode(mergedInto) } : null

/** Until when who reported it may say that it is not in order after all. */
export const reopenUntil = ({ state, watchUntil }: HazardDoc) => (state === 'closed' ? watchUntil : null)

/** What only the officer sees: the two reports, the supervision, what was said after the closing. */
export const toWatch = async (doc: HazardDoc) => {
  const { proofs, listing, watchUntil } = doc
  return { proofs, listing, watchUntil, reopenings: (await lookAtReopenings(doc)).reverse() }
}

/** What the reporter himself sees. */
export const toReporterView = async (doc: HazardDoc) => ({
  ...withAward(doc, doc._id, await toFull(doc, 'reporter')),
  ...ownAward(doc, { ...doc, id: doc._id }),
  ...{
    identity: doc.identity,
    spoken: doc.spoken !== null,
    joined: false,
    reopenUntil: reopenUntil(doc),
    mergedInto: mergedOf(doc),
  },
  identityOpened: doc.opened.filter(({ of }) => of === undefined),
})
