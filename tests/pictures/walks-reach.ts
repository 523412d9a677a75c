import { deriveId } from 'types/ids'
import { officer, type Visit } from './visits'

const drive = `packages/outreach/drive?id=${deriveId('seed-drive', 'running')}`
const push = { role: officer, start: 'packages/outreach/push-new?ready=heat' }
const narrowed = ['下一步：选对象', '再缩小范围，或除去一些人'] as const

/** Of drives and pushes: what opens from a drive's funnel, and how an audience is narrowed. */
export const reachWalks: Readonly<Record<string, Visit>> = {
  'outreach/drive/funnel': { role: officer, start: drive, taps: ['按天、按时段、按展台看'] },
  'outreach/push/audience': { ...push, taps: [...narrowed] },
  'outreach/push/leave-out': {
    ...push,
    taps: [...narrowed, '除去一个人', { fill: '按姓名找人', as: '童' }],
  },
}
