import { collection } from '../kit/collection'
import type { ErasureDoc } from './documents'

export const erasures = collection<ErasureDoc>('erasures')

export const createErasure = (erasure: ErasureDoc) => erasures.insert(erasure)
export const findUnfinishedErasures = () =>
  erasures.list({ state: 'requested' }, { sort: [['createdAt', 'asc']], limit: 50 })
