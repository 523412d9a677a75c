import { eachAlone } from '../../kit/each-alone'
import { findPool } from '../contest/level-store'
import { closePaper, closePatch, lockedMarks } from './closing'
import { findOverdue, findPlayById, movePlay } from './play-store'

const expire = async (id: string, now: Date) => {
  const play = await findPlayById(id)
  if (!play?.paper || play.paper.dueAt >= now) return
  const pool = await findPool(play.campaignId, play.paper.level, play.paper.revision)
  if (!pool) return
  const closing = closePaper(play, play.paper, pool, lockedMarks(play.paper), 'clock', play.openid, now)
  await movePlay(play, closePatch(closing, now))
}

/** A minute later than the phone's clock and the way could ever need. */
const findLeft = (now: Date) => findOverdue(new Date(now.getTime() - 60_000))

/** How many papers nobody handed in. */
export const countOverdue = async (now: Date): Promise<number> => (await findLeft(now)).length

/** Closes papers nobody handed in, each for itself. */
export const expireOverdue = async (now: Date) => {
  await eachAlone(await findLeft(now), (id) => expire(id, now))
}
