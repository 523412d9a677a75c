import type { HazardState } from 'types/hazard'
import { ladderRules, leavesAt, type Rung } from 'types/hazard-ladder'
import { daysOn, type LadderDays } from 'types/hazard-rules'
import type { HazardDoc } from '../hazard'

/** Where a hazard stands on the ladder once it left its first rung. */
export type Ladder = {
  rung: Rung
  since: Date
  /** When the clock takes it on while it is overdue; null: by hand only. */
  nextAt: Date | null
}

const pressed: readonly HazardState[] = ['accepted', 'assigned', 'fixing', 'answered']

/** Whether anything may still be asked of the enterprise. */
export const isPressed = ({ state, grade }: Pick<HazardDoc, 'state' | 'grade'>) =>
  grade !== null && pressed.includes(state)

export const firstRung = ({ grade }: Pick<HazardDoc, 'grade'>): Rung => ladderRules[grade ?? 'general'].start

export const rungOf = (doc: Pick<HazardDoc, 'grade' | 'ladder'>): Rung => doc.ladder?.rung ?? firstRung(doc)

/** On a rung from now on, for as many days as the union's rules say. */
export const standAt = ({ grade }: Pick<HazardDoc, 'grade'>, rung: Rung, now: Date, days: LadderDays): Ladder => ({
  ...{ rung, since: now, nextAt: leavesAt(grade ?? 'general', rung, now, daysOn(days, grade ?? 'general', rung)) },
})

/** What becoming overdue means for the ladder: the clock takes it one rung on, this very minute. */
export const dueOnLadder = (doc: HazardDoc, now: Date): Ladder => {
  const rung = rungOf(doc)
  const stays = leavesAt(doc.grade ?? 'general', rung, now) === null
  return { rung, since: doc.ladder?.since ?? doc.dueAt ?? now, nextAt: stays ? null : now }
}
