import { dateOf } from 'types/calendar'
import { boardStates, placeClass, publicWordsOf, type BoardRow } from 'types/hazard-board'
import type { HazardDoc } from '../hazard'

export type Handed = Pick<
  HazardDoc,
  '_id' | 'serial' | 'kind' | 'grade' | 'place' | 'words' | 'state' | 'overdue' | 'dueAt' | 'handedAt' | 'events'
>

const monthOf = (at: Date) => dateOf(at).slice(0, 7)
const lastOf = ({ events }: Handed, act: string) => events.filter((event) => event.act === act).at(-1)?.at ?? null

const overAt = (doc: Handed) => {
  if (doc.state === 'closed') return lastOf(doc, 'close')
  return doc.state === 'ceased' ? lastOf(doc, 'cease') : null
}

/** Handed over by the end of the month, and not over before it began. */
const isOfMonth = (doc: Handed, month: string) => {
  const handed = doc.handedAt ?? lastOf(doc, 'assign')
  const over = overAt(doc)
  return handed !== null && monthOf(handed) <= month && (over === null || monthOf(over) >= month)
}

const toRow = (doc: Handed): BoardRow => {
  const closed = doc.state === 'closed' ? lastOf(doc, 'close') : null
  return {
    number: doc.serial ?? '',
    kind: doc.kind,
    grade: doc.grade ?? 'general',
    words: publicWordsOf(doc.kind, placeClass(doc.place)),
    state: boardStates[doc.state] ?? '',
    late: doc.overdue,
    dueOn: doc.dueAt && dateOf(doc.dueAt),
    closedOn: closed && dateOf(closed),
  }
}

/**
 * The rows of a month by number, each with its hazard. They are made of what the enterprise was told itself: who
 * reported, when and in what words goes into none of them.
 */
export const rowsOf = (handed: readonly Handed[], month: string): { doc: Handed; row: BoardRow }[] =>
  handed
    .filter((doc) => doc.serial !== null && boardStates[doc.state] !== undefined && isOfMonth(doc, month))
    .map((doc) => ({ doc, row: toRow(doc) }))
    .sort((a, b) => (a.row.number < b.row.number ? -1 : 1))
