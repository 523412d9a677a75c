import { AppError } from 'types/app-error'
import type { CampaignCore } from 'types/documents'
import type { orgContract } from 'types/org-contract'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import { findBooth } from './booth-store'
import { findCampaign, listRunningCampaigns } from '../campaign-store'
import type { BoothDoc } from '../documents'
import { findNode, findUnionRoot } from '../node-store'
import { findByPersonId } from '../person-store'

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

const noted = (found: readonly CampaignCore[]) => toCampaigns(found, new Map())

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
  return noted([...(elsewhere ? [elsewhere] : []), ...found])
}

type Lying = { id: string; name: string }

/** What a union shows who comes without a booth of his own; the counts last noted where `counted` would be a trip too many. */
const atUnion = async (union: Lying, under: readonly string[], { counted, task = 'home' }: AtUnion) => {
  const found = await listRunningCampaigns(under)
  const campaigns = counted ? await running(found) : noted(found)
  return { union, booth: null, task, enterprise: null, ...campaigns }
}
type AtUnion = { counted: boolean; task?: BoothDoc['task'] }

const atBooth = async (booth: BoothDoc, campaigns: ReturnType<typeof toCampaigns>) => ({
  union: { id: booth.nodeId, name: booth.nodeName },
  booth: { id: booth._id, name: booth.name, place: booth.place, task: booth.task },
  task: booth.task,
  enterprise: booth.enterprise,
  ...campaigns,
})

const unionOf = ({ nodeId, nodeName }: BoothDoc): Lying => ({ id: nodeId, name: nodeName })

/** A lost code: one step further, and never a second one, so that no ring of codes can hold anybody. */
const redirected = async (lost: BoothDoc) => {
  const { booth: to, task } = lost.leads ?? { booth: null, task: null }
  const target = to && (await findBooth(to.id))
  if (target?.state !== 'open') return atUnion(unionOf(lost), lost.under, { counted: !to, task: task ?? 'home' })
  const found = await listRunningCampaigns(target.under)
  const own = found.find(({ _id }) => _id === target.campaignId)
  return atBooth(target, noted(own ? [own, ...found.filter((one) => one !== own)] : found))
}

const byCode = async (id: string) => {
  const booth = await findBooth(id)
  if (!booth) throw new AppError('NOT_FOUND', { message: '没有找到这个展台，请回到首页继续。' })
  if (booth.state === 'redirected') return redirected(booth)
  if (booth.state === 'closed') return atUnion(unionOf(booth), booth.under, { counted: true })
  return atBooth(booth, await ofBooth(booth))
}

const root = async (counted: boolean) => {
  const found = await findUnionRoot()
  if (!found) throw new AppError('NOT_FOUND', { message: '这里还没有启用，请工会的首位管理员先完成设置。' })
  return atUnion({ id: found._id, name: found.name }, found.under, { counted })
}

/** The union of who showed his own code: where he is an officer, else where he is a volunteer. */
const byPerson = async (personId: string) => {
  const person = await findByPersonId(personId)
  const grant = person?.grants.find(({ role }) => role === 'officer')
  if (grant) return atUnion({ id: grant.nodeId, name: grant.nodeName }, grant.under, { counted: true })
  const union = await findNode(person?.volunteerUnder.at(-1) ?? '')
  return union ? atUnion({ id: union._id, name: union.name }, union.under, { counted: false }) : root(false)
}

/**
 * What a scanned code, or the home page without one, leads to: three trips. The code of a closed booth leads to its
 * union, a lost one to what an officer put in its place.
 */
export const landing: Handler<typeof orgContract.landing> = async ({ booth, by }) => {
  if (booth !== undefined) return byCode(booth)
  return by === undefined ? root(true) : byPerson(by)
}
