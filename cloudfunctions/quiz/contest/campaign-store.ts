import { command } from '../../kit/cloud'
import { collection, type Filter } from '../../kit/collection'
import type { CampaignDoc } from '../documents'

export const campaigns = collection<CampaignDoc>('campaigns')

/** With the deleted ones, for what must still be known of them: a retry, what waits in an outbox. */
export const findAnyCampaign = (id: string) => campaigns.find(id)
export const findCampaign = async (id: string): Promise<CampaignDoc | null> => {
  const found = await findAnyCampaign(id)
  return found?.state === 'dropped' ? null : found
}

/** Without levels, events and what waits: a hundred whole contests are more than one answer of the platform holds. */
const rowFields = [
  ...['nodeId', 'under', 'title', 'slogan', 'state', 'opensAt', 'closesAt', 'players', 'papers', 'passed'],
  ...['rules', 'ruleSet', 'levels', 'prizeCap', 'short', 'version'],
] as const
export type CampaignLine = Omit<CampaignDoc, 'levelRules' | 'events' | 'outbox'>
export const findCampaigns = (ids: readonly string[]): Promise<CampaignLine[]> =>
  campaigns.list({ _id: command.in(ids) }, { fields: rowFields })
export const createCampaign = (campaign: CampaignDoc) => campaigns.insert(campaign)
export const pageCampaigns = (
  nodeId: string,
  page: number,
  size: number,
): Promise<{ items: CampaignLine[]; more: boolean }> =>
  campaigns.page(
    { under: nodeId, state: command.neq('dropped') },
    { sort: [['opensAt', 'desc']], page, size, fields: rowFields },
  )
/** Running contests these unions hold themselves. */
export const listRunningOf = async (nodeIds: readonly string[]): Promise<CampaignLine[]> =>
  nodeIds.length === 0
    ? []
    : campaigns.list({ nodeId: command.in(nodeIds), state: 'open' }, { limit: 20, fields: rowFields })

/** Ids alone, however large the contests are. */
const dueIds = async (filter: Filter): Promise<string[]> =>
  (await campaigns.list(filter, { limit: 50, fields: ['state'] })).map(({ _id }) => _id)
export const findDueCampaigns = (now: Date) => dueIds({ state: 'open', closesAt: command.lte(now) })
/** Drafts whose first day has come, and whose last has not gone. */
export const findDraftsDue = (now: Date) =>
  dueIds({ state: 'draft', opensAt: command.lte(now), closesAt: command.gt(now) })
export const setTotals = (id: string, totals: { players: number; papers: number; passed: number }) =>
  campaigns.update({ _id: id }, totals)
