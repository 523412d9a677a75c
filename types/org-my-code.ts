import * as z from './zod'
import { ToldCounts } from './visit-counts'
import type { Contract } from './contract'

/** One's own code 推广码, of an officer or an enrolled volunteer. */
export const myCodeEntries = {
  myCode: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      name: z.string(),
      union: z.string(),
      scene: z.string(),
      url: z.string().describe('temporary address of the PNG'),
      people: z.int().describe('who came by it'),
      counts: ToldCounts.nullable().describe('what they did: told to officers alone'),
    }),
    access: 'anyone',
  },
} as const satisfies Contract
