import * as z from './zod'
import { Id } from './ids'
import { PageQuery } from './fields'
import { NodeType } from './org'
import type { Contract } from './contract'

const Named = z.object({ id: Id, name: z.string() })

/** A union, the regulators of its own level, and where it has none, the one above that reviews in their place. */
export const ServedRow = z.object({
  union: Named.extend({ type: NodeType }),
  regulators: z.array(Named.extend({ managers: z.int() })),
  through: Named.nullable().describe('nearest regulator of a union above'),
})
export type ServedRow = z.output<typeof ServedRow>

/** The regulators' tree beside the unions': who reviews whose volunteers. */
export const regulatorEntries = {
  served: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), only: z.enum(['all', 'unserved']).default('all'), ...PageQuery }),
    output: z.object({ items: z.array(ServedRow), more: z.boolean(), unserved: z.int() }),
    access: { role: 'officer', scope: 'node' },
  },
  setServes: {
    kind: 'command',
    input: z.strictObject({ nodeId: Id.describe('the regulator node'), serves: Id.describe('a union node') }),
    output: z.object({ id: Id, serves: Named }),
    access: { role: 'officer', scope: 'node' },
    audit: '调整监管单位对应的工会',
  },
} as const satisfies Contract
