import type { OutboxItem } from '../kit/aggregate'
import { readCounters } from '../kit/counters'
import { putUnitRank, setTotals } from './contest/campaign-store'
import type { PaperDoc, Unit } from './documents'
import { findUnit } from './person-store'
import { archivePapers } from './play/play-store'
import { settle, type Settlement } from './bank/question-store'

type Totals = { campaignId: string; unit: Unit | null }

/** A unit of four with one zealous player must not win: fewer than ten workers count as ten. */
const smallest = 10

const rankUnit = async (campaignId: string, unit: Unit, counted: Record<string, number>) => {
  const workers = (await findUnit(unit.id))?.workers ?? 0
  const { players = 0, points = 0 } = counted
  const strength = points / Math.max(workers, smallest)
  await putUnitRank({
    _id: `${campaignId}.${unit.id}`,
    campaignId,
    unitId: unit.id,
    name: unit.name,
    workers,
    players,
    points,
    strength,
  })
}

const refresh = async (all: readonly Totals[]) => {
  const campaigns = [...new Set(all.map(({ campaignId }) => campaignId))]
  const units = new Map(
    all.flatMap(({ campaignId, unit }) => (unit ? [[`unit.${campaignId}.${unit.id}`, { campaignId, unit }]] : [])),
  )
  const counted = await readCounters('quiz', [...campaigns.map((id) => `campaign.${id}`), ...units.keys()])
  for (const id of campaigns) {
    const { players = 0, papers = 0, passed = 0 } = counted.get(`campaign.${id}`) ?? {}
    await setTotals(id, { players, papers, passed })
  }
  for (const [key, { campaignId, unit }] of units) await rankUnit(campaignId, unit, counted.get(key) ?? {})
}

/**
 * What the quiz's drainer does itself: lays closed papers to rest and copies the counters onto the rows screens read.
 * Copies, not sums: the same items may come again after a crash.
 */
export const localWork = async (items: readonly OutboxItem[]) => {
  await archivePapers(items.filter((item) => item.kind === 'paper').map((item) => item.payload as PaperDoc))
  for (const item of items) if (item.kind === 'question') await settle(item.payload as Settlement)
  const totals = items.filter((item) => item.kind === 'totals').map((item) => item.payload as Totals)
  if (totals.length > 0) await refresh(totals)
}
