import type { Rules } from 'types/quiz-rules'
import type { RankedPlay } from './person-rank-store'
import type { Player } from './export-rows'

export type Ranked = Player & { rank: number | null }

/** Whether two players of a list share a rank. */
export const isLevel = (ties: Rules['ranking']['ties'], one: RankedPlay, other: RankedPlay) =>
  one.rankScore === other.rankScore && (ties !== 'earlier' || one.reachedAt?.getTime() === other.reachedAt?.getTime())

/** Ranks of all players, best first as they come; none for who takes no part. */
export const withRanks = ({ ranking }: Pick<Rules, 'ranking'>, players: readonly Player[]): Ranked[] => {
  let rank = 0
  return players.map((player, index) => {
    const above = players[index - 1]
    if (!above || !isLevel(ranking.ties, above, player)) rank = index + 1
    return { ...player, rank: player.rankScore > 0 ? rank : null }
  })
}
