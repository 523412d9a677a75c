import type { AttendanceAct } from 'types/volunteer-activity-machine'
import type { OutboxItem } from '../../kit/aggregate'
import type { ActivityDoc, AttendanceDoc, Notice } from './activity'
import { copied } from './born-attendance'
import { countAnew, toVolunteer } from './messages'

type Push = Omit<OutboxItem, 'id'>
/** What one attendance has to take over from its activity: an act of the table, or none, and the fields and words. */
export type Settling = { act: AttendanceAct | null; set: Partial<AttendanceDoc>; push: Push[] }

const standingOf = ({ line, quota }: ActivityDoc, applicationId: string): 'joined' | 'waiting' | null => {
  const at = line.findIndex(({ id }) => id === applicationId)
  if (at < 0) return null
  return at < quota ? 'joined' : 'waiting'
}

const acts: Partial<Record<AttendanceDoc['state'], Partial<Record<'joined' | 'waiting' | 'none', AttendanceAct>>>> = {
  joined: { waiting: 'queue', none: 'leave' },
  waiting: { joined: 'move-up', none: 'leave' },
  cancelled: { joined: 'rejoin', waiting: 'requeue' },
}

const tips = { joined: '报名成功，请按时到集合地点', waiting: '名额已满，您在候补中', up: '有名额了，您已转为正式报名' }

const follow = (activity: ActivityDoc, doc: AttendanceDoc): Settling => {
  const standing = standingOf(activity, doc.applicationId)
  const act = acts[doc.state]?.[standing ?? 'none'] ?? null
  // It has begun: who is told only now that he has a place could but be missed there.
  if (act === 'move-up' && activity.state === 'running') return { act: null, set: {}, push: [] }
  const isAsked = act !== null || doc.state === 'joined' || doc.state === 'waiting'
  if (!isAsked) return { act: null, set: {}, push: [] }
  if (standing === null) return { act, set: { word: null }, push: [] }
  if (doc.word === standing) return { act, set: {}, push: [] }
  const tip = standing === 'joined' && doc.word === 'waiting' ? tips.up : tips[standing]
  return { act, set: { word: standing }, push: toVolunteer(doc.openid, activity, tip) }
}

const hears: Record<Notice['kind'], readonly AttendanceDoc['state'][]> = {
  changed: ['joined', 'waiting'],
  tomorrow: ['joined'],
  'sign-out': ['present'],
}

const hear = (activity: ActivityDoc, doc: AttendanceDoc): Pick<Settling, 'set' | 'push'> => {
  const fresh = activity.notices.filter(({ no }) => no > doc.told)
  if (fresh.length === 0) return { set: {}, push: [] }
  const push = fresh
    .filter(({ kind }) => hears[kind].includes(doc.state))
    .flatMap(({ kind, words }) =>
      toVolunteer(doc.openid, activity, words, kind === 'tomorrow' ? 'activity-tomorrow' : 'activity-change'),
    )
  return { set: { told: activity.notices.at(-1)?.no ?? doc.told }, push }
}

const isStale = (activity: ActivityDoc, doc: AttendanceDoc) =>
  doc.title !== activity.title ||
  doc.special !== activity.special ||
  doc.startsAt.getTime() !== activity.startsAt.getTime() ||
  doc.endsAt.getTime() !== activity.endsAt.getTime()

const inForce: readonly AttendanceDoc['state'][] = ['joined', 'waiting', 'present']

const callOff = (activity: ActivityDoc, doc: AttendanceDoc): Settling | null =>
  inForce.includes(doc.state)
    ? {
        act: 'call-off',
        set: { word: null, claims: [] },
        push: toVolunteer(doc.openid, activity, '活动已取消，请勿前往'),
      }
    : null

const close = (activity: ActivityDoc, doc: AttendanceDoc): Settling | null => {
  if (doc.state === 'waiting') return { act: 'leave', set: { word: null }, push: [] }
  // What came late is for the organiser first.
  if (doc.state !== 'joined' || doc.claims.length > 0) return null
  const told = toVolunteer(doc.openid, activity, '记为未到场，有特殊情况可以说明')
  return { act: 'miss', set: {}, push: [...told, ...countAnew(doc.applicationId, doc.year)] }
}

/** What this attendance lacks of what its activity says now; null where nothing. Pure: the same twice is nothing. */
export const settle = (activity: ActivityDoc, doc: AttendanceDoc): Settling | null => {
  if (activity.state === 'cancelled') return callOff(activity, doc)
  if (activity.state === 'done') return close(activity, doc)
  const followed = follow(activity, doc)
  const heard = hear(activity, doc)
  const set = { ...followed.set, ...heard.set, ...(isStale(activity, doc) && copied(activity)) }
  if (followed.act === null && Object.keys(set).length === 0) return null
  return { act: followed.act, set, push: [...followed.push, ...heard.push] }
}
