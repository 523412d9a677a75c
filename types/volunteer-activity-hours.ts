import { activityRules } from './volunteer-activity-kinds'

const minute = 60_000
type Span = { startsAt: Date; endsAt: Date }

/** Whole minutes from one instant to the other. */
export const minutesBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / minute)

/**
 * Minutes that count as service: from signing in (from the start, for who came early) to signing out, never more than
 * the activity's length and its grace, rounded by the rule.
 */
export const serviceMinutes = ({ startsAt, endsAt }: Span, inAt: Date, outAt: Date): number => {
  const from = inAt < startsAt ? startsAt : inAt
  const most = minutesBetween(startsAt, endsAt) + activityRules.grace
  const counted = Math.min(most, Math.max(0, minutesBetween(from, outAt)))
  return Math.round(counted / activityRules.roundTo) * activityRules.roundTo
}

/** `2 小时 30 分`. */
export const hoursWord = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分`].filter(Boolean).join(' ')
}

/** When a code of this direction is taken. */
export const signWindow = ({ startsAt, endsAt }: Span, way: 'in' | 'out'): { from: Date; to: Date } =>
  way === 'in'
    ? { from: new Date(startsAt.getTime() - activityRules.signInBefore * minute), to: endsAt }
    : { from: startsAt, to: new Date(endsAt.getTime() + activityRules.signOutAfter * minute) }

export const overlaps = (left: Span, right: Span): boolean =>
  left.startsAt < right.endsAt && right.startsAt < left.endsAt
