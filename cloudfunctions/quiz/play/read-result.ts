import { mayRevive } from 'types/quiz-engine'
import { findPool } from '../contest/level-store'
import type { ClosedPaper, PlayDoc, PoolDoc } from '../documents'
import { findClosed } from './play-store'
import { toResult } from './views'

/** Seconds after hand-in from which reading the article gives a paper back, or null where it does not. */
export const reviveAfter = (play: PlayDoc | null, { rules }: PoolDoc, closed: ClosedPaper, now: Date): number | null =>
  play?.last?.id === closed.id && closed.rights.includes(false) && mayRevive(rules, play, closed, now)
    ? rules.wrong.readSeconds
    : null

export const resultOf = (play: PlayDoc | null, pool: PoolDoc, closed: ClosedPaper, now: Date) =>
  toResult(pool, closed, reviveAfter(play, pool, closed, now))

/** A closed paper of this person with the words of the pool it was laid from; null where there is none. */
export const readResult = async (
  play: PlayDoc | null,
  { id, campaignId }: { id: string; campaignId: string },
  openid: string,
  now: Date,
) => {
  const closed = await findClosed(play, id, campaignId, openid)
  const pool = closed && (await findPool(campaignId, closed.level, closed.revision))
  return pool && resultOf(play, pool, closed, now)
}
