import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { CampaignDoc } from '../documents'

export const campaigns = collection<CampaignDoc>('campaigns')

export const findCampaign = (id: string) => campaigns.find(id)
export const findCampaigns = (ids: readonly string[]) => campaigns.list({ _id: command.in(ids) })
export const createCampaign = (campaign: CampaignDoc) => campaigns.insert(campaign)
export const pageCampaigns = (nodeId: string, page: number, size: number) =>
  campaigns.page({ under: nodeId }, { sort: [['opensAt', 'desc']], page, size })
/** Running contests these unions hold themselves. */
export const listRunningOf = async (nodeIds: readonly string[]): Promise<CampaignDoc[]> =>
  nodeIds.length === 0 ? [] : campaigns.list({ nodeId: command.in(nodeIds), state: 'open' }, { limit: 20 })
export const findDueCampaigns = (now: Date) =>
  campaigns.list({ state: 'open', closesAt: command.lte(now) }, { limit: 50 })
/** Drafts whose first day has come, and whose last has not gone. */
export const findDraftsDue = (now: Date) =>
  campaigns.list({ state: 'draft', opensAt: command.lte(now), closesAt: command.gt(now) }, { limit: 50 })
export const setTotals = (id: string, totals: { players: number; papers: number; passed: number }) =>
  campaigns.update({ _id: id }, totals)
