import type { Picture } from 'types/fields'
import type { HazardDoc } from '../hazard'
import { lookAtCovers, lookAtOne, type Viewer } from './pictures'
import { timelineOf, type Reader } from './timeline'

const summaryOf = (doc: HazardDoc, cover: Picture | null) => {
  const { _id, code, serial, state, kind, grade, words, place, dueAt, overdue, version } = doc
  return {
    ...{ id: _id, code, serial, state, kind, grade, words, place, dueAt, overdue, version, cover },
    ...{ unit: doc.enterprise?.name ?? null, reportedAt: doc.createdAt, danger: doc.danger ?? false },
  }
}

/** Rows of a list with their pictures, one trip to the storage for all. */
export const toRows = async (docs: readonly HazardDoc[], viewer: Viewer) => {
  const covers = await lookAtCovers(docs, viewer)
  return docs.map((doc, index) => summaryOf(doc, covers[index] ?? null))
}

/** What every reader of one hazard sees; nothing in it tells who reported. */
export const toFull = async (doc: HazardDoc, reader: Reader) => {
  const { before, after } = await lookAtOne(doc, reader === 'reporter' ? 'owner' : 'other')
  const { answer, suggestion, reason } = doc
  return {
    ...summaryOf(doc, before[0] ?? null),
    ...{ photos: before, suggestion, reason, timeline: timelineOf(doc, reader) },
    answer: answer && { words: answer.words, photos: after, at: answer.at },
  }
}

/** What the reporter himself sees. */
export const toReporterView = async (doc: HazardDoc) => ({
  ...(await toFull(doc, 'reporter')),
  identity: doc.identity,
  identityOpened: doc.opened,
})
