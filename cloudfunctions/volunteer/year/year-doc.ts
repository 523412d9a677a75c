import type { RoundState, YearState } from 'types/volunteer-year-machine'
import type { YearNumbers, YearResult, YearShelf } from 'types/volunteer-year-rules'
import type { Aggregate } from '../../kit/aggregate'

/** What a person of one of the two authorities said; `by` is his person id. */
export type Said = { by: string; name: string; unit: string; words: string; at: Date }

/** One volunteer in one calendar year; name-less. The id is derived from both. */
export type YearDoc = Aggregate<YearState> &
  YearNumbers & {
    applicationId: string
    year: number
    /** Special activities needed. */
    need: number
    /** Enrolled in the second half of the year; absent until it is counted again. */
    late?: boolean
    shelf: YearShelf
    /** A volunteer who has too few so far. */
    short: boolean
    /** Rises with every change of the numbers: a count taken earlier never overwrites a later one. */
    rev: number
    /** Latest reminder he was given, `09-01`; empty before the first. */
    told: string
    roundId: string | null
    /** By the rule, from the numbers as they stand, until the union confirms. */
    proposal: YearResult | null
    /** By the union; final once sealed. */
    result: YearResult | null
    /** The numbers the union's word rests on. */
    evidence: YearNumbers | null
    comments: Said[]
    confirmed: Said | null
    agreed: Said | null
    returned: string | null
    objectUntil: Date | null
    objection: { words: string; at: Date; answer: Said | null } | null
    /** A certificate was given for it. */
    certified: boolean
  }

/** The assessment of one union node and year. */
export type RoundDoc = Aggregate<RoundState> & {
  /** One a node and year. */
  roundKey: string
  node: { id: string; name: string }
  year: number
  /** What the clock still has to carry out. */
  work: 'gather' | 'seal' | null
  listHash: string | null
  sealedAt: Date | null
}
