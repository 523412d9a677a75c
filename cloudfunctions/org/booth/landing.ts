import { AppError } from 'types/app-error'
import type { CampaignCore } from 'types/documents'
import type { orgContract } from 'types/org-contract'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import { findBooth } from './booth-store'
import { findCampaign, listRunningCampaigns } from '../campaign-store'
import type { BoothDoc } from '../documents'
import { findUnionRoot } from '../node-store'

const keyOf = ({ _id }: CampaignCore) => `campaign.${_id}`

type Counted = ReadonlyMap<string, Record<string, number>>

/** The first, and what else may be chosen. */
const toCampaigns = (found: readonly CampaignCore[], counted: Counted) => {
  const [campaign = null, ...others] = found.flatMap((one) => {
    const { _id, title, slogan, opensAt, closesAt, state, levels } = one
    const players = counted.get(keyOf(one))?.players ?? one.players
    return state === 'dropped' ? [] : [{ id: _id, title, slogan, opensAt, closesAt, state, players, levels }]
  })
  return { campaign, others }
}

const running = async (found: readonly CampaignCore[]) =>
  toCampaigns(found, await readCounters('quiz', found.map(keyOf)))

/** The booth's own first; two trips in any case, so one that runs elsewhere or no more has the count last noted on it. */
const ofBooth = async ({ campaignId, under }: BoothDoc) => {
  const found = await listRunningCampaigns(under)
  const isOwn = ({ _id }: CampaignCore) => _id === campaignId
  const own = found.find(isOwn)
  if (own) return running([own, ...found.filter((one) => !isOwn(one))])
  if (!campaignId) return running(found)
  const elsewhere = await findCampaign(campaignId)
  return toCampaigns([...(elsewhere ? [elsewhere] : []), ...found], new Map())
}

const atBooth = async (booth: BoothDoc | null) => {
  if (!booth) throw new AppError('NOT_FOUND', { message: '没有找到这个展台，请回到首页继续。' })
  return {
    union: { id: booth.nodeId, name: booth.nodeName },
    booth: { id: booth._id, name: booth.name, place: booth.place, task: booth.task },
    enterprise: booth.enterprise,
    ...(await ofBooth(booth)),
  }
}

const withoutBooth = async () => {
  const root = await findUnionRoot()
  if (!root) throw new AppError('NOT_FOUND', { message: '这里还没有启用，请工会的首位管理员先完成设置。' })
  const found = await running(await listRunningCampaigns(root.under))
  return { union: { id: root._id, name: root.name }, booth: null, enterprise: null, ...found }
}

/** What a scanned code, or the home page without one, leads to: three trips. */
export const landing: Handler<typeof orgContract.landing> = async ({ booth }) =>
  booth === undefined ? withoutBooth() : atBooth(await findBooth(booth))
