/** The moments a 7-field cron expression names; `null` in day or week means the field was `*`. */
export type Cron = {
  seconds: Set<number>
  minutes: Set<number>
  hours: Set<number>
  days: Set<number> | null
  months: Set<number>
  /** 0 = Sunday */
  weeks: Set<number> | null
  years: Set<number>
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

const numberOf = (text: string, names: string[], base: number): number => {
  const named = names.indexOf(text.toUpperCase())
  if (named >= 0) return named + base
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

const rangeOf = (part: string, low: number, high: number, names: string[]): number[] | undefined => {
  const [span = '', stepText] = part.split('/')
  const step = stepText === undefined ? 1 : numberOf(stepText, [], 0)
  const [fromText = '', toText] = span.split('-')
  const from = span === '*' ? low : numberOf(fromText, names, low)
  const to =
    span === '*' || (toText === undefined && stepText !== undefined) ? high : numberOf(toText ?? fromText, names, low)
  if (!(from >= low && to <= high && from <= to && step >= 1)) return undefined
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

const fieldOf = (text: string, low: number, high: number, names: string[] = []): Set<number> | undefined => {
  const ranges = text.split(',').map((part) => rangeOf(part, low, high, names))
  return ranges.some((range) => range === undefined) ? undefined : new Set(ranges.flatMap((range) => range ?? []))
}

/** Parses `second minute hour day month week year`. @returns undefined when the text is not such an expression. */
export const parseCron = (text: string): Cron | undefined => {
  const [second = '', minute = '', hour = '', day = '', month = '', week = '', year = '', ...rest] = text
    .trim()
    .split(/\s+/)
  const seconds = fieldOf(second, 0, 59)
  const minutes = fieldOf(minute, 0, 59)
  const hours = fieldOf(hour, 0, 23)
  const days = fieldOf(day, 1, 31)
  const months = fieldOf(month, 1, 12, MONTHS)
  const weeks = fieldOf(week, 0, 6, WEEKS)
  const years = fieldOf(year, 1970, 2099)
  if (rest.length > 0 || !seconds || !minutes || !hours || !days || !months || !weeks || !years) return undefined
  return { seconds, minutes, hours, days: day === '*' ? null : days, months, weeks: week === '*' ? null : weeks, years }
}
