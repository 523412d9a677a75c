import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { ClaimState } from 'types/prize-machines'
import type { ClaimDoc } from './documents'

export const claims = collection<ClaimDoc>('quiz_claims')

export const findClaim = (id: string) => claims.find(id)
export const createClaim = (claim: ClaimDoc) => claims.insert(claim)
/** Which of these stand, and whether their piece came back; a thousand a trip. */
export const standingClaims = async (ids: readonly string[]): Promise<Pick<ClaimDoc, '_id' | 'returned'>[]> => {
  const some = ids.slice(0, 1000)
  const found = await claims.list({ _id: command.in(some) }, { fields: ['returned'], limit: 1000 })
  return ids.length > 1000 ? [...found, ...(await standingClaims(ids.slice(1000)))] : found
}
export const findByCode = async (campaignId: string, code: string): Promise<ClaimDoc | null> =>
  (await claims.list({ campaignId, code }, { limit: 1 }))[0] ?? null
export const listOwn = (campaignId: string, openid: string) => claims.list({ campaignId, openid }, { limit: 100 })
export const pageClaims = (campaignId: string, state: ClaimState, page: number, size: number) =>
  claims.page(
    { campaignId, state },
    {
      sort: [
        ['createdAt', 'desc'],
        ['_id', 'asc'],
      ],
      page,
      size,
    },
  )

/**
 * Players and how many pieces of the prize each has had, expired ones and those of one draw not counted; a thousand
 * claims a trip.
 */
export const countByPlay = async (prizeId: string, besideDraw?: string): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (let last = ''; ;) {
    const filter = { prizeId, _id: command.gt(last) }
    const fields = ['playId', 'state', 'drawId']
    const some = await claims.list(filter, { sort: [['_id', 'asc']], fields, limit: 1000 })
    for (const { playId, state, drawId } of some)
      if (state !== 'expired' && (!besideDraw || drawId !== besideDraw))
        counts.set(playId, (counts.get(playId) ?? 0) + 1)
    if (some.length < 1000) return counts
    last = some.at(-1)?._id ?? ''
  }
}

export const findExpired = (now: Date) =>
  claims.list({ state: 'held', expiresAt: command.lte(now) }, { sort: [['expiresAt', 'asc']], limit: 50 })
export const findExpiring = (before: Date) =>
  claims.list({ state: 'held', warned: false, expiresAt: command.lte(before) }, { limit: 50 })
export const noteReturned = (id: string) => claims.update({ _id: id }, { returned: true })

/** Who erased himself: the piece stays as a number, nobody can tell whose it was. */
export const forgetClaims = async (openid: string, pseudonym: string) => {
  await claims.update({ openid, state: 'handed' }, { 'handed.to': '已注销', 'handed.name': '' })
  // What still waits to be told him is told nobody.
  const unsaid = command.pull({ 'payload.openid': openid })
  await claims.update({ openid }, { openid: pseudonym, name: null, outbox: unsaid })
}
