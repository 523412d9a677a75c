import { z } from './zod'
import { Id } from './ids'
import { Done, Instant, optionalText, text } from './fields'
import { HazardKind, HazardState, ReporterIdentity } from './hazard'
import { RetrievalKey } from './hazard-key'
import { hazardMove, officerOf } from './hazard-views'
import type { Contract } from './contract'

/** Open hazards older than this are no longer offered as the same one. */
export const similarDays = 30
/** Likeness from which one is offered, below `alikeFrom`: a person who stands there decides, nothing is put together by itself. */
export const offeredFrom = 0.4
/** So many are shown before a report is sent. */
export const similarShown = 3
/** So many people follow one hazard; the union knows by then. */
export const mostJoiners = 100

/** What a stranger may know of an open hazard: what and where, never the words, a picture or who. */
export const SimilarRow = z.object({
  id: Id,
  kind: HazardKind,
  place: z.string(),
  state: HazardState,
  on: z.string().describe('YYYY-MM-DD'),
  people: z.int().describe('how many reported it'),
  mine: z.boolean().describe('the asker reported or joined it, not anonymously'),
})
export type SimilarRow = z.output<typeof SimilarRow>

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

/** What somebody sees who is about to report what others have reported already. */
export const similarEntries = {
  similar: {
    kind: 'query',
    input: z.strictObject({
      enterpriseId: Id.optional(),
      boothId: Id.optional(),
      place: optionalText(60, '地点'),
      kind: HazardKind.optional(),
      words: text(500, '隐患情况'),
    }),
    output: z.object({ items: z.array(SimilarRow) }),
    access: 'anyone',
  },
} as const satisfies Contract

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
