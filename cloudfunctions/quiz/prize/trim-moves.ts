import { apart } from './apart'
import { standingClaims } from './claim-store'
import { findMoves, findUntrimmed, forgetMoves } from './prize-store'

/** Longer than any drainer lives: a move older than this is not carried out a second time by one that hung. */
const memoryMs = 600_000
const atOnce = 500

/** What nobody can do a second time any more is forgotten: claims that stand, pieces that are back. */
export const trimMoves = async (prizeId: string, now: Date) => {
  const old = (await findMoves(prizeId))
    .filter(({ kind, at }) => kind !== 'draw' && now.getTime() - at.getTime() > memoryMs)
    .slice(0, atOnce)
  if (old.length === 0) return
  const claims = new Map(
    (await standingClaims(old.map(({ id }) => id.split('.')[0] ?? ''))).map((one) => [one._id, one]),
  )
  const done = old.filter(({ id, kind }) => {
    const claim = claims.get(id.split('.')[0] ?? '')
    return kind === 'back' ? claim?.returned === true : claim !== undefined
  })
  if (done.length === 0) return
  await forgetMoves(
    prizeId,
    done.map(({ id }) => id),
  )
}

/** The same by the clock: a prize that is sold out is asked for no more, and still must forget. */
export const trimPrizes = async (now: Date) => {
  for (const prizeId of await findUntrimmed(new Date(now.getTime() - memoryMs)))
    await apart(`quiz.trim ${prizeId}`, () => trimMoves(prizeId, now))
}
