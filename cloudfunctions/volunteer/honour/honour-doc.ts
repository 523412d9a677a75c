import type { HonourState } from 'types/volunteer-year-award'
import type { Aggregate } from '../../kit/aggregate'

export type HonourObjection = { id: string; words: string; at: Date; answer: string | null }

/** One volunteer or team somebody recommends for a year. A person's name is read from his application. */
export type HonourDoc = Aggregate<HonourState> & {
  kind: 'person' | 'team'
  applicationId: string | null
  team: { id: string; name: string } | null
  year: number
  /** One living recommendation a person or team and year; `closed.<id>` once it is over. */
  forKey: string
  node: { id: string; name: string }
  /** Name of the union that decides: the one above, or the root itself. */
  decider: string
  recommendedBy: string
  reason: string
  /** On the public list. */
  shown: boolean
  announcedAt: Date | null
  objectUntil: Date | null
  objections: HonourObjection[]
  closing: string | null
  certified: boolean
}
