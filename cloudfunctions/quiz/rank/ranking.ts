import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import type { UnitRankDoc } from '../documents'
import { findPlay } from '../play/play-store'
import { findUnitRank, listStronger, pageUnitRanks } from './rank-store'

const toRankRow = (row: UnitRankDoc, rank: number) => {
  const { unitId: id, name, players, workers, points, rate, average } = row
  return { rank, id, name, players, workers, rate, average: Math.round(average * 10) / 10, points }
}

/** Units by points per registered worker; the participation rate and the average stand beside it. */
export const ranking: Handler<typeof quizContract.ranking> = async ({ campaignId, page, size }, { caller }) => {
  const [{ items, more }, play] = await Promise.all([
    pageUnitRanks(campaignId, page, size),
    findPlay(campaignId, caller.openid),
  ])
  const rows = items.map((row, index) => toRankRow(row, (page - 1) * size + index + 1))
  const onPage = rows.find(({ id }) => id === play?.unit?.id)
  return { items: rows, more, mine: onPage ?? (await rankOf(campaignId, play?.unit?.id)) }
}

const rankOf = async (campaignId: string, unitId: string | undefined) => {
  const row = unitId ? await findUnitRank(campaignId, unitId) : null
  if (!row) return null
  return toRankRow(row, (await listStronger(campaignId, row.strength)).length + 1)
}
