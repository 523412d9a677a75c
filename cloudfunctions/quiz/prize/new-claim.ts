import { createHmac } from 'node:crypto'
import { deriveId, receiptCode } from 'types/ids'
import { born } from '../../kit/aggregate'
import { drawSecret } from '../secrets'
import type { ClaimDoc, PrizeDoc } from './documents'
import { tellWon } from './messages'
import type { Asker } from './player-store'

const clock = { by: 'clock', name: '系统', actor: 'clock', verb: '留出奖品' } as const

/** Who is told that his piece expires is told this long before. */
export const warnMs = 36 * 3_600_000

/** A claim's id follows from what is public; its code must not. */
const codeOf = (claimId: string) =>
  receiptCode(deriveId('code', createHmac('sha256', drawSecret()).update(`claim-code\n${claimId}`).digest('hex')))

type Won = { id: string; prize: PrizeDoc; player: Pick<Asker, '_id' | 'openid' | 'name' | 'unit'>; at: Date }

/** A piece somebody has: a number to fetch it with, and word to him. */
export const newClaim = ({ id, prize, player, at }: Won, drawId: string | null = null): ClaimDoc => {
  const { campaignId, title: prizeTitle, value, place, expiresAt } = prize
  const how = drawId ? 'draw' : 'stock'
  const told = { openid: player.openid, campaignId, prizeTitle, place, expiresAt }
  return {
    ...born(clock, {
      ...{ _id: id, state: 'held' as const, under: prize.under, subject: `奖品「${prizeTitle}」一份`, at },
      ...{ data: { prizeId: prize._id, how }, push: tellWon(told, how) },
    }),
    ...{ campaignId, prizeId: prize._id, prizeTitle, value, place, expiresAt, how, drawId },
    ...{ playId: player._id, openid: player.openid, name: player.name, unit: player.unit?.name ?? null },
    ...{ code: codeOf(id), warned: expiresAt.getTime() - at.getTime() < warnMs, returned: false, handed: null },
  }
}
