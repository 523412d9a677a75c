import { deriveId } from 'types/ids'
import type { Visit } from './visits'

const volunteer = '志愿者'
const officer = '区总工会干部'
const unknown = `id=${'A'.repeat(22)}`
const activity = `id=${deriveId('seed-activity', 'kitchen')}`
const teams = { role: officer, start: 'packages/corps/teams', query: unknown }
const reports = { role: officer, start: 'packages/corps/reports', query: unknown }

/** Teams, what is kept of a volunteer, walls and reports. */
export const teamVisits: Record<string, Visit> = {
  'packages/volunteer/team': { role: volunteer },
  'packages/volunteer/my-data': { role: volunteer },
  'packages/volunteer/who-looked': { role: volunteer },
  'packages/volunteer/wall': { role: volunteer, start: `packages/volunteer/wall?${activity}`, query: unknown },
  'packages/corps/teams': { role: officer },
  'packages/corps/team': { ...teams, taps: ['东原区安全生产'] },
  'packages/corps/corrections': { role: officer },
  'packages/corps/wall': { role: officer, start: `packages/corps/wall?${activity}`, query: unknown },
  'packages/corps/reports': { role: officer },
  'packages/corps/report': { ...reports, taps: ['食堂燃气安全走访'] },
  'packages/corps/report-new': { role: officer, start: `packages/corps/report-new?${activity}`, query: unknown },
}
