import type { OutboxItem } from '../../kit/aggregate'
import { createClaim, noteReturned, standingClaims } from './claim-store'
import type { Asking, PieceMove, PrizeDoc } from './documents'
import { newClaim } from './new-claim'
import { findAsker, findAskers, settleNone, settleWon, type Asker } from './player-store'
import { findPrize, forgetMoves, returnPiece, takePieces, undoTaking } from './prize-store'

type Request = { asker: Asker; asking: Asking }

/** Longer than any drainer lives: a move older than this is not carried out a second time by one that hung. */
const memoryMs = 600_000
const atOnce = 20

const inTurns = async <T>(all: readonly T[], each: (one: T) => Promise<unknown>) => {
  for (let start = 0; start < all.length; start += atOnce) await Promise.all(all.slice(start, start + atOnce).map(each))
}

const requestsOf = async (items: readonly OutboxItem[]): Promise<Request[]> => {
  const asked = items.map(({ payload }) => payload as { playId: string; claimId: string })
  const askers = new Map((await findAskers([...new Set(asked.map((one) => one.playId))])).map((one) => [one._id, one]))
  const standing = new Set((await standingClaims(asked.map(({ claimId }) => claimId))).map(({ _id }) => _id))
  return asked.flatMap(({ playId, claimId }) => {
    const asker = askers.get(playId)
    const asking = asker?.askings?.find(({ id }) => id === claimId)
    return asker && asking && asking.state !== 'none' && !standing.has(claimId) ? [{ asker, asking }] : []
  })
}

const handsOut = (prize: PrizeDoc | null, now: Date): prize is PrizeDoc =>
  prize?.state === 'open' && prize.expiresAt > now

/** Takes as many pieces as there are, the first who asked first. What an earlier try took is taken. */
const take = async (prizeId: string, ids: readonly string[], now: Date) => {
  for (let round = 0; round < 50; round++) {
    const prize = await findPrize(prizeId)
    const had = new Set(prize?.won.map(({ id }) => id))
    const taken = ids.filter((id) => had.has(id))
    const wanted = handsOut(prize, now) ? ids.filter((id) => !had.has(id)).slice(0, prize.left) : []
    if (wanted.length === 0) return { prize, taken: new Set(taken) }
    const moves = wanted.map((id): PieceMove => ({ id, kind: 'claim', n: 1, at: now }))
    // Somebody changed the stock in between, or took some of these: look again.
    if (await takePieces(prizeId, moves)) return { prize, taken: new Set([...taken, ...wanted]) }
  }
  throw new Error(`no piece of ${prizeId} could be taken or refused`)
}

/** The player's own note decides: who got his chances back meanwhile does not get the piece as well. */
const isHis = async ({ asker, asking }: Request) => {
  if (asking.state === 'won' || (await settleWon(asker._id, asking.id))) return true
  const state = (await findAsker(asker._id))?.askings?.find(({ id }) => id === asking.id)?.state
  return state === 'won'
}

const give = async (prize: PrizeDoc, request: Request, now: Date) => {
  const { asker, asking } = request
  if (await isHis(request)) await createClaim(newClaim({ id: asking.id, prize, player: asker, at: now }))
  else await undoTaking(prize._id, asking.id, 1)
}

/** What nobody can do a second time any more is forgotten: claims that stand, pieces that are back. */
const forgetOld = async ({ _id, won }: PrizeDoc, now: Date) => {
  const old = won.filter(({ kind, at }) => kind !== 'draw' && now.getTime() - at.getTime() > memoryMs).slice(0, 500)
  if (old.length === 0) return
  const claims = new Map(
    (await standingClaims(old.map(({ id }) => id.split('.')[0] ?? ''))).map((one) => [one._id, one]),
  )
  const done = old.filter(({ id, kind }) => {
    const claim = claims.get(id.split('.')[0] ?? '')
    return kind === 'back' ? claim?.returned === true : claim !== undefined
  })
  if (done.length > 0)
    await forgetMoves(
      _id,
      done.map(({ id }) => id),
    )
}

const handOutPrize = async (prizeId: string, requests: readonly Request[], now: Date) => {
  const { prize, taken } = await take(
    prizeId,
    requests.map(({ asking }) => asking.id),
    now,
  )
  const got = requests.filter(({ asking }) => taken.has(asking.id))
  const not = requests.filter(({ asking }) => !taken.has(asking.id))
  if (prize) await inTurns(got, (request) => give(prize, request, now))
  await inTurns(not, ({ asker, asking }) => settleNone(asker._id, asking))
  if (prize) await forgetOld(prize, now)
}

/**
 * Hands pieces to who asked, the earliest first. Carried out again after a crash at any point it ends the same: a piece is taken
 * once by the claim's id, and the player's note says once whether he has it or his chances back.
 */
export const handOut = async (items: readonly OutboxItem[], now: Date) => {
  const requests = (await requestsOf(items)).sort((a, b) => a.asking.at.getTime() - b.asking.at.getTime())
  for (const prizeId of new Set(requests.map(({ asking }) => asking.prizeId)))
    await handOutPrize(
      prizeId,
      requests.filter(({ asking }) => asking.prizeId === prizeId),
      now,
    )
}

/** Expired pieces go back to the stock, each once. */
export const takeBack = async (items: readonly OutboxItem[], now: Date) => {
  const back = items.map(({ payload }) => payload as { claimId: string; prizeId: string })
  const done = new Set(
    (await standingClaims(back.map(({ claimId }) => claimId))).filter(({ returned }) => returned).map(({ _id }) => _id),
  )
  for (const { claimId, prizeId } of back) {
    if (done.has(claimId)) continue
    await returnPiece(prizeId, { id: `${claimId}.back`, kind: 'back', n: 1, at: now })
    await noteReturned(claimId)
  }
}
