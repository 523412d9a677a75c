import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery } from './fields'
import type { Contract } from './contract'

const Named = z.object({ id: Id, name: z.string() })

export const VolunteerHandoverRow = z.object({
  id: Id,
  at: Instant,
  node: Named,
  left: z.string().describe('name of who left'),
  waiting: z.int().describe('applications that waited at that desk then'),
  teams: z.array(Named).describe('teams he led for his authority: somebody else must be named'),
  activities: z
    .array(Named.extend({ startsAt: Instant }))
    .describe('activities he had arranged that were still to come'),
  to: Named.extend({ people: z.array(z.string()) })
    .nullable()
    .describe('who goes on with them'),
})
export type VolunteerHandoverRow = z.output<typeof VolunteerHandoverRow>

/** What was handed on of the volunteers' work when somebody left an office. */
export const volunteerHandoverEntries = {
  handovers: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(VolunteerHandoverRow), more: z.boolean() }),
    access: { role: ['officer', 'regulator'], scope: 'node' },
  },
} as const satisfies Contract
