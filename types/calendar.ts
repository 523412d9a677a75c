// China has kept UTC+8 without daylight saving since 1992, and a phone or a function may lack time-zone data: a fixed
// offset is exact for every instant this product knows, whatever the process's own zone.
const offset = 8 * 3_600_000
const day = 86_400_000

/** Calendar date in Asia/Shanghai, `2026-02-28`. */
export type CalendarDate = string
/** An instant as the database (Date) or the envelope (ISO text) holds it. */
export type Moment = Date | string

/** Holiday data kept by officers: days off on weekdays, and weekend days on which people work instead. */
export type HolidayBook = { holidays: readonly CalendarDate[]; workdays: readonly CalendarDate[] }

/** Monthly reporting takes the place of quarterly reporting from the first to the last date of a drive. */
export type Drive = { from: CalendarDate; to: CalendarDate }

const monthlyReportDay = 30
const quarterlyReportDay = 20

const timeOf = (at: Moment) => (typeof at === 'string' ? Date.parse(at) : at.getTime())
const wallClock = (at: Moment) => new Date(timeOf(at) + offset).toISOString()
const utcTime = (date: CalendarDate) => Date.parse(`${date}T00:00:00.000Z`)
const dateAt = (time: number): CalendarDate => new Date(time).toISOString().slice(0, 10)
const pad = (value: number, length = 2) => String(value).padStart(length, '0')
const partsOf = (date: CalendarDate) => ({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) })

/** The Shanghai calendar date of an instant. */
export const dateOf = (at: Moment): CalendarDate => wallClock(at).slice(0, 10)

/** Midnight in Shanghai at which the date begins. */
export const startOfDay = (date: CalendarDate): Date => new Date(utcTime(date) - offset)

/** The last millisecond of the date in Shanghai: every deadline named by a date ends here. */
export const endOfDay = (date: CalendarDate): Date => new Date(utcTime(date) - offset + day - 1)

/** A real date of the calendar; 2026-02-30 is not. */
export const isCalendarDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utcTime(text)) && dateAt(utcTime(text)) === text

export const addDays = (date: CalendarDate, days: number): CalendarDate => dateAt(utcTime(date) + days * day)

/** Whole days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => (utcTime(to) - utcTime(from)) / day

const weekdayOf = (date: CalendarDate) => new Date(utcTime(date)).getUTCDay()

export const isWorkingDay = (date: CalendarDate, book: HolidayBook): boolean => {
  if (book.workdays.includes(date)) return true
  return !book.holidays.includes(date) && weekdayOf(date) !== 0 && weekdayOf(date) !== 6
}

/** The date itself or the first working day after it. */
export const workingDayFrom = (date: CalendarDate, book: HolidayBook): CalendarDate =>
  isWorkingDay(date, book) ? date : workingDayFrom(addDays(date, 1), book)

/** The n-th working day after the date; the day it starts on does not count (民法典 201). */
export const addWorkingDays = (date: CalendarDate, days: number, book: HolidayBook): CalendarDate => {
  let current = date
  for (let counted = 0; counted < days; counted++) current = workingDayFrom(addDays(current, 1), book)
  return current
}

/**
 * Deadline "within n days": end of the n-th calendar day after the instant's own day.
 * With a holiday book it moves on to a working day (民法典 203).
 */
export const dueAfterDays = (at: Moment, days: number, book?: HolidayBook): Date => {
  const date = addDays(dateOf(at), days)
  return endOfDay(book ? workingDayFrom(date, book) : date)
}

/** Deadline "within n working days": end of the n-th working day after the instant's own day. */
export const dueAfterWorkingDays = (at: Moment, days: number, book: HolidayBook): Date =>
  endOfDay(addWorkingDays(dateOf(at), days, book))

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const dayInMonth = (year: number, month: number, dayOfMonth: number): CalendarDate => {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const [realYear, realMonth] = [first.getUTCFullYear(), first.getUTCMonth() + 1]
  return `${pad(realYear, 4)}-${pad(realMonth)}-${pad(Math.min(dayOfMonth, lastDayOf(realYear, realMonth)))}`
}

/** The monthly report's date on or after this one: the 30th, in February the last day. The date itself still counts. */
export const monthlyDeadline = (date: CalendarDate): CalendarDate => {
  const { year, month } = partsOf(date)
  const here = dayInMonth(year, month, monthlyReportDay)
  return date <= here ? here : dayInMonth(year, month + 1, monthlyReportDay)
}

/** The quarterly report's date on or after this one: the 20th of the quarter's last month. The date itself still counts. */
export const quarterlyDeadline = (date: CalendarDate): CalendarDate => {
  const { year, month } = partsOf(date)
  const lastMonth = Math.ceil(month / 3) * 3
  const here = dayInMonth(year, lastMonth, quarterlyReportDay)
  return date <= here ? here : dayInMonth(year, lastMonth + 3, quarterlyReportDay)
}

/** What is due next: monthly while a drive runs, quarterly at other times. */
export const reportDeadline = (date: CalendarDate, drives: readonly Drive[]): CalendarDate => {
  const running = drives.some((drive) => drive.from <= date && date <= drive.to)
  return running ? monthlyDeadline(date) : quarterlyDeadline(date)
}

export const isOverdue = (deadline: Moment, now: Moment): boolean => timeOf(now) > timeOf(deadline)

/** Calendar days left: 0 on the deadline's own day and after it. */
export const daysLeft = (deadline: Moment, now: Moment): number =>
  Math.max(0, daysBetween(dateOf(now), dateOf(deadline)))

/** Days overdue, a begun day counts whole; 0 while there is time. */
export const overdueDays = (deadline: Moment, now: Moment): number =>
  isOverdue(deadline, now) ? Math.max(1, daysBetween(dateOf(deadline), dateOf(now))) : 0

/** `还剩 3 天`, `今天到期`, `已逾期 2 天`. */
export const formatDue = (deadline: Moment, now: Moment): string => {
  if (isOverdue(deadline, now)) return `已逾期 ${overdueDays(deadline, now)} 天`
  const left = daysLeft(deadline, now)
  return left === 0 ? '今天到期' : `还剩 ${left} 天`
}

/** `2026年2月28日`. */
export const formatDate = (at: Moment): string => {
  const [year, month, date] = dateOf(at).split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `2月28日`. */
export const formatMonthDay = (at: Moment): string => formatDate(at).replace(/^\d+年/, '')

/** `2026年2月`. */
export const formatMonth = (at: Moment): string => formatDate(at).replace(/\d+日$/, '')

/** `15:01`. */
export const formatTime = (at: Moment): string => wallClock(at).slice(11, 16)

/** `2026年2月28日 15:01`. */
export const formatDateTime = (at: Moment): string => `${formatDate(at)} ${formatTime(at)}`

/** `2026-02-28 15:01`, for tables. */
export const formatSheetTime = (at: Moment): string => wallClock(at).slice(0, 16).replace('T', ' ')

/** `周六`. */
export const formatWeekday = (at: Moment): string => `周${'日一二三四五六'.charAt(weekdayOf(dateOf(at)))}`
