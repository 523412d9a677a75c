import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery, text } from './fields'
import type { Contract } from './contract'

export const DisputeState = z.enum(['open', 'kept', 'corrected', 'withdrawn'])
export type DisputeState = z.output<typeof DisputeState>
export const disputeStates = {
  open: { label: '待答复', tone: 'todo' },
  kept: { label: '维持原题', tone: 'done' },
  corrected: { label: '已改正', tone: 'done' },
  withdrawn: { label: '已撤下', tone: 'done' },
} as const satisfies Record<DisputeState, { label: string; tone: 'todo' | 'done' }>

export const MyDispute = z.object({
  id: Id,
  paperId: Id,
  no: z.int().describe('number of the question on that paper'),
  stem: z.string(),
  words: z.string(),
  state: DisputeState,
  reply: z.string().nullable(),
  at: Instant,
  answeredAt: Instant.nullable(),
})
export type MyDispute = z.output<typeof MyDispute>

/** What a player says about a question he was asked, and what became of it. */
export const disputeEntries = {
  dispute: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('of this attempt to say it: a person speaks once about a question'),
      campaignId: Id,
      paperId: Id,
      no: z.int().min(1).max(200),
      words: text(200, '您的意见'),
    }),
    output: MyDispute,
    access: 'anyone',
    audit: '反映题目',
  },
  myDisputes: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({ items: z.array(MyDispute), more: z.boolean() }),
    access: 'anyone',
  },
} as const satisfies Contract
