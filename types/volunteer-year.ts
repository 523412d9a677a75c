import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery, TimelineItem, Version, text } from './fields'
import { Specialty } from './volunteer-form'
import { RoundState, YearState } from './volunteer-year-machine'
import { YearResult, YearShelf } from './volunteer-year-rules'
import type { Contract } from './contract'

export const Year = z.int({ error: '年份有误' }).min(2018, { error: '年份有误' }).max(2100, { error: '年份有误' })

const numbers = {
  times: z.int().describe('special activities served'),
  all: z.int().describe('all activities served'),
  minutes: z.int().describe('whole minutes of service'),
  absences: z.int(),
}
/** One activity of the year as it counts. */
export const YearItem = z.object({
  activityId: Id,
  title: z.string(),
  startsAt: Instant,
  special: z.boolean(),
  state: z.string(),
  minutes: z.int(),
})
export type YearItem = z.output<typeof YearItem>

const Objection = z.object({
  words: z.string(),
  at: Instant,
  answer: z.object({ words: z.string(), unit: z.string(), at: Instant }).nullable(),
})
/** Hazards somebody reported in a year, or saw the same of: how many, how many a union took up, how many are in order. */
const findings = { reported: z.int(), found: z.int(), closed: z.int() }
export const Findings = z.object(findings)
export type Findings = z.output<typeof Findings>

const yearFacts = { year: z.int(), need: z.int(), ...numbers, state: YearState, shelf: YearShelf }

export const OwnYear = z.object({
  id: Id.nullable().describe('null while nothing was counted yet'),
  version: Version,
  ...yearFacts,
  late: z.boolean().describe('enrolled in the second half of the year'),
  items: z.array(YearItem),
  result: YearResult.nullable().describe('null until both authorities have agreed'),
  reason: z.string().nullable(),
  unit: z.string().nullable().describe('the union that gave it'),
  evidence: z.object(numbers).nullable().describe('the numbers it rests on'),
  objectUntil: Instant.nullable(),
  objection: Objection.nullable(),
  acts: z.array(z.string()),
})
export type OwnYear = z.output<typeof OwnYear>

const Tally = z.object({ none: z.int(), some: z.int(), enough: z.int(), minutes: z.int() })
export const YearRow = z.object({
  id: Id,
  version: Version,
  applicationId: Id,
  name: z.string(),
  employer: z.string(),
  team: z.string().nullable(),
  ...yearFacts,
  proposal: YearResult.nullable(),
  result: YearResult.nullable(),
  certified: z.boolean().describe('a certificate was given for this year'),
})
export type YearRow = z.output<typeof YearRow>

const Said = z.object({ by: z.string(), unit: z.string(), words: z.string(), at: Instant })
export const YearRecord = YearRow.extend({
  specialties: z.array(Specialty),
  enrolledAt: Instant.nullable(),
  items: z.array(YearItem),
  findings: Findings.describe('only what he put his name to: what he keeps hidden is nobody’s business'),
  evidence: z.object(numbers).nullable(),
  comments: z.array(Said),
  confirmed: Said.nullable(),
  agreed: Said.nullable(),
  returned: z.string().nullable(),
  objectUntil: Instant.nullable(),
  objection: Objection.nullable(),
  acts: z.array(z.string()),
  timeline: z.array(TimelineItem),
})
export type YearRecord = z.output<typeof YearRecord>

export const YearFilter = z.enum(['all', 'none', 'some', 'enough', 'short'])
export type YearFilter = z.output<typeof YearFilter>

const reviewer = { role: ['officer', 'regulator'] } as const
const place = { nodeId: Id.optional(), year: Year }

/** What a volunteer sees of his years, and officers of everybody's. */
export const yearEntries = {
  myYear: {
    kind: 'query',
    input: z.strictObject({ year: Year }),
    output: z.object({
      since: z.int().nullable().describe('first year; null: no volunteer'),
      mine: OwnYear.nullable(),
    }),
    access: 'anyone',
  },
  myFindings: {
    kind: 'query',
    input: z.strictObject({ year: Year }),
    output: Findings.extend({
      hidden: z.int().describe('of those reported: without showing his name; only he reads this'),
    }),
    access: 'anyone',
  },
  yearOverview: {
    kind: 'query',
    input: z.strictObject(place),
    output: z.object({
      ...{ node: z.string(), nodeId: Id, year: z.int(), tally: Tally },
      below: z.array(z.object({ id: Id, name: z.string(), tally: Tally })).describe('nodes right below it'),
      round: z.object({ id: Id, state: RoundState }).nullable(),
    }),
    access: { ...reviewer, scope: 'node' },
  },
  yearList: {
    kind: 'query',
    input: z.strictObject({
      ...{ ...place, filter: YearFilter.default('all'), state: YearState.optional() },
      teamId: Id.optional().describe('only who is in this team now'),
      ...PageQuery,
    }),
    output: z.object({ items: z.array(YearRow), more: z.boolean() }),
    access: { ...reviewer, scope: 'node' },
  },
  yearRecord: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: YearRecord,
    access: { ...reviewer, scope: 'yearRecord' },
  },
  callSheet: {
    kind: 'command',
    input: z.strictObject({ ...place, reason: text(100, '导出原因') }),
    output: z.object({ fileName: z.string(), url: z.string(), rows: z.int(), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
    audit: '导出未达标志愿者电话名单',
  },
} as const satisfies Contract
