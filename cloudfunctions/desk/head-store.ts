import { collection, type Patch } from '../kit/collection'
import type { HeadDoc } from './documents'

export const heads = collection<HeadDoc>('heads')

/** The latest day begun, open or sealed. */
export const findLatestHead = async (): Promise<HeadDoc | null> =>
  (await heads.list({}, { sort: [['_id', 'desc']], limit: 1 }))[0] ?? null

export const openHead = (head: HeadDoc) => heads.insert(head)

/** Folds on from exactly where the day stood; false where another run was faster. */
export const advanceHead = async ({ _id, head, events }: HeadDoc, patch: Patch) =>
  (await heads.update({ _id, state: 'open', head, events }, patch)) > 0
