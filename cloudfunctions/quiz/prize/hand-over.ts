import { AppError } from 'types/app-error'
import { parseReceiptCode } from 'types/ids'
import { maskPersonName, parsePersonName } from 'types/person-name'
import { claimMachine } from 'types/prize-machines'
import type { quizContract } from 'types/quiz'
import { isReplay, move } from '../../kit/aggregate'
import { seal } from '../../kit/sensitive'
import type { Handler } from '../../kit/serve'
import type { CampaignDoc } from '../documents'
import { findPeople } from '../person-store'
import { claims as store, findByCode, pageClaims } from './claim-store'
import type { ClaimDoc } from './documents'
import { findAsker } from './player-store'
import { showMoment } from './show-moment'
import { toClaim } from './views'

export const claims: Handler<typeof quizContract.claims, CampaignDoc> = async (
  { state, page, size },
  { subject: contest },
) => {
  const { items, more } = await pageClaims(contest._id, state, page, size)
  return { items: items.map(toClaim), more }
}

export const claimByCode: Handler<typeof quizContract.claimByCode, CampaignDoc> = async (
  { code },
  { subject: contest },
) => {
  const parsed = parseReceiptCode(code)
  if (!parsed)
    throw new AppError('INVALID_INPUT', { fields: { code: '领奖码是九位字母和数字，有一位不对，请核对后再填' } })
  const claim = await findByCode(contest._id, parsed)
  if (!claim) throw new AppError('NOT_FOUND', { message: '这次活动里没有这个领奖码，请核对是不是别的活动的。' })
  const excluded = Boolean((await findAsker(claim.playId))?.excluded)
  return { ...toClaim(claim), excluded }
}

export const nameAad = (claimId: string) => `quiz_claims/${claimId}/handed.name`

const recipientOf = async (claim: ClaimDoc, typed: string | undefined): Promise<string> => {
  const name = typed || (await findPeople([claim.openid]))[0]?.name || ''
  const verdict = parsePersonName(name)
  if (verdict.ok) return verdict.name
  throw new AppError('INVALID_INPUT', { fields: { recipient: name ? verdict.reason : '请填写领取人姓名' } })
}

const refuse = ({ state, handed, expiresAt }: ClaimDoc) => {
  const message = handed
    ? `这份奖品已在 ${showMoment(handed.at)} 由${handed.by}发放，不能再领。`
    : state === 'expired'
      ? `这份奖品 ${showMoment(expiresAt)} 到期未领，已经收回。`
      : undefined
  return new AppError('NOT_ALLOWED_NOW', { message })
}

/** Hands a piece over, once; the second time says when and by whom it was. */
export const handOver: Handler<typeof quizContract.handOver, ClaimDoc> = async (
  { version, recipient },
  { subject: claim, caller, now, acting },
) => {
  const who = acting('officer')
  if (isReplay(claim, who, 'hand', version)) return toClaim(claim)
  if (claim.state !== 'held' || claim.expiresAt <= now)
    throw refuse({ ...claim, state: claim.handed ? claim.state : 'expired' })
  const name = await recipientOf(claim, recipient)
  const handed = {
    at: now,
    by: caller.name ?? '工会干部',
    to: maskPersonName(name),
    name: seal(name, nameAad(claim._id)),
  }
  const moved = await move(store, claimMachine, claim, who, 'hand', version, { at: now, set: { handed } })
  return toClaim({ ...claim, handed, state: moved.state, version: moved.version })
}
