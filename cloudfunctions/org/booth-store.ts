import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { BoothDoc } from './documents'

export const booths = collection<BoothDoc>('booths')

export const findBooth = (id: string) => booths.find(id)
export const createBooth = (booth: BoothDoc) => booths.insert(booth)
export const pageBooths = (nodeId: string, page: number, size: number) =>
  booths.page({ under: nodeId }, { sort: [['createdAt', 'desc']], page, size })
export const keepCode = (id: string, code: NonNullable<BoothDoc['code']>) => booths.update({ _id: id }, { code })
export const findOverdueBooths = (now: Date) =>
  booths.list({ state: 'open', closesAt: command.lte(now) }, { sort: [['closesAt', 'asc']], limit: 50 })
