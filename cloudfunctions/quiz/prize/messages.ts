import type { OutboxItem } from '../../kit/aggregate'
import { messageTo } from '../../kit/message'
import type { ClaimDoc } from './documents'

type Push = Omit<OutboxItem, 'id'>
type Told = Pick<ClaimDoc, 'openid' | 'campaignId' | 'prizeTitle' | 'place' | 'expiresAt'>

type Cause = { trigger: 'prize-won' } | { trigger: 'prize-expiring'; line: readonly string[] }

const isErased = (openid: string) => openid.startsWith('erased:')

const tell = (claim: Told, hint: string, cause: Cause): Push[] => {
  if (isErased(claim.openid)) return []
  const values = { thing1: claim.prizeTitle, time2: claim.expiresAt, thing3: claim.place, thing4: hint }
  const page = `packages/quiz/prizes?campaignId=${claim.campaignId}`
  return [messageTo({ openid: claim.openid, template: 'activity', values, page, ...cause })]
}

export const tellWon = (claim: Told, how: ClaimDoc['how']) =>
  tell(claim, how === 'draw' ? '恭喜中奖，请在到期前凭码领取' : '奖品给您留好了，请凭码领取', { trigger: 'prize-won' })
export const tellExpiring = (claim: Told & { under: readonly string[] }) =>
  tell(claim, '领奖快到期了，过期会收回', { trigger: 'prize-expiring', line: claim.under })
