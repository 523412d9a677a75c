import type { RowError } from './enterprise-rows'
import type { Acting } from '../../kit/aggregate'

/** A row of a sheet whose name is nearly one that is known. */
export type Alike = { row: number; name: string; similarity: number; other: string }

/** One thing to do for a row; answers whether it was done, now or before. */
export type Work = { row: number; kind: 'fresh' | 'changed'; name: string }

/** What taking in a sheet would do, worked out against the register of this moment. */
export type Plan<W extends Work = Work> = {
  read: number
  /** In the order in which they must be done. */
  work: W[]
  same: number
  alike: Alike[]
  errors: RowError[]
  /** Carries out some of the work; how much of it is done afterwards. */
  carryOut: (some: readonly W[], acting: Acting, now: Date) => Promise<number>
}

export const chunksOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
