import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { BoothDoc } from '../documents'

export const booths = collection<BoothDoc>('booths')

export const findBooth = (id: string) => booths.find(id)
export const createBooth = (booth: BoothDoc) => booths.insert(booth)
export const pageBooths = (nodeId: string, page: number, size: number) =>
  booths.page({ under: nodeId }, { sort: [['createdAt', 'desc']], page, size })
export const keepCode = (id: string, code: NonNullable<BoothDoc['code']>) => booths.update({ _id: id }, { code })
export const findOverdueBooths = (now: Date) =>
  booths.list({ state: 'open', closesAt: command.lte(now) }, { sort: [['closesAt', 'asc']], limit: 50 })

/** Where these booths stand, at most 1000 of them a trip. */
export const listBooths = async (ids: readonly string[]): Promise<BoothDoc[]> => {
  const found: BoothDoc[] = []
  for (let at = 0; at < ids.length; at += 1000)
    found.push(...(await booths.list({ _id: command.in(ids.slice(at, at + 1000)) }, { fields: ['under'] })))
  return found
}
