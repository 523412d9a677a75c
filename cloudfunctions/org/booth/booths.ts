import { AppError } from 'types/app-error'
import type { boothEntries } from 'types/org-booth'
import { boothKey } from 'types/visit-source'
import { born, type Acting } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { createBooth as insertBooth, findBooth, pageBooths } from './booth-store'
import { findCampaign } from '../campaign-store'
import type { BoothDoc, NodeDoc } from '../documents'
import { findEnterprise } from '../enterprise-store'
import { toBoothView } from '../views'

type Entries = typeof boothEntries

export const booths: Handler<Entries['booths'], NodeDoc> = async ({ batchId, page, size }, { subject: node }) => {
  const { items, more } = await pageBooths(node._id, { batchId }, page, size)
  const counted = await readCounters(
    'org',
    items.map(({ _id }) => boothKey(_id)),
  )
  return { items: items.map((booth) => toBoothView(booth, counted.get(boothKey(booth._id)))), more }
}

export const booth: Handler<Entries['booth'], BoothDoc> = async (_input, { subject }) => {
  const key = boothKey(subject._id)
  return toBoothView(subject, (await readCounters('org', [key])).get(key))
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
export const checkCampaign = async (node: NodeDoc, id: string | undefined) => {
  if (id === undefined) return
  const campaign = await findCampaign(id)
  const related =
    campaign &&
    campaign.state !== 'dropped' &&
    (node.under.includes(campaign.nodeId) || campaign.under.includes(node._id))
  if (!related) throw refuse('campaignId', '没有找到这个活动，请重新选择')
}

/** Where booths may stand, and until when. @throws AppError INVALID_INPUT */
export const endOf = (node: NodeDoc, closesAt: string | undefined, now: Date): Date | null => {
  if (node.authority !== 'union') throw refuse('nodeId', '展台只能设在工会名下')
  const end = closesAt === undefined ? null : new Date(closesAt)
  if (end && end <= now) throw refuse('closesAt', '结束时间要晚于现在')
  return end
}

type Wanted = Pick<BoothDoc, '_id' | 'name' | 'place' | 'enterprise' | 'campaignId' | 'task' | 'closesAt' | 'batch'>

/** A new booth of the node. */
export const bornBooth = (node: NodeDoc, wanted: Wanted, by: Acting, at: Date): BoothDoc => ({
  ...born(by, { _id: wanted._id, state: 'open', under: node.under, subject: `展台「${wanted.name}」`, at }),
  ...{ nodeId: node._id, nodeName: node.name, code: null, leads: null },
  ...wanted,
})

const facts = ['nodeId', 'name', 'place', 'enterprise', 'campaignId', 'task', 'closesAt'] as const

export const createBooth: Handler<Entries['createBooth'], NodeDoc> = async (
  { _id, name, place, enterpriseId, campaignId, task, closesAt },
  { subject: node, acting, now },
) => {
  const end = endOf(node, closesAt, now)
  await checkCampaign(node, campaignId)
  const enterprise = await enterpriseAt(node, enterpriseId)
  const wanted = { _id, name, place, enterprise, campaignId: campaignId ?? null, task, closesAt: end, batch: null }
  const made = bornBooth(node, wanted, acting('officer'), now)
  if (await insertBooth(made)) return toBoothView(made)
  const before = await findBooth(_id)
  if (!before || !isSameAuthor(before, made) || !isSame(before, made, facts)) throw new AppError('ALREADY_EXISTS')
  return toBoothView(before)
}
