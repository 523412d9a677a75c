import { timingSafeEqual } from 'node:crypto'
import { fingerprint } from '../../kit/sensitive'

type Marked = { _id: string; keyMark: string | null }

/** Mark of a retrieval key; the key itself is nowhere kept. */
export const markOf = (id: string, key: string) => fingerprint(`hazard/${id}/${key}`)

/** Whether the key is the one of this anonymous report, in constant time. */
export const fitsKey = ({ _id, keyMark }: Marked, key: string): boolean => {
  if (!keyMark) return false
  const [kept, given] = [Buffer.from(keyMark), Buffer.from(markOf(_id, key))]
  return kept.length === given.length && timingSafeEqual(kept, given)
}
