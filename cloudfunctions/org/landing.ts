import { AppError } from 'types/app-error'
import type { CampaignCore } from 'types/documents'
import type { orgContract } from 'types/org-contract'
import { readCounters } from '../kit/counters'
import type { Handler } from '../kit/serve'
import { findBooth } from './booth-store'
import { findCampaign, findRunningCampaign } from './campaign-store'
import type { BoothDoc } from './documents'
import { findUnionRoot } from './node-store'

const toCampaign = async (campaign: CampaignCore | null) => {
  if (!campaign || campaign.state === 'dropped') return null
  const key = `campaign.${campaign._id}`
  const players = (await readCounters('quiz', [key])).get(key)?.players ?? 0
  const { _id, title, slogan, opensAt, closesAt, state, levels } = campaign
  return { id: _id, title, slogan, opensAt, closesAt, state, players, levels }
}

const atBooth = async (booth: BoothDoc | null) => {
  if (!booth) throw new AppError('NOT_FOUND', { message: '没有找到这个展台，请回到首页继续。' })
  const campaign = booth.campaignId ? await findCampaign(booth.campaignId) : await findRunningCampaign(booth.under)
  return {
    union: { id: booth.nodeId, name: booth.nodeName },
    booth: { id: booth._id, name: booth.name, place: booth.place, task: booth.task },
    enterprise: booth.enterprise,
    campaign: await toCampaign(campaign),
  }
}

const withoutBooth = async () => {
  const root = await findUnionRoot()
  if (!root) throw new AppError('NOT_FOUND', { message: '这里还没有启用，请工会的首位管理员先完成设置。' })
  const campaign = await toCampaign(await findRunningCampaign(root.under))
  return { union: { id: root._id, name: root.name }, booth: null, enterprise: null, campaign }
}

/** What a scanned code, or the home page without one, leads to: three trips. */
export const landing: Handler<typeof orgContract.landing> = async ({ booth }) =>
  booth === undefined ? withoutBooth() : atBooth(await findBooth(booth))
