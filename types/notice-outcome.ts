import * as z from './zod'
import { Instant } from './fields'
import { Id } from './ids'
import { Told } from './told-number'
import type { Contract } from './contract'

/** Days after a push in which what was written down counts as its outcome. */
export const outcomeDays = 7
const Numbers = {
  laid: z.int().describe('people it was laid for'),
  sent: Told.describe('who got it in WeChat; null: fewer than three'),
  read: Told.describe('who saw it, among the messages of the app or by the notice; null: fewer than three'),
  units: z.int().describe('enterprises of the register there'),
  filed: Told.describe('of those, with a record within the days; null: fewer than three'),
}

export const PushOutcome = z.object({
  ...Numbers,
  since: Instant.nullable().describe('when its first message was laid out; null: there is none, or none is left'),
  until: Instant.nullable().describe('end of the days that count'),
  isOver: z.boolean().describe('whether those days are over'),
  isWhole: z.boolean().describe('false: there is more than could be counted in time'),
  nodeName: z.string().describe('the union whose enterprises are looked at'),
  rows: z.array(z.object({ ...Numbers, id: Id.nullable(), name: z.string() })).describe('by union below, by name'),
})
export type PushOutcome = z.output<typeof PushOutcome>

export const PushSeen = z.object({
  laid: Numbers.laid,
  read: Numbers.read,
  opened: Told.describe('of those, who tapped the notice in WeChat; null: fewer than three'),
  isWhole: z.boolean().describe('false: there are more than could be counted in time'),
})

/** What came of a push made from a ready-made text for weather or a holiday. */
export const outcomeEntries = {
  pushOutcome: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: PushOutcome,
    access: { role: 'officer', scope: 'push' },
  },
  /** Of any push: how many have seen it. */
  pushSeen: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: PushSeen,
    access: { role: 'officer', scope: 'push' },
  },
} as const satisfies Contract
