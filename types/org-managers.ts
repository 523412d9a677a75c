import * as z from './zod'
import { Id } from './ids'
import { Instant, InstantInput, PageQuery, text } from './fields'
import { Authority } from './org'
import { NodeView } from './org-office'
import type { Contract } from './contract'

/** Days before the end of a term on which he and the other managers of his node are told. */
export const termNoticeDays = [30, 7] as const

const dayMs = 86_400_000

/** When something is next due for a term: a notice, its end, and past that another look a day later. null without a term. */
export const nextTermAt = (until: Date | null | undefined, now: Date): Date | null => {
  if (!until) return null
  const due = [...termNoticeDays.map((days) => until.getTime() - days * dayMs), until.getTime()]
  return new Date(due.find((at) => at > now.getTime()) ?? now.getTime() + dayMs)
}

export const AppointmentRow = z.object({
  id: z.string(),
  at: Instant,
  verb: z.string(),
  by: z.string().describe('who did it'),
  whom: z.string().nullable().describe('whose office it is'),
  reason: z.string().nullable(),
  until: Instant.nullable(),
})
export type AppointmentRow = z.output<typeof AppointmentRow>

const manager = { role: ['officer', 'regulator'], scope: 'node' } as const

/** Who manages a node, since when, for how long, and where somebody is missing. */
export const managerEntries = {
  thinNodes: {
    kind: 'query',
    input: z.strictObject({
      nodeId: Id.optional(),
      authority: Authority.optional().describe("regulator at the union root: all of the regulators' tree"),
      ...PageQuery,
    }),
    output: z.object({ items: z.array(NodeView), more: z.boolean() }),
    access: manager,
  },
  appointments: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id, ...PageQuery }),
    output: z.object({ items: z.array(AppointmentRow), more: z.boolean() }),
    access: manager,
  },
  setTerm: {
    kind: 'command',
    input: z.strictObject({
      id: Id.describe('the grant'),
      personId: Id,
      until: InstantInput.nullable().describe('null: for as long as nobody takes it back'),
      reason: text(100, '原因'),
    }),
    output: z.object({ id: Id, until: Instant.nullable() }),
    access: { role: 'officer', scope: 'person' },
    audit: '设定任期',
  },
} as const satisfies Contract
