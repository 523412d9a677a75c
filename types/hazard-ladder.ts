import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, Version, text } from './fields'
import type { HazardGrade } from './hazard'
import { LetterRow } from './hazard-letter'
import { officerOf } from './hazard-views'
import type { Contract } from './contract'

/** From the work place up: whoever can put it right first is asked first. */
export const rungs = ['post', 'team', 'workshop', 'enterprise', 'upper', 'listed'] as const
export const Rung = z.enum(rungs)
export type Rung = z.output<typeof Rung>
export const rungLabels: Record<Rung, string> = {
  post: '岗位',
  team: '班组',
  workshop: '车间',
  enterprise: '企业行政',
  upper: '上级工会和监管',
  listed: '安委会挂牌督办',
}

type Rules = {
  /** Where a hazard of the grade is asked for first. */
  start: Rung
  /** Days it may stay overdue on a rung before the clock takes it to the next; none: no further by itself. */
  days: Partial<Record<Rung, number>>
}
/** The ladder by grade: a major hazard begins with the management. */
export const ladderRules: Record<z.output<typeof HazardGrade>, Rules> = {
  general: { start: 'post', days: { post: 1, team: 2, workshop: 3, enterprise: 15, upper: 15 } },
  major: { start: 'enterprise', days: { enterprise: 3, upper: 7 } },
}

export const rungAbove = (rung: Rung): Rung | undefined => rungs[rungs.indexOf(rung) + 1]
export const rungsAbove = (rung: Rung): readonly Rung[] => rungs.slice(rungs.indexOf(rung) + 1)
export const isAtLeast = (rung: Rung, other: Rung) => rungs.indexOf(rung) >= rungs.indexOf(other)

const day = 86_400_000

/**
 * When the clock takes an overdue hazard on from this rung; null at the top, and where the rules name no days.
 * @param since the moment it came to the rung
 * @param days how long it waits there; as shipped, where the union has no rule of its own
 */
export const leavesAt = (
  grade: z.output<typeof HazardGrade>,
  rung: Rung,
  since: Date,
  days: number | undefined = ladderRules[grade].days[rung],
): Date | null => (days === undefined || rungAbove(rung) === undefined ? null : new Date(since.getTime() + days * day))

export const LadderView = z.object({
  rung: Rung,
  since: Instant.nullable().describe('null: on its first rung, on time'),
  nextAt: Instant.nullable().describe('when the clock takes it on, while it is overdue'),
  above: z.array(Rung).describe('where an officer may raise it to now'),
})

/** How a hazard is pressed for: its rung, and the letters written about it. */
export const ladderEntries = {
  onward: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: z.object({
      ladder: LadderView.nullable().describe('null before it is accepted, and where it was declined'),
      letters: z.array(LetterRow).describe('latest first'),
      mayWrite: z.boolean(),
      proposal: z.enum(['letter', 'refer', 'listed']).nullable().describe('what its rung asks of the officer'),
    }),
    access: officerOf,
  },
  raise: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, to: Rung, reason: text(200, '原因') }),
    output: Done,
    access: officerOf,
    audit: '提高督促层级',
  },
} as const satisfies Contract
