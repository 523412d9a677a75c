import * as z from './zod'
import { Id } from './ids'
import { Done, PageQuery, Version, text } from './fields'
import type { Contract } from './contract'
import { ApplicationState, ReviewDecision, mostAtOnce } from './volunteer'
import { ApplicationRow, ApplicationView } from './volunteer-views'

const reviewer = { role: ['officer', 'regulator'] } as const
const word = {
  decision: ReviewDecision,
  opinion: text(200, '审核意见'),
  entered: z.boolean().optional().describe('the union has entered him on the general platform'),
}
const review = z.strictObject({ id: Id, version: Version, ...word })

/** One row of many that were decided at once: how it stands now, or the plain reason why it was not. */
export const RowResult = z.union([
  z.object({ id: Id, ok: z.literal(true), state: ApplicationState, version: Version }),
  z.object({ id: Id, ok: z.literal(false), reason: z.string() }),
])
export type RowResult = z.output<typeof RowResult>

/** What the two authorities call while an application is on its way. */
export const reviewEntries = {
  queue: {
    kind: 'query',
    input: z.strictObject({
      ...{ nodeId: Id.optional(), state: ApplicationState.optional(), ...PageQuery },
      mine: z.boolean().optional().describe('only what waits for this very node'),
    }),
    output: z.object({ items: z.array(ApplicationRow), more: z.boolean() }),
    access: { ...reviewer, scope: 'node' },
  },
  detail: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: ApplicationView,
    access: { ...reviewer, scope: 'application' },
  },
  unionReview: {
    kind: 'command',
    input: review,
    output: Done,
    access: { role: 'officer', scope: 'application' },
    audit: '工会审核志愿者',
  },
  regulatorReview: {
    kind: 'command',
    input: review,
    output: Done,
    access: { role: 'regulator', scope: 'application' },
    audit: '监管审核志愿者',
  },
  reviewMany: {
    kind: 'command',
    input: z.strictObject({
      rows: z
        .array(z.strictObject({ id: Id, version: Version, opinion: text(200, '审核意见').optional() }))
        .min(1, { error: '请先选择申请' })
        .max(mostAtOnce, { error: `一次最多办理 ${mostAtOnce} 份` }),
      ...word,
    }),
    output: z.object({ results: z.array(RowResult) }),
    access: { ...reviewer },
    audit: '批量审核志愿者',
  },
  readIdCard: {
    kind: 'command',
    input: z.strictObject({ id: Id, reason: text(100, '查看原因') }),
    output: z.object({ idCard: z.string(), version: Version.describe('a look is an event: what to review with next') }),
    access: { ...reviewer, scope: 'application' },
    audit: '查看完整身份证号',
  },
} as const satisfies Contract
