import { deriveId } from 'types/ids'
import type { Visit } from './visits'

const volunteer = '志愿者'
const officer = '市总工会干部'
const unknown = `id=${'A'.repeat(22)}`
const lastYear = `${new Date().getFullYear() - 1} 年`
const certificate = `id=${deriveId('seed-certificate', deriveId('seed-application', '18'))}`
const own = { role: volunteer, start: 'packages/volunteer/year', query: unknown }
const office = { role: officer, start: 'packages/corps/years', query: unknown }

/** The volunteers' year: his own pages, the check of a code, and the office's. */
export const yearVisits: Record<string, Visit> = {
  'packages/volunteer/year': { role: volunteer },
  'packages/volunteer/badge': { role: volunteer },
  'packages/volunteer/my-code': { role: volunteer },
  'packages/volunteer/certificate': { ...own, taps: ['年度优秀志愿者'] },
  'packages/volunteer/verify': { role: volunteer, query: certificate },
  'packages/volunteer/honours': { role: volunteer },
  'packages/corps/years': { role: officer },
  'packages/corps/year': { ...office, taps: ['全部', '专题 2/2'] },
  'packages/corps/year-rules': { role: officer },
  'packages/corps/assess': { ...office, taps: [lastYear, '年度考核'] },
  'packages/corps/honours': { role: officer },
  'packages/corps/honour-new': { role: officer },
  'packages/corps/certificates': { role: officer },
  'packages/corps/certificate': { role: officer, start: 'packages/corps/certificates', taps: ['0001'], query: unknown },
}
