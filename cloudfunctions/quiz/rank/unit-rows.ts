import { noFigures, rankBys, unitStanding, type RankBy, type UnitFigures } from 'types/unit-ranks'
import type { CampaignLine } from '../contest/campaign-store'
import type { CampaignDoc } from '../documents'
import type { BoardDoc, UnitRankDoc } from './rank-documents'
import { boardId, rankId } from './rank-store'
import type { Registered } from './register-store'

type Counted = Partial<Record<keyof UnitFigures, number>>

/** The union right below the campaign's own that an enterprise lies under. */
const regionOf = ({ under }: Pick<CampaignDoc, 'under'>, registered: Registered): string | null =>
  registered.under[under.length - 1] === under.at(-1) ? (registered.under[under.length] ?? null) : null

/** A unit's row, worked out from the register and the counters: the same again whoever asks. */
export const unitRow = (
  campaign: CampaignLine,
  regions: ReadonlyMap<string, string>,
  registered: Registered,
  counted: Counted,
): UnitRankDoc => {
  const { _id: unitId, name, workers } = registered
  const { players, scorers, perfect, unverified, points } = { ...noFigures, ...counted }
  const figures = { workers, players, scorers, perfect, unverified, points }
  const region = regionOf(campaign, registered)
  const known = region !== null && regions.has(region)
  return {
    ...{ _id: rankId(campaign._id, unitId), campaignId: campaign._id, kind: players > 0 ? 'unit' : 'absent' },
    ...{ unitId, name, region: known ? region : null, regionName: known ? (regions.get(region) ?? null) : null },
    ...{ ...figures, ...unitStanding(figures, campaign.rules.ranking) },
    below: registered.under.includes(campaign.nodeId),
  }
}

const plus = (sum: UnitFigures, row: UnitFigures): UnitFigures => ({
  workers: sum.workers,
  players: sum.players + row.players,
  scorers: sum.scorers + row.scorers,
  perfect: sum.perfect + row.perfect,
  unverified: sum.unverified + row.unverified,
  points: sum.points + row.points,
})

/** A region's row: the sum of its units, over the workers of all that are registered there. */
export const regionRow = (campaign: CampaignLine, id: string, name: string, workers: number, units: UnitRankDoc[]) => {
  const figures = units.reduce(plus, { ...noFigures, workers })
  return {
    ...{ _id: rankId(campaign._id, id), campaignId: campaign._id, kind: 'region', unitId: id, name },
    ...{ region: null, regionName: null, below: true, ...figures },
    ...unitStanding(figures, campaign.rules.ranking),
  } satisfies UnitRankDoc
}

/** Keys of rows in falling order, by each figure. */
const fallingKeys = (rows: readonly UnitRankDoc[]): BoardDoc['unit'] => {
  const falling = (by: RankBy) => rows.map(({ keys }) => keys[by]).sort((a, b) => b - a)
  return Object.fromEntries(rankBys.map((by) => [by, falling(by)])) as BoardDoc['unit']
}

type Register = Pick<BoardDoc, 'registered' | 'workers' | 'censusAt'>
/** The board over these rows. */
export const boardOf = (
  { _id: campaignId }: Pick<CampaignDoc, '_id'>,
  units: readonly UnitRankDoc[],
  regions: readonly UnitRankDoc[],
  register: Register,
): BoardDoc => ({
  ...{ _id: boardId(campaignId), campaignId, kind: 'board', ...register },
  ...{ unit: fallingKeys(units), region: fallingKeys(regions), units: units.length },
  absent: register.registered - units.filter(({ below }) => below).length,
})
