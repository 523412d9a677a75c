import type { MessagePayload } from 'types/documents'
import { fitField } from 'types/message-fields'
import type { OutboxItem } from '../../kit/aggregate'
import type { ClaimDoc } from './documents'

type Push = Omit<OutboxItem, 'id'>
type Told = Pick<ClaimDoc, 'openid' | 'campaignId' | 'prizeTitle' | 'place' | 'expiresAt'>

const isErased = (openid: string) => openid.startsWith('erased:')

const tell = (claim: Told, hint: string): Push[] => {
  if (isErased(claim.openid)) return []
  const values = { thing1: claim.prizeTitle, time2: claim.expiresAt, thing3: claim.place, thing4: hint }
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitField(key, value)]))
  const page = `packages/quiz/prizes?campaignId=${claim.campaignId}`
  const payload: MessagePayload = { openid: claim.openid, template: 'activity', data, page }
  return [{ to: 'notice', kind: 'message', payload }]
}

export const tellWon = (claim: Told, how: ClaimDoc['how']) =>
  tell(claim, how === 'draw' ? '恭喜中奖，请在到期前凭码领取' : '奖品给您留好了，请凭码领取')
export const tellExpiring = (claim: Told) => tell(claim, '领奖快到期了，过期会收回')
