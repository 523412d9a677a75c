import * as z from './zod'
import { Id } from './ids'
import { PageQuery } from './fields'
import { GrantRole } from './org'
import { BoothState } from './org-booth'
import { visitStages } from './visit-source'
import type { Contract } from './contract'

const stageCounts = Object.fromEntries(visitStages.map((stage) => [stage, z.int()])) as Record<
  (typeof visitStages)[number],
  z.ZodInt
>
/** How many came how far. */
export const VisitCounts = z.object(stageCounts)
export type VisitCounts = z.output<typeof VisitCounts>

/** What is looked at: one booth, a batch, or every booth of a contest below the node. */
const ofWhat = {
  nodeId: Id.optional(),
  boothId: Id.optional(),
  batchId: Id.optional(),
  campaignId: Id.optional(),
}
const date = z.iso.date({ error: '请选择有效的日期' })

export const FunnelView = z.object({
  title: z.string(),
  totals: VisitCounts,
  redirected: z.int(),
  day: z.string(),
  hours: z.array(VisitCounts).length(24).describe('of the day, by the hour in Shanghai'),
  days: z.array(z.object({ day: z.string(), counts: VisitCounts })).describe('of the month of the day'),
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
        z.object({ id: Id, name: z.string(), role: GrantRole.nullable(), nodeName: z.string(), counts: VisitCounts }),
      ),
      more: z.boolean(),
    }),
    access: officer,
  },
  myCode: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      name: z.string(),
      union: z.string(),
      scene: z.string(),
      url: z.string().describe('temporary address of the PNG'),
      counts: VisitCounts,
    }),
    access: 'anyone',
  },
} as const satisfies Contract
