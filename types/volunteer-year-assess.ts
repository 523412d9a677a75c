import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, Version, optionalText, text } from './fields'
import { RoundState } from './volunteer-year-machine'
import { YearResult } from './volunteer-year-rules'
import { Year } from './volunteer-year'
import type { Contract } from './contract'

/** Most rows one command decides about. */
export const mostDecided = 50

export const YearRound = z.object({
  id: Id,
  version: Version,
  node: z.string(),
  year: z.int(),
  state: RoundState,
  gathering: z.boolean().describe('people are still being taken in, or sealed'),
  people: z.int(),
  excellent: z.int(),
  quota: z.int(),
  waiting: z.object({ proposed: z.int(), confirmed: z.int(), agreed: z.int(), objected: z.int() }),
  listHash: z.string().nullable().describe('sha256 over the sealed list'),
  sealedAt: Instant.nullable(),
  acts: z.array(z.string()),
})
export type YearRound = z.output<typeof YearRound>

/** What became of each row: a sentence where it was refused. */
const Decided = z.object({ items: z.array(z.object({ id: Id, ok: z.boolean(), message: z.string().nullable() })) })
export type Decided = z.output<typeof Decided>

const officer = { role: 'officer' } as const
const row = { id: Id, version: Version }
const rows = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1, { error: '请至少选一个人' })
    .max(mostDecided, { error: `一次最多 ${mostDecided} 人` })

/** The year's assessment (年度考核). */
export const assessEntries = {
  objectYear: {
    kind: 'command',
    input: z.strictObject({ ...row, words: text(300, '异议内容') }),
    output: Done,
    access: { owner: 'ownYear' },
    audit: '对年度考核提出异议',
  },
  openRound: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, year: Year }),
    output: Done,
    access: { ...officer, scope: 'node' },
    audit: '开始年度考核',
  },
  yearRound: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: YearRound,
    access: { ...officer, scope: 'yearRound' },
  },
  gatherRound: {
    kind: 'command',
    input: z.strictObject(row),
    output: Done,
    access: { ...officer, scope: 'yearRound' },
    audit: '补充年度考核名单',
  },
  commentYear: {
    kind: 'command',
    input: z.strictObject({ ...row, words: text(200, '评语') }),
    output: Done,
    access: { role: ['officer', 'regulator'], scope: 'yearRecord' },
    audit: '写年度考核评语',
  },
  confirmYears: {
    kind: 'command',
    input: z.strictObject({
      nodeId: Id,
      items: rows(z.strictObject({ ...row, result: YearResult, reason: optionalText(200, '理由') })),
    }),
    output: Decided,
    access: { ...officer, scope: 'node' },
    audit: '工会确认年度考核',
  },
  agreeYears: {
    kind: 'command',
    input: z.strictObject({
      nodeId: Id,
      decision: z.enum(['agree', 'return']),
      reason: optionalText(200, '退回原因'),
      items: rows(z.strictObject(row)),
    }),
    output: Decided,
    access: { role: 'regulator', scope: 'node' },
    audit: '监管同意年度考核',
  },
  answerYear: {
    kind: 'command',
    input: z.strictObject({ ...row, words: text(200, '答复'), result: YearResult }),
    output: Done,
    access: { ...officer, scope: 'yearRecord' },
    audit: '答复年度考核异议',
  },
  sealRound: {
    kind: 'command',
    input: z.strictObject(row),
    output: Done,
    access: { ...officer, scope: 'yearRound' },
    audit: '封存年度考核',
  },
} as const satisfies Contract
