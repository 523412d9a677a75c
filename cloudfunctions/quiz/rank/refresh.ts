import type { OutboxItem } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { findCampaigns, setTotals } from '../contest/campaign-store'
import type { CampaignLine } from '../contest/campaign-store'
import { isStale, takeCensus } from './census'
import type { BoardDoc, UnitRankDoc } from './rank-documents'
import { allRows, dropRows, findBoard, putBoard, putRow } from './rank-store'
import { findRegistered } from './register-store'
import { boardOf, regionRow, unitRow } from './unit-rows'

/** Items that move a row: a closed paper, another unit, the register. */
const moving = new Set(['paper', 'totals', 'census'])

/** Payload of a `totals` item: whose rows are to be copied from the counters. `census`: the register as well. */
type Totals = { campaignId: string; unit?: string | null }
type Counted = Map<string, Record<string, number>>

const unitKey = (campaignId: string, unitId: string) => `unit.${campaignId}.${unitId}`

const putUnits = async (
  campaign: CampaignLine,
  unitIds: readonly string[],
  regions: Map<string, string>,
  all: Counted,
) => {
  const registered = unitIds.length > 0 ? await findRegistered(unitIds) : []
  const rows = registered.map((one) => unitRow(campaign, regions, one, all.get(unitKey(campaign._id, one._id)) ?? {}))
  const gone = rows.filter(({ kind, below }) => kind === 'absent' && !below).map(({ _id }) => _id)
  if (gone.length > 0) await dropRows(gone)
  await Promise.all(rows.filter(({ _id }) => !gone.includes(_id)).map(putRow))
}

/** Regions are sums of their units' rows: what this costs grows with the units, not with the players. */
const putRegions = async (campaign: CampaignLine, before: readonly UnitRankDoc[], units: readonly UnitRankDoc[]) => {
  const after = before.map(({ unitId, name, workers }) =>
    regionRow(
      campaign,
      unitId,
      name,
      workers,
      units.filter(({ region }) => region === unitId),
    ),
  )
  const sums = (row: UnitRankDoc | undefined) =>
    row && [row.players, row.scorers, row.perfect, row.unverified, row.points].join()
  const changed = after.filter((row, at) => sums(row) !== sums(before[at]))
  await Promise.all(changed.map(putRow))
  return after
}

const followUnits = async (campaign: CampaignLine, unitIds: readonly string[], counted: Counted, now: Date) => {
  const board = (await findBoard(campaign._id)) as BoardDoc | null
  const before = await allRows(campaign._id, 'region')
  const names = new Map(before.map(({ unitId, name }) => [unitId, name]))
  await putUnits(campaign, unitIds, names, counted)
  if (!board || isStale(board.censusAt, now)) return takeCensus(campaign, now)
  const units = await allRows(campaign._id, 'unit')
  await putBoard(boardOf(campaign, units, await putRegions(campaign, before, units), board))
}

const copyTotals = (id: string, counted: Counted) => {
  const { players = 0, papers = 0, passed = 0 } = counted.get(`campaign.${id}`) ?? {}
  return setTotals(id, { players, papers, passed })
}

/** Copies the counters onto the rows screens read. Copies, not sums: the same items may come again after a crash. */
export const refresh = async (items: readonly OutboxItem[], now: Date) => {
  const all = items.filter(({ kind }) => moving.has(kind)).map(({ payload }) => payload as Totals)
  if (all.length === 0) return
  const unitsOf = new Map<string, Set<string>>()
  for (const { campaignId, unit } of all) {
    const units = unitsOf.get(campaignId) ?? new Set()
    unitsOf.set(campaignId, unit ? units.add(unit) : units)
  }
  const keys = [...unitsOf].flatMap(([id, units]) => [`campaign.${id}`, ...[...units].map((unit) => unitKey(id, unit))])
  const counted = await readCounters('quiz', keys)
  const censused = new Set(items.filter(({ kind }) => kind === 'census').map(({ payload }) => payload.campaignId))
  for (const campaign of await findCampaigns([...unitsOf.keys()])) {
    const units = [...(unitsOf.get(campaign._id) ?? [])]
    await copyTotals(campaign._id, counted)
    if (units.length > 0 || censused.has(campaign._id)) await followUnits(campaign, units, counted, now)
  }
}
