import { hazardKindLabels } from 'types/hazard'
import type { HazardDoc } from '../hazard'
import { ownAward, withAward } from '../award/own'
import { timelineOf } from '../ledger/timeline'
import { linesOfLetters } from '../letter/told'
import { mergedOf, reopenUntil, summaryOf } from '../ledger/views'
import type { Joiner } from './joiner'

// Words and pictures are the first reporter's: where he stood and how he writes may tell who he is.
const said = ({ kind }: HazardDoc, own: string | null) => own ?? `${hazardKindLabels[kind]}隐患（您也反映了）`

/** A hazard in the list of somebody who joined it. */
export const toJoinedRow = (doc: HazardDoc, words: string | null = null) => ({
  ...summaryOf(doc, null),
  words: said(doc, words),
})

/** One hazard as somebody sees it who joined it: what becomes of it, and of himself what he gave. */
export const toJoinedView = async (doc: HazardDoc, joiner: Joiner) => {
  const { suggestion, reason, answer } = doc
  const letters = await linesOfLetters(doc, 'joiner')
  const timeline = timelineOf(doc, 'joiner', letters)
  return {
    ...toJoinedRow(doc, joiner.words),
    ...{ photos: [], suggestion, reason, ...withAward(doc, joiner._id, { timeline }) },
    ...ownAward(doc, { ...joiner, id: joiner._id }),
    answer: answer && { words: answer.words, photos: [], at: answer.at },
    ...{ identity: joiner.identity, joined: true, reopenUntil: reopenUntil(doc), mergedInto: mergedOf(doc) },
    identityOpened: doc.opened.filter(({ of }) => of === joiner._id),
  }
}
