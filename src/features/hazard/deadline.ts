import { isBeingFixed, type HazardState } from 'types/hazard'
import { daysUntil, showDay, showRemaining } from '@/lib/clock'

type Dated = { state: HazardState; dueAt: string | null; overdue: boolean }

/** What is left of a deadline that still runs: null once the enterprise has answered or none was set. */
export const deadlineOf = ({ state, dueAt, overdue }: Dated, now: Date) => {
  if (!isBeingFixed(state) || !dueAt) return null
  const late = overdue || Date.parse(dueAt) < now.getTime()
  const days = daysUntil(dueAt, now)
  return {
    dueAt,
    late,
    words: late && days >= 0 ? '已逾期' : showRemaining(dueAt, now),
    by: `${showDay(dueAt)}前改完`,
  }
}

/** Share 0..1 of the time between two instants that is gone. */
export const shareGone = (from: string, to: string, now: Date): number => {
  const whole = Date.parse(to) - Date.parse(from)
  if (whole <= 0) return 1
  return Math.min(1, Math.max(0, (now.getTime() - Date.parse(from)) / whole))
}
