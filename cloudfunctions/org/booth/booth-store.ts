import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { BatchDoc, BoothDoc } from '../documents'

export const booths = collection<BoothDoc>('booths')

export const findBooth = (id: string) => booths.find(id)
export const createBooth = (booth: BoothDoc) => booths.insert(booth)
/** Those that were there before stay as they are. */
export const createBooths = async (docs: readonly BoothDoc[]): Promise<void> => {
  if (await booths.insertAll(docs)) return
  await Promise.all(docs.map((doc) => booths.insert(doc)))
}

/** Which booths of a subtree: all of them, those of a batch, of a contest, or one by one. */
export type WhichBooths = { batchId?: string; campaignId?: string; ids?: readonly string[] }
const filterOf = (nodeId: string, { batchId, campaignId, ids }: WhichBooths) => ({
  under: nodeId,
  ...(batchId && { 'batch.id': batchId }),
  ...(campaignId && { campaignId }),
  ...(ids && { _id: command.in(ids) }),
})
export const pageBooths = (nodeId: string, which: WhichBooths, page: number, size: number) =>
  booths.page(filterOf(nodeId, which), { sort: [['createdAt', 'desc']], page, size })
/** Lost codes that lead to this booth. */
export const listLeading = (id: string) => booths.list({ 'leads.booth.id': id }, { limit: 200 })
export const keepCode = (id: string, code: NonNullable<BoothDoc['code']>) => booths.update({ _id: id }, { code })
export const batches = collection<BatchDoc>('booth_batches')
export const findBatch = (id: string) => batches.find(id)
export const createBatch = (batch: BatchDoc) => batches.insert(batch)
export const pageBatches = (nodeId: string, page: number, size: number) =>
  batches.page({ under: nodeId }, { sort: [['createdAt', 'desc']], page, size })
export const findOverdueBooths = (now: Date) =>
  booths.list({ state: 'open', closesAt: command.lte(now) }, { sort: [['closesAt', 'asc']], limit: 50 })

/** Where these booths stand, at most 1000 of them a trip. */
export const listBooths = async (ids: readonly string[]): Promise<BoothDoc[]> => {
  const found: BoothDoc[] = []
  for (let at = 0; at < ids.length; at += 1000)
    found.push(...(await booths.list({ _id: command.in(ids.slice(at, at + 1000)) }, { fields: ['under'] })))
  return found
}
