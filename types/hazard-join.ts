import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, optionalText } from './fields'
import { HazardState, ReporterIdentity } from './hazard'
import { RetrievalKey } from './hazard-key'
import { hazardMove, officerOf } from './hazard-views'
import type { Contract } from './contract'

/** So many people follow one hazard; the union knows by then. */
export const mostJoiners = 100

const JoinInput = z
  .strictObject({
    _id: Id,
    id: Id.describe('the hazard he has seen too'),
    words: optionalText(200, '补充'),
    identity: ReporterIdentity,
    retrievalKey: RetrievalKey.optional().describe('made by the phone for an anonymous one'),
  })
  .refine((join) => join.identity !== 'anonymous' || join.retrievalKey !== undefined, {
    path: ['retrievalKey'],
    error: '匿名反映需要查询口令，请更新小程序后再试',
  })

export const JoinReceipt = z.object({ id: Id, at: Instant, handledBy: z.string() })

const Alike = z.object({
  id: Id,
  code: z.string(),
  serial: z.string().nullable(),
  state: HazardState,
  words: z.string(),
  place: z.string(),
  unit: z.string().nullable(),
  reportedAt: Instant,
})

/** "I saw it too". */
export const joinEntries = {
  join: { kind: 'command', input: JoinInput, output: JoinReceipt, access: 'anyone', audit: '共同反映隐患' },
} as const satisfies Contract

/** How an officer puts two reports of one thing together. */
export const mergeEntries = {
  alike: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: z.object({ items: z.array(Alike) }),
    access: officerOf,
  },
  merge: {
    kind: 'command',
    input: z.strictObject({ ...hazardMove, intoId: Id }),
    output: Done,
    access: officerOf,
    audit: '合并隐患',
  },
} as const satisfies Contract
