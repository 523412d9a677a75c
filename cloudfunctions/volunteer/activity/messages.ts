import type { MessagePayload } from 'types/documents'
import { fitField } from 'types/message-fields'
import type { OutboxItem } from '../../kit/aggregate'

type Push = Omit<OutboxItem, 'id'>
type About = { _id: string; title: string; startsAt: Date; place: string }
type Values = Record<string, string | Date>

const message = (openid: string, template: MessagePayload['template'], values: Values, page: string): Push => {
  const data = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fitField(key, value)]))
  return { to: 'notice', kind: 'message', payload: { openid, template, data, page } }
}

/** Word about an activity to one volunteer; none to who erased himself. */
export const toVolunteer = (openid: string | null, about: About, tip: string): Push[] => {
  if (!openid) return []
  const values = { thing1: about.title, time2: about.startsAt, thing3: about.place, thing4: tip }
  return [message(openid, 'activity', values, `packages/volunteer/activity?id=${about._id}`)]
}

/** What became of an appeal. */
export const tellAnswer = (openid: string | null, upheld: boolean, words: string, at: Date): Push[] => {
  if (!openid) return []
  const values = { thing1: '活动未到场说明', phrase2: upheld ? '情况属实' : '维持记录', thing3: words, time4: at }
  return [message(openid, 'review-result', values, 'packages/volunteer/attendances')]
}

/** The year is counted anew: an attendance became, or ceased to be, served or absent. */
export const countAnew = (applicationId: string, year: number): Push[] => [
  { to: 'local', kind: 'served', payload: { applicationId, year } },
]
