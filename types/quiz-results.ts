import * as z from './zod'
import { Id } from './ids'
import { Instant, optionalText, PageQuery } from './fields'
import { RankBy } from './quiz-rank'
import type { Contract } from './contract'

const play = { campaignId: Id }

export const ContestResults = z.object({
  title: z.string(),
  state: z.enum(['draft', 'open', 'closed', 'dropped']),
  opensAt: Instant,
  closesAt: Instant,
  players: z.int(),
  papers: z.int(),
  passed: z.int(),
  perfect: z.int(),
  by: RankBy.describe('what units are ranked by'),
  units: z.int().describe('units with players'),
  absent: z.int().nullable().describe('registered units without; null until first looked up'),
  workers: z.int().nullable().describe('registered in all units'),
  signals: z.object({ new: z.int(), cleared: z.int(), excluded: z.int() }),
})
export type ContestResults = z.output<typeof ContestResults>

export const resultEntries = {
  results: {
    kind: 'query',
    input: z.strictObject(play),
    output: ContestResults,
    access: { role: 'officer', scope: 'contest' },
  },
  /** Registered units nobody has played for. */
  absentees: {
    kind: 'query',
    input: z.strictObject({ ...play, ...PageQuery }),
    output: z.object({
      items: z.array(z.object({ id: Id, name: z.string(), region: z.string().nullable(), workers: z.int() })),
      more: z.boolean(),
    }),
    access: { role: 'officer', scope: 'contest' },
  },
  exportResults: {
    kind: 'command',
    input: z.strictObject({ ...play, full: z.boolean().default(false), reason: optionalText(60, '用途') }),
    output: z.object({ fileName: z.string(), url: z.string(), units: z.int(), players: z.int() }),
    access: { role: 'officer', scope: 'contest' },
    audit: '导出活动成绩',
  },
} as const satisfies Contract
