import * as z from './zod'
import { Id } from './ids'
import { optionalText, text } from './fields'
import { HazardKind, HazardState } from './hazard'
import type { Contract } from './contract'

/** Open hazards older than this are no longer offered as the same one. */
export const similarDays = 30
/** Likeness from which one is offered, below `alikeFrom`: a person who stands there decides, nothing is put together by itself. */
export const offeredFrom = 0.4
/** So many are shown before a report is sent. */
export const similarShown = 3
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
