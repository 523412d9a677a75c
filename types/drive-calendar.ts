import { addDays, reportDeadline, type CalendarDate, type HolidayBook } from './calendar'
import type { DriveStage } from './drive-form'
import { daysOf, drivePatterns } from './drive-patterns'

type Planned = {
  id: string
  theme: string
  from: CalendarDate
  to: CalendarDate
  pattern: string | null
  monthly: boolean
  stages: readonly DriveStage[]
}

/** One line of the year: where it begins, where it ends, and what it leads to. */
export type YearEntry = { from: CalendarDate; to: CalendarDate; words: string } & (
  | { kind: 'drive'; id: string }
  | { kind: 'due'; id: string }
  | { kind: 'pattern'; code: string }
  | { kind: 'report' | 'holiday' | 'workday' }
)

const daysIn = (year: number): CalendarDate[] => {
  const days: CalendarDate[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day)
  return days
}

/** Days of the year on which a report is due: a day is one when it is its own next deadline. */
export const reportDays = (year: number, drives: readonly Pick<Planned, 'from' | 'to' | 'monthly'>[]) => {
  const windows = drives.filter(({ monthly }) => monthly)
  return daysIn(year).filter((day) => reportDeadline(day, windows) === day)
}

const isMonthly = (day: CalendarDate, drives: readonly Planned[]) =>
  drives.some(({ monthly, from, to }) => monthly && from <= day && day <= to)

const reports = (year: number, drives: readonly Planned[]): YearEntry[] =>
  reportDays(year, drives).map((day) => {
    const words = isMonthly(day, drives) ? '月度统计表报送截止' : '季度报告报送截止'
    return { kind: 'report', from: day, to: day, words }
  })

const runs = (dates: readonly CalendarDate[]): [CalendarDate, CalendarDate][] => {
  const found: [CalendarDate, CalendarDate][] = []
  for (const date of [...dates].sort()) {
    const last = found.at(-1)
    if (last && addDays(last[1], 1) === date) last[1] = date
    else found.push([date, date])
  }
  return found
}

const holidays = (year: number, book: HolidayBook): YearEntry[] => {
  const inYear = (dates: readonly CalendarDate[]) => dates.filter((date) => date.startsWith(String(year)))
  return [
    ...runs(inYear(book.holidays)).map(([from, to]): YearEntry => ({ kind: 'holiday', from, to, words: '放假' })),
    ...inYear(book.workdays).map((day): YearEntry => ({ kind: 'workday', from: day, to: day, words: '调休上班' })),
  ]
}

const dues = ({ id, theme, stages }: Planned): YearEntry[] =>
  stages.flatMap(({ name, due }): YearEntry[] =>
    due === null ? [] : [{ kind: 'due', id, from: due, to: due, words: `${theme}：${name}材料上报` }],
  )

/** Patterns nobody has made a drive of yet in that year, on the days they would have. */
const open = (year: number, drives: readonly Planned[], book: HolidayBook): YearEntry[] => {
  const isMade = (code: string) => drives.some(({ pattern, from }) => pattern === code && from.startsWith(String(year)))
  return drivePatterns.flatMap((pattern): YearEntry[] => {
    const days = isMade(pattern.code) ? null : daysOf(pattern, year, book)
    return days === null ? [] : [{ kind: 'pattern', code: pattern.code, ...days, words: pattern.theme }]
  })
}

const order = ['drive', 'due', 'report', 'pattern', 'holiday', 'workday']

/** Everything an officer plans by in one year, in the order of its first days. */
export const yearEntries = (year: number, drives: readonly Planned[], book: HolidayBook): YearEntry[] => {
  const touching = ({ from, to }: { from: string; to: string }) => from <= `${year}-12-31` && to >= `${year}-01-01`
  const own = drives.map(({ id, theme, from, to }): YearEntry => ({ kind: 'drive', id, from, to, words: theme }))
  return [
    ...own,
    ...drives.flatMap(dues),
    ...reports(year, drives),
    ...open(year, drives, book),
    ...holidays(year, book),
  ]
    .filter(touching)
    .sort((a, b) => a.from.localeCompare(b.from) || order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** The month a line stands in: that of its first day, January for what began the year before. */
export const monthOf = (year: number, { from }: YearEntry): number =>
  from < `${year}-01-01` ? 1 : Number(from.slice(5, 7))

const escaped = (words: string) => words.replace(/[\\;,]/g, (letter) => `\\${letter}`).replace(/\n/g, '\\n')
const bare = (date: CalendarDate) => date.replace(/-/g, '')
const byteLength = (letter: string) => encodeURIComponent(letter).replace(/%../g, 'x').length

/** Lines of more than 75 bytes go on in the next one, after a blank (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    if (bytes + byteLength(letter) > 74) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += letter
    bytes += byteLength(letter)
  }
  return [...parts, part].join('\r\n ')
}

/** The year as a file calendars take in: all-day entries, without the patterns nobody has decided on. */
export const toIcs = (entries: readonly YearEntry[], name: string, at: Date): string => {
  const stamp = `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
  const events = entries
    .filter(({ kind }) => kind !== 'pattern')
    .flatMap(({ kind, from, to, words }) => [
      'BEGIN:VEVENT',
      `UID:${kind}-${from}-${[...words].map((letter) => letter.codePointAt(0)?.toString(36)).join('')}@ankang`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${bare(from)}`,
      `DTEND;VALUE=DATE:${bare(addDays(to, 1))}`,
      `SUMMARY:${escaped(words)}`,
      'END:VEVENT',
    ])
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ankang//year//ZH', `X-WR-CALNAME:${escaped(name)}`]
  return [...head, ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n')
}
