import type { Visit } from './visits'

const officer = '区总工会干部'
const unknown = `id=${'A'.repeat(22)}`

/** The review in stages, the best of those who wait, and the roster by versions. */
export const reviewVisits: Record<string, Visit> = {
  'packages/corps/queue': { role: officer },
  'packages/corps/roster': { role: '区应急管理局' },
  'packages/corps/roster-version': { role: officer, start: 'packages/corps/roster', taps: ['第 1 版'], query: unknown },
  'packages/corps/shortlists': { role: officer },
  'packages/corps/shortlist': {
    role: officer,
    start: 'packages/corps/shortlists',
    taps: ['六月第一批'],
    query: unknown,
  },
  'packages/corps/review-levels': { role: officer },
}
