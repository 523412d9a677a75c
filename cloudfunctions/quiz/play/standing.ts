import { rankValue } from 'types/quiz-engine'
import type { Rules } from 'types/quiz-rules'
import type { CountPayload } from '../../kit/outbox'
import type { PlayDoc } from '../documents'

type Add = CountPayload['add'][number]
type Standing = Pick<PlayDoc, 'campaignId' | 'levels' | 'points' | 'unit' | 'excluded' | 'rankScore'>

export const hasPlayed = ({ levels }: Pick<PlayDoc, 'levels'>) => Object.keys(levels).length > 0

/** What persons are ranked by: nothing for who is excluded or has not told what the rules ask for. */
export const rankScoreOf = (rules: Rules, play: Omit<PlayDoc, 'rankScore'>): number => {
  const told = rules.identity === 'none' || (play.unit !== null && (rules.identity === 'unit' || play.name !== null))
  return told && !play.excluded ? rankValue(rules, play) : 0
}

const unitShare = (play: Standing | null, sign: 1 | -1): Add[] => {
  if (!play?.unit || !hasPlayed(play)) return []
  const key = `unit.${play.campaignId}.${play.unit.id}`
  const points = play.excluded ? 0 : play.points
  return [
    { key, field: 'players', by: sign },
    { key, field: 'points', by: sign * points },
    { key, field: 'scorers', by: points > 0 ? sign : 0 },
    { key, field: 'unverified', by: play.unit.verified ? 0 : sign },
  ]
}

const scoreShare = (play: Standing | null, sign: 1 | -1): Add[] =>
  play && play.rankScore > 0 ? [{ key: `scores.${play.campaignId}`, field: `s${play.rankScore}`, by: sign }] : []

const merged = (adds: readonly Add[]): Add[] => {
  const sums = new Map<string, Add>()
  for (const add of adds) {
    const id = `${add.key} ${add.field}`
    sums.set(id, { ...add, by: (sums.get(id)?.by ?? 0) + add.by })
  }
  return [...sums.values()].filter(({ by }) => by !== 0)
}

/**
 * How the counters of units and of persons' scores change when a play does: what it counted for before is taken away,
 * what it counts for now is added. One way for a paper, a change of unit and an exclusion.
 */
export const standingChange = (before: Standing | null, after: Standing): Add[] =>
  merged([...unitShare(before, -1), ...scoreShare(before, -1), ...unitShare(after, 1), ...scoreShare(after, 1)])
