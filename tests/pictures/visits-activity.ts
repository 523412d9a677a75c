import type { Visit } from './visits'

const volunteer = '志愿者'
const officer = '市总工会干部'
const unknown = `id=${'A'.repeat(22)}`
const office = { role: officer, start: 'packages/corps/activities', query: unknown }

/** Pages of activities: a volunteer's own, and the organiser's. */
export const activityVisits: Record<string, Visit> = {
  'packages/volunteer/activities': { role: volunteer },
  'packages/volunteer/activity': {
    role: volunteer,
    start: 'packages/volunteer/activities',
    taps: ['有限空间作业我来查'],
    query: unknown,
  },
  'packages/volunteer/attendances': { role: volunteer },
  'packages/volunteer/sign-in': { role: volunteer },
  'packages/corps/activities': { role: officer },
  'packages/corps/activity': { ...office, taps: ['汛期安全巡查值守'] },
  'packages/corps/activity-new': { ...office, taps: ['建一个活动'] },
  'packages/corps/activity-check': { ...office, taps: ['我与企业共安全恳谈会', '核对安全准备'] },
  'packages/corps/activity-code': { ...office, taps: ['汛期安全巡查值守', '显示签到码'] },
  'packages/corps/absences': { role: officer },
}
