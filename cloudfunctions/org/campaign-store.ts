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
