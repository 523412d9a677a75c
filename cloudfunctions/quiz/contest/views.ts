import type { CampaignRow } from 'types/quiz-contest'
import type * as z from 'types/zod'
import type { CampaignLine } from './campaign-store'

export const toCampaignRow = (campaign: CampaignLine): z.input<typeof CampaignRow> => {
  const { title, slogan, state, opensAt, closesAt, players, papers, passed, ruleSet, levels, version } = campaign
  const { attempts } = campaign.rules
  return {
    ...{ id: campaign._id, title, slogan, state, opensAt, closesAt, players, papers, passed },
    ...{ ruleSet, levels, attempts, version, short: campaign.short ?? [] },
  }
}
