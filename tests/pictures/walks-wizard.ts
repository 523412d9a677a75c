import type { Visit } from './visits'

const list = { role: '市总工会干部', start: 'packages/outreach/wizard' }

/** The list to begin with, step by step. */
export const wizardWalks: Record<string, Visit> = {
  'outreach/wizard/unions': { ...list, taps: ['建下级工会'] },
  'outreach/wizard/manager': { ...list, taps: ['再请一位管理员'] },
  'outreach/wizard/campaign': { ...list, taps: ['定第一个活动'] },
  'outreach/wizard/poster': { ...list, taps: ['打印海报'] },
}
