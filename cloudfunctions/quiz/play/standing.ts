import { dateOf } from 'types/calendar'
import { rankValue } from 'types/quiz-engine'
import type { Rules } from 'types/quiz-rules'
import type { CountPayload } from '../../kit/outbox'
import type { PlayDoc } from '../documents'

type Add = CountPayload['add'][number]
type Standing = Pick<
  PlayDoc,
  'campaignId' | 'levels' | 'points' | 'perfect' | 'unit' | 'excluded' | 'rankScore' | 'reachedAt'
>

export const hasPlayed = ({ levels }: Pick<PlayDoc, 'levels'>) => Object.keys(levels).length > 0

/** What persons are ranked by: nothing for who is excluded or has not told what the rules ask for. */
export const rankScoreOf = (rules: Rules, play: Omit<PlayDoc, 'rankScore'>): number => {
  if (rules.ranking.persons === 'off') return 0
  const told = rules.identity === 'none' || (play.unit !== null && (rules.identity === 'unit' || play.name !== null))
  return told && !play.excluded ? rankValue(rules, play) : 0
}

// Who is excluded counts for nothing: many accounts of one hand must not lift a participation rate.
const unitShare = (play: Standing | null, sign: 1 | -1): Add[] => {
  if (!play?.unit || !hasPlayed(play) || play.excluded) return []
  const key = `unit.${play.campaignId}.${play.unit.id}`
  return [
    { key, field: 'players', by: sign },
    { key, field: 'points', by: sign * play.points },
    { key, field: 'scorers', by: play.points > 0 ? sign : 0 },
    { key, field: 'perfect', by: play.perfect > 0 ? sign : 0 },
    { key, field: 'unverified', by: play.unit.verified ? 0 : sign },
  ]
}

/** Players of one score, and where the earlier one goes first, of one score and day: `s820`, `s820d2026-06-10`. */
export const scoreField = (score: number, day?: string) => `s${score}${day ? `d${day}` : ''}`

const scoreShare = (rules: Pick<Rules, 'ranking'>, play: Standing | null, sign: 1 | -1): Add[] => {
  if (!play || play.rankScore <= 0) return []
  const key = `scores.${play.campaignId}`
  const day = rules.ranking.ties === 'earlier' && play.reachedAt ? dateOf(play.reachedAt) : null
  return [
    { key, field: scoreField(play.rankScore), by: sign },
    ...(day === null ? [] : [{ key, field: scoreField(play.rankScore, day), by: sign }]),
  ]
}

const merged = (adds: readonly Add[]): Add[] => {
  const sums = new Map<string, Add>()
  for (const add of adds) {
    const id = `${add.key} ${add.field}`
    sums.set(id, { ...add, by: (sums.get(id)?.by ?? 0) + add.by })
  }
  return [...sums.values()].filter(({ by }) => by !== 0)
}

/** How the counters of units change when a play does, its score aside. */
export const unitChange = (before: Standing | null, after: Standing): Add[] =>
  merged([...unitShare(before, -1), ...unitShare(after, 1)])

/**
 * How the counters of units and of persons' scores change when a play does: what it counted for before is taken away,
 * what it counts for now is added. One way for a paper, a change of unit and an exclusion.
 */
export const standingChange = (rules: Pick<Rules, 'ranking'>, before: Standing | null, after: Standing): Add[] => [
  ...unitChange(before, after),
  ...merged([...scoreShare(rules, before, -1), ...scoreShare(rules, after, 1)]),
]
