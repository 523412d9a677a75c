import { isBeingFixed } from 'types/hazard'
import { hazardMachine, type HazardAct } from 'types/hazard-machine'
import { findMove } from 'types/state-machine'
import { isReplay, move, type Acting, type OutboxItem } from '../../kit/aggregate'
import { countChange } from '../counting'
import type { HazardDoc } from '../hazard'
import { hazards } from '../hazard-store'
import { standingOf } from '../report/standing'

/** Events beside the table: they change nothing the next person's decision rests on. */
export const quietActs = [
  'overdue',
  'open-identity',
  'forget',
  'climb',
  'hand-over',
  'remind-progress',
  'ask-recheck',
  'name-publicly',
]

/**
 * The version a person's decision is measured by: what happened quietly since he looked (the clock marked it overdue, an
 * identity was opened) is no reason to refuse his move. The event with `seq` s led from version s - 2 to s - 1.
 */
export const seenVersion = (doc: HazardDoc, version: number): number => {
  const next = doc.events.find((event) => event.seq === version + 2)
  return next && quietActs.includes(next.act) ? seenVersion(doc, version + 1) : version
}

/** Whether this person has made this very move already and only did not hear of it. */
export const isRetry = (doc: HazardDoc, acting: Acting, act: HazardAct, version: number) =>
  isReplay(doc, acting, act, seenVersion(doc, version))

type Change = {
  at: Date
  set?: Partial<HazardDoc>
  /** For the time line and the audit; nothing personal. */
  data?: Record<string, unknown>
  push?: readonly Omit<OutboxItem, 'id'>[]
  /** Of a retry: whether it says what the first try said. */
  same: boolean
}

// Lateness goes with the deadline, or once nobody is asked to fix any more; a plan or a note takes none of it away.
const staysLate = (doc: HazardDoc, after: HazardDoc) =>
  doc.overdue && isBeingFixed(after.state) && after.dueAt?.getTime() === doc.dueAt?.getTime()

/**
 * One move of the table with all it entails: shelves of the ledger, counters, lateness, messages.
 * @param store the hazards; another where more than this one document must move
 */
export const advance = (
  doc: HazardDoc,
  acting: Acting,
  act: HazardAct,
  version: number,
  change: Change,
  store: typeof hazards = hazards,
) => {
  const to = findMove(hazardMachine, doc.state, act, acting.actor)?.to ?? doc.state
  const moved: HazardDoc = { ...doc, ...change.set, state: to }
  const overdue = staysLate(doc, moved)
  const after = { ...moved, overdue }
  return move(store, hazardMachine, doc, acting, act, seenVersion(doc, version), {
    at: change.at,
    data: change.data,
    same: change.same,
    set: { ...change.set, overdue, ...standingOf(after) },
    push: [...countChange(doc, after), ...(change.push ?? [])],
  })
}
