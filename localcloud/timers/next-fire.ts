import type { Cron } from './parse-cron'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Cloud timers are read in Beijing time, which has no summer time. */
const ZONE = 8 * HOUR
const HORIZON_DAYS = 366 * 5

const dayMatches = (cron: Cron, date: Date): boolean => {
  if (!cron.years.has(date.getUTCFullYear()) || !cron.months.has(date.getUTCMonth() + 1)) return false
  const day = cron.days?.has(date.getUTCDate())
  const week = cron.weeks?.has(date.getUTCDay())
  // The platform joins day and week by "or" when both are given.
  return day === undefined ? (week ?? true) : day || week === true
}

const firstInDay = (cron: Cron, midnight: number, after: number): number | undefined => {
  for (const hour of [...cron.hours].sort((a, b) => a - b)) {
    if (midnight + (hour + 1) * HOUR <= after) continue
    for (const minute of [...cron.minutes].sort((a, b) => a - b)) {
      const start = midnight + hour * HOUR + minute * 60_000
      if (start + 60_000 <= after) continue
      for (const second of [...cron.seconds].sort((a, b) => a - b))
        if (start + second * 1000 > after) return start + second * 1000
    }
  }
  return undefined
}

/** @returns the first moment (ms) strictly after `after` that the expression names, or undefined within five years. */
export const nextFire = (cron: Cron, after: number): number | undefined => {
  const local = after + ZONE
  const today = Math.floor(local / DAY) * DAY
  for (let index = 0; index < HORIZON_DAYS; index += 1) {
    const midnight = today + index * DAY
    const found = dayMatches(cron, new Date(midnight)) ? firstInDay(cron, midnight, local) : undefined
    if (found !== undefined) return found - ZONE
  }
  return undefined
}
