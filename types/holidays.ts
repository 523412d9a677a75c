import { addDays, isCalendarDate, type CalendarDate, type HolidayBook } from './calendar'

/** Days from the first to the last. */
const span = (from: CalendarDate, to: CalendarDate): CalendarDate[] =>
  from > to ? [] : [from, ...span(addDays(from, 1), to)]

/** What the State Council made known, by year, as it comes with the product; an administrator may enter others. */
export const shippedHolidays: Record<string, HolidayBook> = {
  2026: {
    holidays: [
      ...[span('2026-01-01', '2026-01-03'), span('2026-02-15', '2026-02-23'), span('2026-04-04', '2026-04-06')],
      ...[span('2026-05-01', '2026-05-05'), span('2026-06-19', '2026-06-21'), span('2026-09-25', '2026-09-27')],
      span('2026-10-01', '2026-10-07'),
    ].flat(),
    workdays: [...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']],
  },
}

/** All years in one book. */
export const bookOf = (years: Record<string, HolidayBook>): HolidayBook => ({
  holidays: Object.values(years).flatMap(({ holidays }) => holidays),
  workdays: Object.values(years).flatMap(({ workdays }) => workdays),
})

const mostDaysOff = 40
const mostWorkdays = 15
const longestSpan = 12

const pad = (part: string | undefined) => String(part).padStart(2, '0')
const day = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/
const range = new RegExp(`${day.source}(?:至${day.source})?`, 'g')

type Read = { dates: CalendarDate[] } | { wrong: string }

// `2月15日至23日`: the second month is the first one's where it is not said.
const readSentence = (sentence: string, year: string): Read => {
  const dates: CalendarDate[] = []
  let month: string | undefined
  for (const [said, firstYear, firstMonth, first, lastYear, lastMonth, last] of sentence.matchAll(range)) {
    month = firstMonth ?? month
    const from = `${firstYear ?? year}-${pad(month)}-${pad(first)}`
    const to = last ? `${lastYear ?? firstYear ?? year}-${pad(lastMonth ?? month)}-${pad(last)}` : from
    if (!isCalendarDate(from) || !isCalendarDate(to)) return { wrong: `没有这一天：${said}` }
    if (to < from || addDays(from, longestSpan) < to) return { wrong: `起止日期不对：${said}` }
    dates.push(...span(from, to))
    month = lastMonth ?? month
  }
  return { dates }
}

/** What is wrong with a year's book, as one sentence; null where nothing is. */
export const wrongInHolidays = ({ holidays, workdays }: HolidayBook, year: string): string | null => {
  const all = [...holidays, ...workdays]
  if (holidays.length === 0) return '请写明哪几天放假'
  if (holidays.length > mostDaysOff || workdays.length > mostWorkdays) return '日期太多，请只写这一年的安排'
  if (new Set(all).size < all.length) return '同一天写了两次，请核对'
  // A year's first holiday may begin on the last days of the year before.
  const stray = all.find(
    (date) => !isCalendarDate(date) || (!date.startsWith(year) && !date.startsWith(`${Number(year) - 1}-12-`)),
  )
  return stray ? `${stray.slice(0, 10)} 不在 ${year} 年` : null
}

/**
 * Reads the State Council's own words: `元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`
 * Every sentence with 上班 names working days, every one with 放假 days off.
 */
export const readHolidays = (text: string, year: string): { book: HolidayBook } | { wrong: string } => {
  const plain = text
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/\s*[-—~～到]\s*/g, '至')
    .replace(/[ \t]/g, '')
  const book = { holidays: [] as CalendarDate[], workdays: [] as CalendarDate[] }
  for (const sentence of plain.split(/[。；;\n]/)) {
    const read = readSentence(sentence, year)
    if ('wrong' in read) return read
    if (sentence.includes('上班')) book.workdays.push(...read.dates)
    else if (sentence.includes('放假')) book.holidays.push(...read.dates)
    else if (read.dates.length > 0) return { wrong: `请写明是放假还是上班：${sentence}` }
  }
  const wrong = wrongInHolidays(book, year)
  return wrong ? { wrong } : { book }
}

const spell = (date: CalendarDate) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`

const runsOf = (dates: readonly CalendarDate[]): [CalendarDate, CalendarDate][] => {
  const runs: [CalendarDate, CalendarDate][] = []
  for (const date of [...dates].sort()) {
    const last = runs.at(-1)
    if (last && addDays(last[1], 1) === date) last[1] = date
    else runs.push([date, date])
  }
  return runs
}

/** The book as lines an officer reads and may change: `1月1日至1月3日放假`, last `1月4日、2月14日上班`. */
export const spellHolidays = ({ holidays, workdays }: HolidayBook): string =>
  [
    ...runsOf(holidays).map(([from, to]) => `${from === to ? spell(from) : `${spell(from)}至${spell(to)}`}放假`),
    ...(workdays.length > 0 ? [`${[...workdays].sort().map(spell).join('、')}上班`] : []),
  ].join('\n')
