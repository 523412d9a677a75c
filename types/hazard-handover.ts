import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery } from './fields'
import type { Contract } from './contract'

export const HandoverRow = z.object({
  id: Id,
  at: Instant,
  node: z.object({ id: Id, name: z.string() }),
  left: z.string().describe('name of who left'),
  open: z.int().describe('hazards of that union not over then'),
  overdue: z.int(),
  to: z
    .object({ id: Id, name: z.string(), officers: z.array(z.string()) })
    .nullable()
    .describe('who goes on with them'),
})
export type HandoverRow = z.output<typeof HandoverRow>

/** What was handed on when officers left. */
export const handoverEntries = {
  handovers: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(HandoverRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
} as const satisfies Contract
