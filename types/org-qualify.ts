import * as z from './zod'
import { Id } from './ids'
import { Done } from './fields'
import type { Contract } from './contract'

/** Which unions issue the union's opinion on volunteers (附件1 注1: a district, a street or a group may). */
export const qualifyEntries = {
  setQualifying: {
    kind: 'command',
    input: z.strictObject({ nodeId: Id, qualifies: z.boolean() }),
    output: Done,
    access: { role: 'officer', scope: 'node' },
    audit: '指定出具志愿者工会意见',
  },
} as const satisfies Contract
