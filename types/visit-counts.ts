import { visitStages } from './visit-source'
import { Told } from './told-number'
import * as z from './zod'

const stageCounts = Object.fromEntries(visitStages.map((stage) => [stage, z.int()])) as Record<
  (typeof visitStages)[number],
  z.ZodInt
>
/** How many came how far. */
export const VisitCounts = z.object(stageCounts)
export type VisitCounts = z.output<typeof VisitCounts>

/** The same where a few reports or applications would lead to who made them: one hour of a booth, one person's code. */
export const ToldCounts = VisitCounts.extend({ reports: Told, applications: Told })
export type ToldCounts = z.output<typeof ToldCounts>
