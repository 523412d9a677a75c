import { AppError } from 'types/app-error'
import { deriveId, receiptCode } from 'types/ids'
import type { quizContract } from 'types/quiz'
import type { MyClaim } from 'types/quiz-prize'
import type * as z from 'types/zod'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import type { PlayDoc } from '../documents'
import { findPlay, playId } from '../play/play-store'
import { listOwn } from './claim-store'
import type { Asking, ClaimDoc } from './documents'
import { chancesLeft, whyNotClaim } from './eligible'
import { askOnPlay } from './player-store'
import { findPrize, listPrizes } from './prize-store'
import { qrPicture } from '../../kit/qr-picture'
import { toPrize } from './views'

const answer = (play: PlayDoc, { id, state }: Asking, cost = 0) => ({ id, state, chances: chancesLeft(play) - cost })

const askedBefore = (play: PlayDoc | null, id: string) => play?.askings?.find((asking) => asking.id === id)

/** Asks for a piece: prize and play, write. Whether there is one left, the drainer says, in the order of asking. */
export const claimPrize: Handler<typeof quizContract.claimPrize> = async (
  { _id, campaignId, prizeId },
  { caller, now },
) => {
  // The id is the player's own: with another's nobody meets another's claim.
  const id = deriveId('claim', playId(campaignId, caller.openid), _id)
  const [prize, found] = await Promise.all([findPrize(prizeId), findPlay(campaignId, caller.openid)])
  if (!prize || prize.campaignId !== campaignId || prize.state === 'draft') throw new AppError('NOT_FOUND')
  const play = found?.openid === caller.openid ? found : null
  const before = askedBefore(play, id)
  if (play && before) {
    if (before.prizeId !== prizeId) throw new AppError('ALREADY_EXISTS')
    return answer(play, before)
  }
  const refusal = whyNotClaim(prize, play, now)
  if (!play || refusal) throw new AppError('NOT_ALLOWED_NOW', { message: refusal ?? undefined })
  const cost = prize.price.chances
  const asking: Asking = { id, prizeId, title: prize.title, cost, at: now, state: 'asking' }
  if (!(await askOnPlay(play, asking, now))) throw new AppError('CONFLICT', { message: '刚才没有办成，请再点一次。' })
  countRecorded()
  return answer(play, asking, cost)
}

type Mine = z.input<typeof MyClaim>

const ofClaim = (claim: ClaimDoc): Mine => ({
  ...{ id: claim._id, prizeId: claim.prizeId, prizeTitle: claim.prizeTitle, state: claim.state },
  ...{ askedAt: claim.createdAt, place: claim.place, code: claim.code },
  ...{ expiresAt: claim.expiresAt, handedAt: claim.handed?.at ?? null },
  qr: claim.state === 'held' ? qrPicture(claim.code) : null,
})

// Won, but its claim is not written yet: a moment the player need not know of.
const ofAsking = ({ id, prizeId, title, at, state }: Asking): Mine => ({
  ...{ id, prizeId, prizeTitle: title, state: state === 'none' ? 'none' : 'asking', askedAt: at },
  ...{ place: null, code: null, qr: null, expiresAt: null, handedAt: null },
})

const claimsOf = (play: PlayDoc | null, claims: readonly ClaimDoc[]): Mine[] => {
  const standing = new Set(claims.map(({ _id }) => _id))
  const waiting = (play?.askings ?? []).filter(({ id }) => !standing.has(id))
  return [...claims.map(ofClaim), ...waiting.map(ofAsking)].sort((a, b) => (a.askedAt > b.askedAt ? -1 : 1))
}

export const myPrizes: Handler<typeof quizContract.myPrizes> = async ({ campaignId }, { caller, now }) => {
  const [found, prizes, claims] = await Promise.all([
    findPlay(campaignId, caller.openid),
    listPrizes(campaignId),
    listOwn(campaignId, caller.openid),
  ])
  const play = found?.openid === caller.openid ? found : null
  return {
    mark: receiptCode(playId(campaignId, caller.openid)),
    chances: play ? chancesLeft(play) : 0,
    earned: play?.chances ?? 0,
    prizes: prizes
      .filter(({ state, expiresAt }) => state === 'open' && expiresAt > now)
      .map((prize) => ({ ...toPrize(prize), refusal: whyNotClaim(prize, play, now) })),
    claims: claimsOf(play, claims),
  }
}
