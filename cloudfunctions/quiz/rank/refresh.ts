import { readCounters } from '../../kit/counters'
import { setTotals } from '../contest/campaign-store'
import { findUnits } from '../person-store'
import { putUnitRank, rankId } from './rank-store'

/** Payload of a `totals` item: whose rows are to be copied from the counters. */
export type Totals = { campaignId: string; unit: string | null }

/** A unit of four with one zealous player must not win: fewer than ten workers count as ten. */
const smallest = 10

type Unit = { _id: string; name: string; workers: number }

const rankUnit = (campaignId: string, unit: Unit, counted: Record<string, number>) => {
  const { players = 0, points = 0, scorers = 0, unverified = 0 } = counted
  const { _id: unitId, name, workers } = unit
  return putUnitRank({
    ...{ _id: rankId(campaignId, unitId), campaignId, kind: 'unit', region: null, unitId, name, workers },
    ...{ players, scorers, unverified, points, strength: points / Math.max(workers, smallest) },
    ...{ rate: workers > 0 ? Math.min(1, players / workers) : 0, average: players > 0 ? points / players : 0 },
  })
}

/** Copies the counters onto the rows screens read. Copies, not sums: the same items may come again after a crash. */
export const refresh = async (all: readonly Totals[]) => {
  const campaigns = [...new Set(all.map(({ campaignId }) => campaignId))]
  const units = new Map(
    all.flatMap(({ campaignId, unit }) => (unit ? [[`unit.${campaignId}.${unit}`, { campaignId, unit }]] : [])),
  )
  const counted = await readCounters('quiz', [...campaigns.map((id) => `campaign.${id}`), ...units.keys()])
  for (const id of campaigns) {
    const { players = 0, papers = 0, passed = 0 } = counted.get(`campaign.${id}`) ?? {}
    await setTotals(id, { players, papers, passed })
  }
  const registered = await findUnits([...new Set([...units.values()].map(({ unit }) => unit))])
  for (const [key, { campaignId, unit }] of units) {
    const found = registered.find(({ _id }) => _id === unit)
    if (found) await rankUnit(campaignId, found, counted.get(key) ?? {})
  }
}
