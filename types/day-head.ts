import { sha256Hex } from './sha256'

/** What one day's head covers: every event of the audit trail that happened on it, by time and then by id. */
export type SealedEvent = { _id: string; hash: string }

/** The head before the first day. */
export const firstHead = '0'.repeat(64)

/** Where a day's head begins: at the head of the day before. */
export const openDay = (previous: string, day: string): string => sha256Hex(`${previous}\n${day}`)

/** One event more. Folding lets a day be sealed in pages, and anybody seal it again to compare. */
export const foldEvent = (head: string, { _id, hash }: SealedEvent): string => sha256Hex(`${head}\n${_id} ${hash}`)

/** The order in which a day's events are folded. */
export const byTimeAndId = (left: { at: Date; _id: string }, right: { at: Date; _id: string }): number =>
  left.at.getTime() - right.at.getTime() || (left._id < right._id ? -1 : left._id > right._id ? 1 : 0)
