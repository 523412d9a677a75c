import * as z from './zod'
import { Id } from './ids'
import { PageQuery } from './fields'
import { HazardSource } from './hazard-record'
import type { HazardState } from './hazard'
import { dateOf, type CalendarDate, type Moment } from './calendar'
import type { Contract } from './contract'

/** A month (`2026-06`), a quarter (`2026-q2`) or a year (`2026`) of the calendar. */
export const CoverPeriod = z
  .string({ error: '请选择时间' })
  .regex(/^20\d\d(-(0[1-9]|1[0-2])|-q[1-4])?$/, { error: '请选择时间' })
export type CoverPeriod = z.output<typeof CoverPeriod>

/** The month, quarter and year a date lies in. */
export const periodsOf = (date: CalendarDate): [CoverPeriod, CoverPeriod, CoverPeriod] => {
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)]
  return [`${year}-${month}`, `${year}-q${Math.ceil(Number(month) / 3)}`, year]
}

/** The months of a period, `2026-04`…`2026-06`. */
export const monthsOf = (period: CoverPeriod): string[] => {
  const [year = '', part = ''] = period.split('-')
  const quarter = part.startsWith('q') ? Number(part.slice(1)) : 0
  if (part !== '' && quarter === 0) return [period]
  const [first, count] = quarter > 0 ? [quarter * 3 - 2, 3] : [1, 12]
  return Array.from({ length: count }, (_, at) => `${year}-${String(first + at).padStart(2, '0')}`)
}

/** The period of the same length before or after: `stepPeriod('2026-q1', -1)` is `2025-q4`. */
export const stepPeriod = (period: CoverPeriod, by: 1 | -1): CoverPeriod => {
  const [year = '', part = ''] = period.split('-')
  if (part === '') return String(Number(year) + by)
  const [size, number] = part.startsWith('q') ? [4, Number(part.slice(1))] : [12, Number(part)]
  const next = Number(year) * size + number - 1 + by
  const [nextYear, nextPart] = [Math.floor(next / size), (next % size) + 1]
  return size === 4 ? `${nextYear}-q${nextPart}` : `${nextYear}-${String(nextPart).padStart(2, '0')}`
}

/** `2026年6月`, `2026年第二季度`, `2026年`. */
export const periodWord = (period: CoverPeriod): string => {
  const [year = '', part = ''] = period.split('-')
  if (part === '') return `${year}年`
  return part.startsWith('q')
    ? `${year}年第${'一二三四'.charAt(Number(part.slice(1)) - 1)}季度`
    : `${year}年${Number(part)}月`
}

type Found = {
  state: HazardState
  overdue: boolean
  createdAt: Moment
  source?: HazardSource | null
  enterprise?: { id: string } | null
  /** It was led past a union: that union must not see from a number that there is something. */
  above?: boolean
}

const uncounted: readonly HazardState[] = ['reported', 'declined', 'merged']

/**
 * What a hazard counts for at its enterprise: where and when it was found and through whom. null before it is accepted,
 * for what was declined or put together with another, and where no enterprise answers for it.
 */
export const findingOf = ({ state, overdue, createdAt, source, enterprise, above }: Found) => {
  if (uncounted.includes(state) || above || !source || !enterprise) return null
  return { enterpriseId: enterprise.id, date: dateOf(createdAt), source, closed: state === 'closed', overdue }
}

const Tally = z.object({
  found: z.int(),
  closed: z.int(),
  overdue: z.int().describe('not answered in time, as it stands now'),
})
export type Tally = z.output<typeof Tally>
const ofSource = <T extends z.ZodType>(value: T) => z.record(HazardSource, value)

export const CoverageRow = z.object({
  id: Id.describe('of the enterprise'),
  name: z.string(),
  nodeName: z.string(),
  covered: z.int().describe('through how many of the seven sources something was found'),
  sources: ofSource(Tally),
})
export type CoverageRow = z.output<typeof CoverageRow>

/** Which enterprises were looked at, by whom. */
export const coverageEntries = {
  coverage: {
    kind: 'query',
    input: z.strictObject({
      nodeId: Id.optional(),
      period: CoverPeriod,
      missing: HazardSource.optional().describe('only enterprises where this source has found nothing'),
      ...PageQuery,
    }),
    output: z.object({
      nodeName: z.string(),
      units: z.int().describe('enterprises of the node'),
      unseen: z.int().describe('of them, where nobody has found anything'),
      seen: ofSource(z.int()).describe('enterprises where the source has found something'),
      sources: ofSource(Tally).describe('of all enterprises together'),
      items: z.array(CoverageRow).describe('the least covered first'),
      more: z.boolean(),
    }),
    access: { role: 'officer', scope: 'node' },
  },
} as const satisfies Contract
