import { deriveId } from 'types/ids'
import type { Visit } from './visits'

const worker = '职工'
const officer = '市总工会干部'

const running = `id=${deriveId('seed-drive', 'running')}`
const unknown = `id=${'A'.repeat(22)}`

/** Drives, for officers and for everybody. */
export const driveVisits: Record<string, Visit> = {
  'packages/outreach/drives': { role: officer },
  'packages/outreach/drive': { role: officer, start: `packages/outreach/drive?${running}`, query: unknown },
  'packages/outreach/drive-new': { role: officer, start: 'packages/outreach/drive-new?pattern=search-drive' },
  'packages/outreach/drive-calendar': { role: officer },
  'packages/notice/drives': { role: worker },
  'packages/notice/drive': { role: worker, start: `packages/notice/drive?${running}`, query: unknown },
}
