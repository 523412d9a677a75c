import { AppError } from 'types/app-error'
import { dateOf, startOfDay } from 'types/calendar'
import { receiptCode } from 'types/ids'
import type { quizContract } from 'types/quiz'
import type { Rules } from 'types/quiz-rules'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import { findCampaign } from '../contest/campaign-store'
import type { PlayDoc } from '../documents'
import { findPlay, playId } from '../play/play-store'
import { scoreField } from '../play/standing'
import { countEarlier, pagePersons, type RankedPlay } from './person-rank-store'
import { isLevel } from './ranked-players'

type Ties = Rules['ranking']['ties']
type Scores = Readonly<Record<string, number>>

/** Everybody may be found by his own rank; the list itself ends here. */
const longestList = 1000
const markLength = 4
const markOf = (id: string) => receiptCode(id).slice(0, markLength)

const readScores = async (campaignId: string): Promise<Scores> => {
  const key = `scores.${campaignId}`
  return (await readCounters('quiz', [key])).get(key) ?? {}
}

const sumWhere = (scores: Scores, pattern: RegExp, holds: (part: string) => boolean): number =>
  Object.entries(scores).reduce((sum, [field, count]) => {
    const part = pattern.exec(field)?.[1]
    return part !== undefined && holds(part) ? sum + count : sum
  }, 0)

const higher = (scores: Scores, score: number) => sumWhere(scores, /^s(\d+)$/, (part) => Number(part) > score)
const daysBefore = (scores: Scores, score: number, day: string) =>
  sumWhere(scores, new RegExp(`^s${score}d(.+)$`), (part) => part < day)

/** Ranks of a page in the order of the list; where equals share one, it is that of the first of them. */
const ranksOf = (ties: Ties, plays: readonly RankedPlay[], before: number, scores: Scores): number[] => {
  const ranks: number[] = []
  for (const [index, play] of plays.entries()) {
    const above = plays[index - 1]
    const own = before + index + 1
    if (above) ranks.push(isLevel(ties, above, play) ? (ranks[index - 1] ?? own) : own)
    else ranks.push(ties === 'earlier' || before === 0 ? own : higher(scores, play.rankScore) + 1)
  }
  return ranks
}

/** A page of persons: campaign, page, and past the first page the counters of scores. */
export const rankPersons = async (campaignId: string, openid: string, page: number, size: number) => {
  const [campaign, found] = await Promise.all([findCampaign(campaignId), pagePersons(campaignId, page, size)])
  if (!campaign || campaign.state === 'draft') throw new AppError('NOT_FOUND')
  const { persons, ties } = campaign.rules.ranking
  const about = { of: 'persons' as const, by: persons, ties }
  if (persons === 'off') return { ...about, items: [], more: false }
  const before = (page - 1) * size
  if (before >= longestList) return { ...about, items: [], more: false }
  const ranks = ranksOf(ties, found.items, before, page > 1 ? await readScores(campaignId) : {})
  const own = playId(campaignId, openid)
  const items = found.items
    .slice(0, longestList - before)
    .map(({ _id, name, unit, rankScore: score, reachedAt }, index) => ({
      ...{ rank: ranks[index] ?? 0, mark: markOf(_id), name, unit: unit?.name ?? null, score, reachedAt },
      own: _id === own,
    }))
  return { ...about, items, more: found.more && before + size < longestList }
}

/**
 * How many stand before this player: everybody with a higher score, and where the earlier goes first (then days are
 * counted too) those who had as much on an earlier day, or earlier this day.
 */
const countBefore = async (play: PlayDoc, scores: Scores): Promise<number> => {
  const { campaignId, rankScore: score, reachedAt } = play
  const day = reachedAt ? dateOf(reachedAt) : null
  const above = higher(scores, score)
  if (!reachedAt || day === null) return above
  const earlierDays = daysBefore(scores, score, day)
  const thatDay = scores[scoreField(score, day)] ?? 0
  // The rule that lets the earlier go first shows in the counters: without it no days are counted.
  return above + earlierDays + (thatDay > 0 ? await countEarlier(campaignId, score, startOfDay(day), reachedAt) : 0)
}

/** The caller among persons: play, counters, and where the earlier goes first those of his score and day. */
export const myRank: Handler<typeof quizContract.myRank> = async ({ campaignId }, { caller }) => {
  const play = await findPlay(campaignId, caller.openid)
  const mark = markOf(playId(campaignId, caller.openid))
  if (!play) return { mark, name: null, unit: null, score: 0, rank: null, ranked: 0, excluded: null }
  const scores = await readScores(campaignId)
  const ranked = sumWhere(scores, /^s(\d+)$/, () => true)
  const rank = play.rankScore > 0 ? (await countBefore(play, scores)) + 1 : null
  return {
    ...{ mark, name: play.name, unit: play.unit?.name ?? null, score: play.rankScore, rank },
    ...{ ranked: Math.max(ranked, rank ?? 0), excluded: play.excluded?.reason ?? null },
  }
}
