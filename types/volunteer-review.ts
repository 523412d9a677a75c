import * as z from './zod'
import { Id } from './ids'
import { Done, PageQuery, Version, text } from './fields'
import type { Contract } from './contract'
import { ApplicationState } from './volunteer'
import { ApplicationRow, ApplicationView } from './volunteer-views'

const reviewer = { role: ['officer', 'regulator'] } as const
const review = z.strictObject({
  id: Id,
  version: Version,
  decision: z.enum(['approve', 'return', 'reject']),
  opinion: text(200, '审核意见'),
})

/** What the two authorities call while an application is on its way. */
export const reviewEntries = {
  queue: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), state: ApplicationState.optional(), ...PageQuery }),
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
  readIdCard: {
    kind: 'command',
    input: z.strictObject({ id: Id, reason: text(100, '查看原因') }),
    output: z.object({ idCard: z.string(), version: Version.describe('a look is an event: what to review with next') }),
    access: { ...reviewer, scope: 'application' },
    audit: '查看完整身份证号',
  },
} as const satisfies Contract
