import type { Contract } from './contract'
import { Id } from './ids'
import * as z from './zod'

const node = z.strictObject({ nodeId: Id })

/** The product's own questions: what there is of them, and the one tap that puts them into a union's bank. */
export const starterEntries = {
  starterBank: {
    kind: 'query',
    input: node,
    output: z.object({
      isEmpty: z.boolean().describe('contests of this union have no question to draw, its own or one from above'),
      total: z.int().describe('questions that ship'),
      fresh: z.int().describe('of those, what neither this union nor one above it has'),
      corrected: z
        .int()
        .describe('of an earlier edition, in this union, that read otherwise in this one; edited ones not'),
      laws: z.array(z.object({ name: z.string(), version: z.string(), questions: z.int() })),
    }),
    access: { role: 'officer', scope: 'node' },
  },
  /** Once a union and edition: a second tap, of another officer too, finds the first one's. */
  takeStarterBank: {
    kind: 'command',
    input: node,
    output: z.object({
      good: z.int().describe('put into the bank'),
      duplicates: z.int().describe('there already, in this union or above'),
      alike: z.int().describe('left out: nearly the same as one there is'),
      flagged: z.int().describe('of the good ones: over an older text than the register has, so they wait'),
      renewed: z.int().describe('of an earlier edition, that read as in this one now'),
      kept: z
        .array(z.object({ id: Id, stem: z.string() }))
        .describe('of an earlier edition, changed by an officer: left'),
    }),
    access: { role: 'officer', scope: 'node' },
    audit: '放入自带题目',
  },
} as const satisfies Contract
