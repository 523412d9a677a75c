import type { Rules } from './quiz-rules'

/** What units and regions can be ranked by. */
export const rankBys = ['strength', 'rate', 'average', 'points', 'players'] as const
export type RankBy = (typeof rankBys)[number]

/** What is counted of a unit; everything else follows from it. */
export type UnitFigures = {
  /** Registered workers. */
  workers: number
  players: number
  /** Players with points. */
  scorers: number
  /** Players with a paper without a mistake. */
  perfect: number
  /** Players whose unit nobody has seen. */
  unverified: number
  points: number
}
export const noFigures: UnitFigures = { workers: 0, players: 0, scorers: 0, perfect: 0, unverified: 0, points: 0 }

/** Fewer registered workers count as so many where points are shared out among them. */
export const smallestUnit = 10
const enoughPlayers = 5

/** Ratios are kept to four digits: what looks the same on a screen is the same. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/**
 * Players from which a unit is compared by participation or by average: five, or half of a unit that is smaller than
 * ten, but never one alone.
 */
export const playersNeeded = (workers: number): number => Math.max(2, Math.min(enoughPlayers, Math.ceil(workers / 2)))

/** What is shown of a unit. `players`: those that count under the rules of the contest. */
type Shown = Record<RankBy, number> & {
  /** Whether enough have played to be compared by participation and by average. */
  enough: boolean
}
export type UnitStanding = {
  shown: Shown
  /** What rows are sorted by: the figures, below all others where too few have played. */
  keys: Record<RankBy, number>
}

/** A unit's figures side by side, and what it is sorted by under each. docs/rankings.md says why. */
export const unitStanding = (figures: UnitFigures, { onlyScorers }: Rules['ranking']): UnitStanding => {
  const { workers, points } = figures
  const players = onlyScorers ? figures.scorers : figures.players
  const rate = workers > 0 ? rounded(Math.min(1, players / workers)) : 0
  const average = players > 0 ? rounded(points / players) : 0
  const keys = { strength: rounded(points / Math.max(workers, smallestUnit)), points, players, rate, average }
  const enough = players >= playersNeeded(workers)
  const shown = { ...keys, enough }
  // Negative, and still in the order of their figures: they follow those that are compared.
  return { shown, keys: enough ? keys : { ...keys, rate: rate - 1_000, average: average - 1_000_000 } }
}

/** How many of a list in falling order are greater: the rank is one more. */
export const countGreater = (falling: readonly number[], value: number): number => {
  let [low, high] = [0, falling.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((falling[middle] ?? 0) > value) low = middle + 1
    else high = middle
  }
  return low
}
