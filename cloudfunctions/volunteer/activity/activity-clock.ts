import { AppError } from 'types/app-error'
import { formatTime } from 'types/calendar'
import { activityMachine } from 'types/volunteer-activity-machine'
import { move, record, type Acting } from '../../kit/aggregate'
import type { ActivityDoc, ClockStep } from './activity'
import { activities, listDueActivities } from './activity-store'
import { stepAfter } from './schedule'
import { followed, noted } from './write'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })

const works: Record<ClockStep, (doc: ActivityDoc, now: Date) => Promise<unknown>> = {
  remind: (doc, now) => {
    const words = `明天${formatTime(doc.startsAt)}开始，${doc.meeting}集合`
    const set = { ...stepAfter(doc, 'remind'), notices: noted(doc, 'tomorrow', words, now) }
    return record(activities, doc, clock('提醒明天的活动'), 'remind', { at: now, set, push: [followed(doc._id)] })
  },
  start: (doc, now) =>
    move(activities, activityMachine, doc, clock('活动开始'), 'start', doc.version, {
      ...{ at: now, set: stepAfter(doc, 'start'), push: [followed(doc._id)] },
    }),
  'sign-out': (doc, now) => {
    const set = {
      ...stepAfter(doc, 'sign-out'),
      notices: noted(doc, 'sign-out', '您还没有签退，请签退或告诉组织者', now),
    }
    return record(activities, doc, clock('提醒签退'), 'remind', { at: now, set, push: [followed(doc._id)] })
  },
  close: (doc, now) =>
    move(activities, activityMachine, doc, clock('到期结束活动'), 'close', doc.version, {
      ...{ at: now, set: { board: null, clockStep: null, clockAt: null }, push: [followed(doc._id)] },
    }),
}

/** Reminds, starts and closes what is due; one step an activity and round. @returns how many */
export const moveActivities = async (now: Date): Promise<number> => {
  const due = await listDueActivities(now)
  for (const doc of due) {
    try {
      if (doc.clockStep) await works[doc.clockStep](doc, now)
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    }
  }
  return due.length
}
