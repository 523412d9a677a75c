import { collection, type Patch } from '../kit/collection'
import type { SweepDoc } from './documents'

const sweeps = collection<SweepDoc>('sweeps')

export const findSweep = (day: string) => sweeps.find(day)
export const openSweep = (sweep: SweepDoc) => sweeps.insert(sweep)
export const noteSweep = (day: string, patch: Patch) => sweeps.update({ _id: day }, patch)
