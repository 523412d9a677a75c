import { timingSafeEqual } from 'node:crypto'
import { fingerprint } from '../../kit/sensitive'
import type { HazardDoc } from '../hazard'

type Marked = { _id: string; keyMark: string | null }

/** Mark of a retrieval key; the key itself is nowhere kept. */
export const markOf = (id: string, key: string) => fingerprint(`hazard/${id}/${key}`)

/** Whether the key is the one of this anonymous report, in constant time. */
export const fitsKey = ({ _id, keyMark }: Marked, key: string): boolean => {
  if (!keyMark) return false
  const [kept, given] = [Buffer.from(keyMark), Buffer.from(markOf(_id, key))]
  return kept.length === given.length && timingSafeEqual(kept, given)
}

/** Whether who asks, by his openid or by a key, is one of those who reported this hazard, first or later. */
export const isReporter = (doc: HazardDoc, openid: string, key = ''): boolean =>
  [doc, ...doc.joiners].some((one) => (one.owner !== null && one.owner === openid) || fitsKey(one, key))
