import { campaignMachine } from 'types/quiz-contest'
import { useCampaigns } from '../quiz-api'

/** Contests a booth may lead to. */
export const useCampaignOptions = (nodeId: string) => {
  const campaigns = useCampaigns(nodeId).data?.pages.flatMap(({ items }) => items) ?? []
  const usable = campaigns.filter(({ state }) => state !== 'closed')
  return [
    { value: '', label: '正在进行的活动' },
    ...usable.map(({ id, title, state }) => ({
      value: id,
      label: `${title}（${campaignMachine.states[state].label}）`,
    })),
  ]
}
