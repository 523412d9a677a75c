import type { CampaignCore } from 'types/documents'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

const campaigns = collection<CampaignCore>('campaigns')

export const findCampaign = (id: string) => campaigns.find(id)

/** The newest campaign running at one of these nodes (a lineage, root first). */
export const findRunningCampaign = async (lineage: readonly string[]): Promise<CampaignCore | null> => {
  const [root] = lineage
  if (!root) return null
  const filter = { under: root, nodeId: command.in(lineage), state: 'open' }
  return (await campaigns.list(filter, { sort: [['opensAt', 'desc']], limit: 1 }))[0] ?? null
}
