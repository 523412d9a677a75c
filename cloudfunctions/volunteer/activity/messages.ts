import type { OutboxItem } from '../../kit/aggregate'
import { messageTo } from '../../kit/message'

type Push = Omit<OutboxItem, 'id'>
type About = { _id: string; title: string; startsAt: Date; place: string; under: readonly string[] }
type Cause = 'activity-change' | 'activity-tomorrow'

/** Word about an activity to one volunteer; none to who erased himself. */
export const toVolunteer = (
  openid: string | null,
  about: About,
  tip: string,
  trigger: Cause = 'activity-change',
): Push[] => {
  if (!openid) return []
  const values = { thing1: about.title, time2: about.startsAt, thing3: about.place, thing4: tip }
  const page = `packages/volunteer/activity?id=${about._id}`
  return [messageTo({ openid, template: 'activity', values, page, trigger, line: about.under })]
}

/** What became of an appeal. */
export const tellAnswer = (openid: string | null, upheld: boolean, words: string, at: Date): Push[] => {
  if (!openid) return []
  const values = { thing1: '活动未到场说明', phrase2: upheld ? '情况属实' : '维持记录', thing3: words, time4: at }
  const page = 'packages/volunteer/attendances'
  return [messageTo({ openid, template: 'review-result', values, page, trigger: 'absence-answer' })]
}

/** The year is counted anew: an attendance became, or ceased to be, served or absent. */
export const countAnew = (applicationId: string, year: number): Push[] => [
  { to: 'local', kind: 'served', payload: { applicationId, year } },
]
