import { visitStages } from './visit-source'
import * as z from './zod'

const stageCounts = Object.fromEntries(visitStages.map((stage) => [stage, z.int()])) as Record<
  (typeof visitStages)[number],
  z.ZodInt
>
/** How many came how far. */
export const VisitCounts = z.object(stageCounts)
export type VisitCounts = z.output<typeof VisitCounts>
