import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { requestFailed } from './cloud-error'
import { isDoc } from './document-value'

type Expression = (doc: unknown, operand: unknown, options: Options) => unknown
type Zoned = { date: Date; zone: string | null }

const DAY = 86_400_000
const zones = new Map<string, Intl.DateTimeFormat>()

const zoneFormat = (zone: string): Intl.DateTimeFormat => {
  const known = zones.get(zone)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    zones.set(zone, format)
    return format
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${zone}"`)
  }
}

const offsetOf = (text: string): number | null => {
  const found = /^(?:GMT|UTC)?(?:([+-])(\d{2}):?(\d{2})?)?$/.exec(text)
  if (!found) return null
  const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)
  return found[1] === '-' ? -minutes : minutes
}

/** Minutes a time zone is ahead of UTC at a moment; `+08:00`, `+08` and Olson names are understood. */
const zoneOffset = (zone: string | null, at: Date): number => {
  if (zone === null) return 0
  const fixed = offsetOf(zone)
  if (fixed !== null) return fixed
  const part = zoneFormat(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')
  return offsetOf(part?.value ?? '') ?? 0
}

const toDate = (value: unknown): Date | null => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value
  throw requestFailed(`can't convert from BSON type ${Array.isArray(value) ? 'array' : typeof value} to Date`)
}

/** Operand of the date parts: a date, `[date]`, or `{date, timezone}`. */
const zonedDate = (doc: unknown, operand: unknown, options: Options): Zoned | null => {
  const spec =
    isDoc(operand) && 'date' in operand
      ? operand
      : { date: Array.isArray(operand) ? (operand as unknown[])[0] : operand, timezone: null }
  const date = toDate(evalExpr(doc, spec.date, options))
  const zone = evalExpr(doc, spec.timezone ?? null, options)
  return date ? { date, zone: typeof zone === 'string' ? zone : null } : null
}

/** A date whose UTC fields read as the clock of the zone. */
const local = ({ date, zone }: Zoned): Date => new Date(date.getTime() + zoneOffset(zone, date) * 60_000)

const dayOfYear = (at: Date): number => Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / DAY) + 1

/** Week of the year 0-53; weeks begin on Sunday, the days before the first Sunday are week 0. */
const sundayWeek = (at: Date): number => Math.floor((dayOfYear(at) + 6 - at.getUTCDay()) / 7)

const isoDay = (at: Date): number => at.getUTCDay() || 7

const thursday = (at: Date): Date => new Date(at.getTime() + (4 - isoDay(at)) * DAY)

const isoWeek = (at: Date): number => Math.floor((dayOfYear(thursday(at)) - 1) / 7) + 1

const part =
  (read: (at: Date) => number): Expression =>
  (doc, operand, options) => {
    const zoned = zonedDate(doc, operand, options)
    return zoned ? read(local(zoned)) : null
  }

const pad = (value: number, size: number): string => String(value).padStart(size, '0')

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // prettier-ignore

const formatZone = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${pad(size % 60, 2)}`
}

const formats: Record<string, (at: Date, offset: number) => string> = {
  Y: (at) => pad(at.getUTCFullYear(), 4),
  m: (at) => pad(at.getUTCMonth() + 1, 2),
  d: (at) => pad(at.getUTCDate(), 2),
  H: (at) => pad(at.getUTCHours(), 2),
  M: (at) => pad(at.getUTCMinutes(), 2),
  S: (at) => pad(at.getUTCSeconds(), 2),
  L: (at) => pad(at.getUTCMilliseconds(), 3),
  j: (at) => pad(dayOfYear(at), 3),
  w: (at) => String(at.getUTCDay() + 1),
  u: (at) => String(isoDay(at)),
  U: (at) => pad(sundayWeek(at), 2),
  V: (at) => pad(isoWeek(at), 2),
  G: (at) => pad(thursday(at).getUTCFullYear(), 4),
  b: (at) => (MONTHS[at.getUTCMonth()] ?? '').slice(0, 3),
  B: (at) => MONTHS[at.getUTCMonth()] ?? '',
  z: (_, offset) => formatZone(offset),
  Z: (_, offset) => String(offset),
  '%': () => '%',
}

const dateToString: Expression = (doc, operand, options) => {
  if (!isDoc(operand)) throw requestFailed('$dateToString only supports an object as its argument')
  const zoned = zonedDate(doc, operand, options)
  if (!zoned) return operand.onNull === undefined ? null : evalExpr(doc, operand.onNull, options)
  const offset = zoneOffset(zoned.zone, zoned.date)
  const fallback = zoned.zone === null ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L'
  const format = evalExpr(doc, operand.format ?? fallback, options)
  if (typeof format !== 'string') return null
  const at = local(zoned)
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    const write = formats[letter]
    if (!write) throw requestFailed(`Invalid format character '%${letter}' in format string`)
    return write(at, offset)
  })
}

const fromIso = (year: number, week: number, day: number): number => {
  const fourth = new Date(Date.UTC(year, 0, 4))
  return fourth.getTime() + ((week - 1) * 7 + day - isoDay(fourth)) * DAY
}

/** Parts beyond their range run over: the 30th of February is the 1st of March. */
const dateFromParts: Expression = (doc, operand, options) => {
  if (!isDoc(operand)) throw requestFailed('$dateFromParts only supports an object as its argument')
  const values = Object.fromEntries(
    Object.entries(operand).map(([name, inner]) => [name, evalExpr(doc, inner, options)]),
  )
  if (Object.values(values).some((value) => value === null || value === undefined)) return null
  const number = (name: string, fallback: number): number => {
    const value = values[name] ?? fallback
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw requestFailed(`'${name}' must evaluate to an integer`)
    return value
  }
  const iso = 'isoWeekYear' in values
  const start = iso
    ? fromIso(number('isoWeekYear', 1), number('isoWeek', 1), number('isoDayOfWeek', 1))
    : Date.UTC(number('year', 1970), number('month', 1) - 1, number('day', 1))
  const time =
    ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000 + number('millisecond', 0)
  const zone = typeof values.timezone === 'string' ? values.timezone : null
  const wall = start + time
  return new Date(wall - zoneOffset(zone, new Date(wall - zoneOffset(zone, new Date(wall)) * 60_000)) * 60_000)
}

/** Date expressions with time zones, null for a missing date, and MongoDB's week numbers. */
export const dateExpressions: Record<string, Expression> = {
  $year: part((at) => at.getUTCFullYear()),
  $month: part((at) => at.getUTCMonth() + 1),
  $dayOfMonth: part((at) => at.getUTCDate()),
  $hour: part((at) => at.getUTCHours()),
  $minute: part((at) => at.getUTCMinutes()),
  $second: part((at) => at.getUTCSeconds()),
  $millisecond: part((at) => at.getUTCMilliseconds()),
  $dayOfWeek: part((at) => at.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $week: part(sundayWeek),
  $isoWeek: part(isoWeek),
  $isoWeekYear: part((at) => thursday(at).getUTCFullYear()),
  $isoDayOfWeek: part(isoDay),
  $dateToString: dateToString,
  $dateFromParts: dateFromParts,
}
