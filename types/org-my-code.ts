import * as z from './zod'
import { VisitCounts } from './visit-counts'
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
      counts: VisitCounts,
    }),
    access: 'anyone',
  },
} as const satisfies Contract
