import { campaignMachine, type CampaignAct } from 'types/quiz-contest'
import { move, type Acting, type OutboxItem } from '../../kit/aggregate'
import { apart } from '../apart'
import { campaigns, findAnyCampaign, findCampaign, findDraftsDue, findDueCampaigns } from './campaign-store'
import { followCampaign } from './level-store'

const verbs = { open: '到时开始闯关活动', close: '到期结束闯关活动' } as const
type Due = keyof typeof verbs & CampaignAct

const clock = (act: Due): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb: verbs[act] })

const moveDue = async (id: string, act: Due, now: Date) => {
  const campaign = await findCampaign(id)
  if (!campaign) return
  const push = [{ to: 'local', kind: 'level-state', payload: { campaignId: campaign._id } }]
  await move(campaigns, campaignMachine, campaign, clock(act), act, campaign.version, { at: now, push })
}

/** How many are to begin or to end. */
export const countDueCampaigns = async (now: Date): Promise<number> =>
  (await Promise.all([findDraftsDue(now), findDueCampaigns(now)])).flat().length

/** Begins what is to begin and ends what is over, each contest apart. A draft whose days have passed stays one. */
export const moveDueCampaigns = async (now: Date) => {
  const due = { open: await findDraftsDue(now), close: await findDueCampaigns(now) }
  for (const act of ['open', 'close'] as const)
    for (const id of due[act]) await apart(`tick.${act}`, () => moveDue(id, act, now))
}

/** Levels carry state, days and rules of their campaign: copied again wherever it has moved. */
export const followCampaigns = async (items: readonly OutboxItem[]) => {
  for (const item of items.filter(({ kind }) => kind === 'level-state')) {
    const { campaignId } = item.payload as { campaignId: string }
    const campaign = await findAnyCampaign(campaignId)
    if (campaign) await followCampaign(campaign)
  }
}
