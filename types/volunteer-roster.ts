import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery } from './fields'
import type { Contract } from './contract'
import { Specialty } from './volunteer-form'

const reviewer = { role: ['officer', 'regulator'] } as const
export const RosterRow = z.object({
  no: z.int(),
  id: Id,
  name: z.string(),
  sex: z.enum(['male', 'female']),
  idCard: z.string(),
  unit: z.string(),
  post: z.string(),
  specialties: z.array(Specialty),
  phone: z.string(),
  unionOpinion: z.string(),
  regulatorOpinion: z.string(),
  enrolledAt: Instant,
})

/** The roster (名册汇总表) that the two authorities keep. */
export const rosterEntries = {
  roster: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(RosterRow), more: z.boolean() }),
    access: { ...reviewer, scope: 'node' },
  },
} as const satisfies Contract
