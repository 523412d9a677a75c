import type { OutboxItem } from '../../kit/aggregate'
import { apart } from './apart'
import { createClaim, noteReturned, standingClaims } from './claim-store'
import type { Asking, PieceMove, PrizeDoc } from './documents'
import { newClaim } from './new-claim'
import { askAgain, findAsker, findAskers, settleNone, settleWon, type Asker } from './player-store'
import { findPrize, hasMove, returnPiece, takePieces, undoTaking } from './prize-store'
import { trimMoves } from './trim-moves'

type Request = { asker: Asker; asking: Asking }

const retryMs = 30_000
const atOnce = 20

const inTurns = async <T>(all: readonly T[], each: (one: T) => Promise<unknown>) => {
  for (let start = 0; start < all.length; start += atOnce) await Promise.all(all.slice(start, start + atOnce).map(each))
}

const requestsOf = async (items: readonly OutboxItem[]): Promise<Request[]> => {
  const each = items.map(({ payload }) => payload as { playId: string; claimId: string })
  // What had to wait may stand here twice after a crash.
  const asked = [...new Map(each.map((one) => [one.claimId, one])).values()]
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

/** Which of these were taken before: one trip where none was. */
const takenOf = async (prizeId: string, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0 || !(await hasMove(prizeId, ids))) return []
  if (ids.length === 1) return [...ids]
  const half = Math.ceil(ids.length / 2)
  const halves = await Promise.all([takenOf(prizeId, ids.slice(0, half)), takenOf(prizeId, ids.slice(half))])
  return halves.flat()
}

/** Takes as many pieces as there are, the first who asked first. What an earlier try took is taken. */
const take = async (prizeId: string, ids: readonly string[], now: Date) => {
  for (let round = 0; round < 50; round++) {
    const prize = await findPrize(prizeId)
    const taken = await takenOf(prizeId, ids)
    const had = new Set(taken)
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

/** Excluded or erased since he asked: his chances come back, and the piece where an earlier try had taken it. */
const refuse = async (prizeId: string, { asker, asking }: Request) => {
  if ((await settleNone(asker._id, asking)) > 0) await undoTaking(prizeId, asking.id, 1)
}

const isBarred = ({ asker, asking }: Request) =>
  asking.state === 'asking' && (asker.excluded !== null || asker.openid.startsWith('erased:'))

const handOutPrize = async (prizeId: string, all: readonly Request[], now: Date) => {
  await inTurns(all.filter(isBarred), (request) => refuse(prizeId, request))
  const requests = all.filter((request) => !isBarred(request))
  const { prize, taken } = await take(
    prizeId,
    requests.map(({ asking }) => asking.id),
    now,
  )
  const got = requests.filter(({ asking }) => taken.has(asking.id))
  const not = requests.filter(({ asking }) => !taken.has(asking.id))
  if (prize) await inTurns(got, (request) => give(prize, request, now))
  await inTurns(not, ({ asker, asking }) => settleNone(asker._id, asking))
  if (prize) await apart(`quiz.trim ${prizeId}`, () => trimMoves(prizeId, now))
}

/** A prize that cannot be handed out now holds up no other: its askings come again a little later. */
const tryPrize = async (prizeId: string, requests: readonly Request[], now: Date) => {
  if (await apart(`quiz.handOut ${prizeId}`, () => handOutPrize(prizeId, requests, now))) return
  const later = new Date(now.getTime() + retryMs)
  await inTurns(requests, ({ asker, asking }) => askAgain(asker._id, asking.id, later))
}

/**
 * Hands pieces to who asked, the earliest first. Carried out again after a crash at any point it ends the same: a piece is taken
 * once by the claim's id, and the player's note says once whether he has it or his chances back.
 */
export const handOut = async (items: readonly OutboxItem[], now: Date) => {
  const requests = (await requestsOf(items)).sort((a, b) => a.asking.at.getTime() - b.asking.at.getTime())
  for (const prizeId of new Set(requests.map(({ asking }) => asking.prizeId)))
    await tryPrize(
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
