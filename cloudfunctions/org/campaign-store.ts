import type { CampaignCore } from 'types/documents'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

const campaigns = collection<CampaignCore>('campaigns')

export const findCampaign = (id: string) => campaigns.find(id)

const mostShown = 5

/** The campaigns running at one of these nodes (a lineage, root first), the newest first; a handful. */
export const listRunningCampaigns = async (lineage: readonly string[]): Promise<CampaignCore[]> => {
  const [root] = lineage
  if (!root) return []
  const filter = { under: root, nodeId: command.in(lineage), state: 'open' }
  return campaigns.list(filter, { sort: [['opensAt', 'desc']], limit: mostShown })
}

/** The latest campaigns of a union and those below it; those that were dropped are not among them. */
export const listLatestCampaigns = async (nodeId: string): Promise<CampaignCore[]> => {
  const found = await campaigns.list({ under: nodeId }, { sort: [['opensAt', 'desc']], limit: mostShown })
  return found.filter(({ state }) => state !== 'dropped')
}
