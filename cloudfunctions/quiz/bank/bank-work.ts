import type { OutboxItem } from '../../kit/aggregate'
import { findCampaign } from '../contest/campaign-store'
import { revisePools } from '../contest/revise-pools'
import { placeDispute } from './dispute-store'
import { flagOutdated, type Outdated } from './outdated'
import { carryOut, type Verdict } from './verdicts'

type Said = { dispute: string; campaignId: string; owners: string[] }
type Pools = { question?: string; nodeId: string }

const payloads = <T>(items: readonly OutboxItem[], kind: string) =>
  items.filter((item) => item.kind === kind).map(({ payload }) => payload as T)

const unique = (values: readonly string[]) => [...new Set(values)]

/** What the drainer does for the bank. All of it may come again after a crash. */
export const bankWork = async (items: readonly OutboxItem[], now: Date) => {
  for (const { dispute, campaignId, owners } of payloads<Said>(items, 'dispute')) {
    const campaign = await findCampaign(campaignId)
    if (campaign) await placeDispute(dispute, campaign.title, unique([...owners, ...campaign.under]))
  }
  for (const verdict of payloads<Verdict>(items, 'verdict')) await carryOut(verdict, now)
  for (const { id, kind, payload } of items) if (kind === 'outdated') await flagOutdated(payload as Outdated, id, now)
  const pools = payloads<Pools>(items, 'pools')
  if (pools.length === 0) return
  const questions = unique(pools.flatMap(({ question }) => question ?? []))
  await revisePools(questions, unique(pools.map(({ nodeId }) => nodeId)), now)
}
