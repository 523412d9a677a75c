import * as z from './zod'
import { Id } from './ids'
import { PageQuery } from './fields'
import { DriveGoals } from './drive-form'
import { GrantRole } from './org'
import { BoothState } from './org-booth'
import { ToldCounts, VisitCounts } from './visit-counts'
import type { Contract } from './contract'

/** What is looked at: one booth, a batch, every booth of a contest below the node, or those of a drive in its days. */
const ofWhat = {
  nodeId: Id.optional(),
  boothId: Id.optional(),
  batchId: Id.optional(),
  campaignId: Id.optional(),
  driveId: Id.optional().describe('of the node or below it; nothing else is named with it'),
}
const date = z.iso.date({ error: '请选择有效的日期' })

export const FunnelView = z.object({
  title: z.string(),
  totals: VisitCounts,
  redirected: z.int(),
  day: z.string(),
  hours: z.array(ToldCounts).length(24).describe('of the day, by the hour in Shanghai'),
  days: z
    .array(z.object({ day: z.string(), counts: VisitCounts }))
    .describe('of the month of the day; of a drive its own days, and then everything else counts only them'),
  drive: z
    .object({ from: z.string(), to: z.string(), goals: DriveGoals })
    .nullable()
    .describe('where one is looked at'),
  booths: z.array(
    z.object({
      id: Id,
      name: z.string(),
      place: z.string(),
      state: BoothState,
      redirected: z.int(),
      counts: VisitCounts,
    }),
  ),
  more: z.boolean().describe('there are more booths than are compared'),
})

const officer = { role: 'officer', scope: 'node' } as const

/** What came of booths and of personal codes. */
export const funnelEntries = {
  funnel: {
    kind: 'query',
    input: z.strictObject({ ...ofWhat, day: date.optional().describe('today, where none is named') }),
    output: FunnelView,
    access: officer,
  },
  exportFunnel: {
    kind: 'command',
    input: z.strictObject({ _id: Id, ...ofWhat, day: date.optional() }),
    output: z.object({ id: Id, url: z.string(), fileName: z.string(), rows: z.int() }),
    access: officer,
    audit: '导出展台成效',
  },
  carriers: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), who: z.enum(['officers', 'volunteers']), ...PageQuery }),
    output: z.object({
      items: z.array(
        z.object({ id: Id, name: z.string(), role: GrantRole.nullable(), nodeName: z.string(), counts: ToldCounts }),
      ),
      more: z.boolean(),
    }),
    access: officer,
  },
} as const satisfies Contract
