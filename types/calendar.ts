// China has kept UTC+8 without daylight saving since 1991, and a phone or a function may lack time-zone data: a fixed
// offset is exact for every date this product knows.
const offset = 8 * 3_600_000
const day = 86_400_000

/** Calendar date in Asia/Shanghai, `2026-02-28`. */
export type CalendarDate = string

/** The Shanghai calendar date of an instant. */
export const dateOf = (at: Date): CalendarDate => new Date(at.getTime() + offset).toISOString().slice(0, 10)

/** Midnight in Shanghai at which the date begins. */
export const startOfDay = (date: CalendarDate): Date => new Date(Date.parse(`${date}T00:00:00.000Z`) - offset)

/** The last millisecond of the date in Shanghai. */
export const endOfDay = (date: CalendarDate): Date => new Date(startOfDay(date).getTime() + day - 1)

/** A real date of the calendar; 2026-02-30 is not. */
export const isCalendarDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
