import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { countGreater, playersNeeded, type RankBy } from 'types/unit-ranks'
import type { Handler } from '../../kit/serve'
import { findCampaign } from '../contest/campaign-store'
import { findPlay } from '../play/play-store'
import { rankPersons } from './person-ranking'
import type { BoardDoc, UnitRankDoc } from './rank-documents'
import { findBoard, findRow, findWithBoard, pageRows } from './rank-store'

const rankIn = (board: Partial<BoardDoc> | null, { kind, keys, shown }: UnitRankDoc, by: RankBy) => {
  if ((by === 'rate' || by === 'average') && !shown.enough) return null
  return countGreater(board?.[kind === 'region' ? 'region' : 'unit']?.[by] ?? [], keys[by]) + 1
}

const toRankRow = (board: Partial<BoardDoc> | null, by: RankBy) => (row: UnitRankDoc) => {
  const { shown, workers, unverified } = row
  return {
    ...{ rank: rankIn(board, row, by), id: row.unitId, name: row.name, region: row.regionName, workers },
    ...{ ...shown, needed: playersNeeded(workers), unverified: row.players > 0 ? unverified / row.players : 0 },
  }
}

type Asked = Parameters<Handler<typeof quizContract.ranking>>[0]

/** A page of units or regions, ranks read off the board: campaign, page, board. */
const rankUnits = async (of: 'units' | 'regions', { campaignId, by: asked, page, size }: Asked) => {
  const campaign = await findCampaign(campaignId)
  if (!campaign || campaign.state === 'draft') throw new AppError('NOT_FOUND')
  const { units, onlyScorers } = campaign.rules.ranking
  const by = asked ?? units
  const kind = of === 'units' ? 'unit' : 'region'
  const [{ items, more }, board] = await Promise.all([
    pageRows(campaignId, kind, by, page, size),
    findBoard(campaignId, [`${kind}.${by}`]),
  ])
  return { of, by, onlyScorers, items: items.map(toRankRow(board, by)), more }
}

export const ranking: Handler<typeof quizContract.ranking> = (input, { caller }) =>
  input.of === 'persons'
    ? rankPersons(input.campaignId, caller.openid, input.page, input.size)
    : rankUnits(input.of, input)

/** The caller's unit and its region: play, row with the board, the region's row. */
export const myUnitRank: Handler<typeof quizContract.myUnitRank> = async ({ campaignId, by }, { caller }) => {
  const play = await findPlay(campaignId, caller.openid)
  if (!play?.unit) return { unit: null, region: null, verified: false }
  const { row, board } = await findWithBoard(campaignId, play.unit.id)
  const region = row?.region ? await findRow(campaignId, row.region) : null
  const toRow = toRankRow(board, by)
  return { unit: row && toRow(row), region: region && toRow(region), verified: play.unit.verified }
}
