import type { CampaignRow } from 'types/quiz-contest'
import type { z } from 'types/zod'
import type { CampaignDoc } from '../documents'

export const toCampaignRow = (campaign: CampaignDoc): z.input<typeof CampaignRow> => {
  const { title, state, opensAt, closesAt, players, papers, passed, ruleSet, version } = campaign
  return { id: campaign._id, title, state, opensAt, closesAt, players, papers, passed, ruleSet, version }
}
