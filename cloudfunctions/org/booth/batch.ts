import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import { deriveId } from 'types/ids'
import type { boothEntries } from 'types/org-booth'
import { repeatedNames } from 'types/booth-places'
import { sha256Hex } from 'types/sha256'
import { born, type Acting } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { createBatch, createBooths as insertBooths, findBatch, pageBatches } from './booth-store'
import { bornBooth, checkCampaign, endOf } from './booths'
import type { BatchDoc, BoothDoc, NodeDoc } from '../documents'
import { findEnterprises } from '../enterprise-store'

type Entries = typeof boothEntries
type Places = InputOf<Entries['createBooths']>['places']

const toView = ({ _id, title, nodeName, task, booths, by, createdAt }: BatchDoc) => ({
  ...{ id: _id, title, nodeName, task, booths, by, at: createdAt },
})

/** The enterprises of the rows; every row that cannot stand is named, and then nothing is made. */
const enterprisesOf = async (node: NodeDoc, places: Places): Promise<BoothDoc['enterprise'][]> => {
  const ids = [...new Set(places.flatMap(({ enterpriseId }) => enterpriseId ?? []))]
  const known = new Map((ids.length > 0 ? await findEnterprises(ids) : []).map((one) => [one._id, one]))
  const fields: Record<string, string> = {}
  const repeated = repeatedNames(places.map(({ name }) => name))
  const found = places.map(({ name, enterpriseId }, index) => {
    const enterprise = enterpriseId === undefined ? null : known.get(enterpriseId)
    const isThere = enterprise === null || enterprise?.under.includes(node._id)
    if (repeated.has(name)) fields[`places.${index}.name`] = '这一批里有两个展台同名，请区分开'
    else if (!isThere) fields[`places.${index}.enterpriseId`] = '没有在这个工会范围内找到这家企业'
    else if (enterprise?.state === 'closed') fields[`places.${index}.enterpriseId`] = '这家企业已关停，请先恢复在册'
    return enterprise ? { id: enterprise._id, name: enterprise.name } : null
  })
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields })
  return found
}

const same = ['nodeId', 'title', 'campaignId', 'task', 'booths', 'print'] as const
const otherWords = '这一批已经按先前提交的内容建好。请到展台列表核对，写错的停用，缺的另建。'

/** The batch as it stands; a retry of its own author meets it. */
const kept = async (batch: BatchDoc): Promise<BatchDoc> => {
  if (await createBatch(batch)) return batch
  const before = await findBatch(batch._id)
  if (!before || !isSameAuthor(before, batch) || !isSame(before, batch, same))
    throw new AppError('ALREADY_EXISTS', { message: otherWords })
  return before
}

const bornBatch = (input: InputOf<Entries['createBooths']>, node: NodeDoc, by: Acting, at: Date): BatchDoc => {
  const { _id, title, task, campaignId = null, places, closesAt = null } = input
  const birth = { _id, state: 'made' as const, under: node.under, subject: `一批展台「${title}」`, at }
  return {
    ...born(by, { ...birth, data: { booths: places.length } }),
    ...{ nodeId: node._id, nodeName: node.name, title, task, campaignId, booths: places.length, by: by.name },
    print: sha256Hex(JSON.stringify([closesAt, places.map((one) => [one.name, one.place, one.enterpriseId ?? null])])),
  }
}

/** 1 to 50 booths at once: the batch first, then its booths under ids that follow from it, so that a retry only adds. */
export const createBooths: Handler<Entries['createBooths'], NodeDoc> = async (
  input,
  { subject: node, acting, now },
) => {
  const { _id, title, places, campaignId, task } = input
  const closesAt = endOf(node, input.closesAt, now)
  await checkCampaign(node, campaignId)
  const enterprises = await enterprisesOf(node, places)
  const by = acting('officer')
  const batch = await kept(bornBatch(input, node, by, now))
  const shared = { campaignId: campaignId ?? null, task, closesAt, batch: { id: _id, title } }
  const made = places.map(({ name, place }, index) => {
    const own = { _id: deriveId('batch-booth', _id, name), name, place, enterprise: enterprises[index] ?? null }
    return bornBooth(node, { ...own, ...shared }, by, now)
  })
  await insertBooths(made)
  return toView(batch)
}

export const boothBatches: Handler<Entries['boothBatches'], NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageBatches(node._id, page, size)
  return { items: items.map(toView), more }
}
