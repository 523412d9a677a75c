import { AppError } from 'types/app-error'
import type { orgContract } from 'types/org-contract'
import { boothMachine } from 'types/org-office'
import { born, move } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { booths as allBooths, createBooth as insertBooth, findBooth, pageBooths } from './booth-store'
import { findCampaign } from '../campaign-store'
import type { BoothDoc, NodeDoc } from '../documents'
import { findEnterprise } from '../enterprise-store'
import { toBoothView } from '../views'

const boothKey = (id: string) => `booth.${id}`

export const booths: Handler<typeof orgContract.booths, NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageBooths(node._id, page, size)
  const counted = await readCounters(
    'org',
    items.map(({ _id }) => boothKey(_id)),
  )
  return { items: items.map((booth) => toBoothView(booth, counted.get(boothKey(booth._id)))), more }
}

const refuse = (field: string, sentence: string) => new AppError('INVALID_INPUT', { fields: { [field]: sentence } })

const enterpriseAt = async (node: NodeDoc, id: string | undefined): Promise<BoothDoc['enterprise']> => {
  if (id === undefined) return null
  const enterprise = await findEnterprise(id)
  if (!enterprise?.under.includes(node._id)) throw refuse('enterpriseId', '没有在这个工会范围内找到这家企业')
  if (enterprise.state === 'closed') throw refuse('enterpriseId', '这家企业已关停，请先恢复在册')
  return { id, name: enterprise.name }
}

/** A booth may show its own union's campaign, a superior's or one further down. */
const checkCampaign = async (node: NodeDoc, id: string | undefined) => {
  if (id === undefined) return
  const campaign = await findCampaign(id)
  const related =
    campaign &&
    campaign.state !== 'dropped' &&
    (node.under.includes(campaign.nodeId) || campaign.under.includes(node._id))
  if (!related) throw refuse('campaignId', '没有找到这个活动，请重新选择')
}

const facts = ['nodeId', 'name', 'place', 'enterprise', 'campaignId', 'task', 'closesAt'] as const

export const createBooth: Handler<typeof orgContract.createBooth, NodeDoc> = async (
  { _id, nodeId, name, place, enterpriseId, campaignId, task, closesAt },
  { subject: node, acting, now },
) => {
  if (node.authority !== 'union') throw refuse('nodeId', '展台只能设在工会名下')
  const end = closesAt === undefined ? null : new Date(closesAt)
  if (end && end <= now) throw refuse('closesAt', '结束时间要晚于现在')
  await checkCampaign(node, campaignId)
  const enterprise = await enterpriseAt(node, enterpriseId)
  const birth = { _id, state: 'open' as const, under: node.under, subject: `展台「${name}」`, at: now }
  const booth: BoothDoc = {
    ...born(acting('officer'), birth),
    ...{ nodeId, nodeName: node.name, name, place, enterprise, campaignId: campaignId ?? null, task },
    ...{ closesAt: end, code: null },
  }
  if (await insertBooth(booth)) return toBoothView(booth)
  const before = await findBooth(_id)
  if (!before || !isSameAuthor(before, booth) || !isSame(before, booth, facts)) throw new AppError('ALREADY_EXISTS')
  return toBoothView(before)
}

/** Ends a booth before its day: its code still leads somewhere, and counts no more. */
export const closeBooth: Handler<typeof orgContract.closeBooth, BoothDoc> = async (
  _input,
  { subject: booth, acting, now },
) => {
  if (booth.state === 'open')
    await move(allBooths, boothMachine, booth, acting('officer'), 'close', booth.version, { at: now })
  return { id: booth._id, open: false }
}
