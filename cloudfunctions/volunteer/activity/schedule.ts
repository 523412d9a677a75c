import { addDays, dateOf, startOfDay } from 'types/calendar'
import { activityRules } from 'types/volunteer-activity-kinds'
import type { ActivityDoc, ClockStep } from './activity'

type Span = Pick<ActivityDoc, 'startsAt' | 'endsAt'>
const minute = 60_000

const scheduleOf = ({ startsAt, endsAt }: Span): [ClockStep, Date][] => [
  ['remind', new Date(startOfDay(addDays(dateOf(startsAt), -1)).getTime() + activityRules.remindAtHour * 60 * minute)],
  ['start', startsAt],
  ['sign-out', new Date(endsAt.getTime() + activityRules.remindSignOut * minute)],
  ['close', new Date(endsAt.getTime() + activityRules.confirmWithin * minute)],
]

type Clock = Pick<ActivityDoc, 'clockStep' | 'clockAt'>
const nothing: Clock = { clockStep: null, clockAt: null }

/** What the clock does first for an activity published or changed now: a reminder that is over is left out. */
export const firstStep = (span: Span, now: Date): Clock => {
  const found = scheduleOf(span).find(([step, at]) => step !== 'remind' || at > now)
  return found ? { clockStep: found[0], clockAt: found[1] } : nothing
}

/** What it does after this step. */
export const stepAfter = (span: Span, done: ClockStep): Clock => {
  const all = scheduleOf(span)
  const next = all[all.findIndex(([step]) => step === done) + 1]
  return next ? { clockStep: next[0], clockAt: next[1] } : nothing
}
