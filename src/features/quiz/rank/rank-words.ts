import { rankByLabels, type RankRow } from 'types/quiz-rank'
import type { RankBy } from 'types/unit-ranks'
import { showNumber, showShare } from '@/lib/show-number'

/** At most one digit after the point: `8.6`, `12`. */
const showFigure = (value: number): string => showNumber(Math.round(value * 10) / 10)

export const rankChoices = (Object.keys(rankByLabels) as RankBy[]).map((value) => ({
  value,
  label: rankByLabels[value],
}))

/** How units are compared, in one plain sentence. */
export const rankMeanings: Record<RankBy, string> = {
  strength: '总分除以全部职工人数，不足 10 人的单位按 10 人计，大小单位一样公平。',
  rate: '参与的人除以全部职工人数。参与的人太少的单位先不比，排在后面。',
  average: '总分除以参与的人数。参与的人太少的单位先不比，排在后面。',
  points: '参与职工的积分加在一起，人多的单位占便宜。',
  players: '有多少职工答过题，人多的单位占便宜。',
}

const showBy: Record<RankBy, (row: RankRow) => string> = {
  strength: ({ strength }) => `${showFigure(strength)} 分`,
  rate: ({ rate }) => showShare(rate),
  average: ({ average }) => `${showFigure(average)} 分`,
  points: ({ points }) => `${showFigure(points)} 分`,
  players: ({ players }) => `${showNumber(players)} 人`,
}

export const showMain = (row: RankRow, by: RankBy): string => showBy[by](row)

/** Everything else a row can be compared by, and how far its units can be trusted. */
export const showRest = (row: RankRow, by: RankBy): string[] => {
  const taken = `参与 ${showNumber(row.players)} / ${showNumber(row.workers)} 人`
  const others = (Object.keys(rankByLabels) as RankBy[])
    .filter((one) => one !== by && one !== 'players')
    .map((one) => `${rankByLabels[one]} ${showMain(row, one)}`)
  return [taken, ...others, `单位未核实 ${showShare(row.unverified)}`]
}

/** Why a row has no rank yet; undefined where it has one. */
export const whyNoRank = ({ rank, needed }: RankRow): string | undefined =>
  rank === null ? `满 ${needed} 人参与后排名` : undefined
