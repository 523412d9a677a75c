import { deriveId } from 'types/ids'
import { documentsOf, east } from './world'

const find = (collection: string, at: (doc: Record<string, unknown>) => boolean = () => true) => {
  const found = documentsOf(collection).find((doc) => doc.under.includes(east) && at(doc))
  if (!found) throw new Error(`no ${collection} under the east`)
  return found
}
const id = (name: string) => deriveId('sample', name)
const todayAt = '2026-06-10T01:00:00.000Z'
const activity = find('activities', ({ state }) => state === 'open')
const attendance = find('attendances')
const enrolledHere = find('applications', ({ state }) => state === 'enrolled')
const activityForm = {
  ...{ title: '样本活动', kind: 'society-law', campaign: null, focus: [], place: '广场', meeting: '东门' },
  ...{ contact: '项安宁', startsAt: '2026-06-20T01:00:00.000Z', endsAt: '2026-06-20T03:00:00.000Z', quota: 5 },
  ...{ joinFrom: '2026-06-10T01:00:00.000Z', joinUntil: '2026-06-20T01:00:00.000Z', bar: null, spot: null },
  ...{ leaveUntil: '2026-06-20T01:00:00.000Z', audience: { nodeId: east, teamId: null, specialties: [] } },
}
const safety = { version: '2026-1', owner: '项安宁', answers: [] }

/** One valid input an entry of activities, about the east district. */
export const activitySamples: Record<string, Record<string, unknown>> = {
  'volunteer.activities': {},
  'volunteer.activity': { id: activity._id },
  'volunteer.joinActivity': { id: activity._id },
  'volunteer.leaveActivity': { id: activity._id },
  'volunteer.attendances': {},
  'volunteer.signIn': { _id: id('sign'), code: id('code'), at: todayAt },
  'volunteer.appealAbsence': { id: attendance._id, version: 0, words: '临时加班' },
  'volunteer.officeActivities': { nodeId: east },
  'volunteer.officeActivity': { id: activity._id },
  'volunteer.createActivity': { _id: id('activity'), nodeId: east, form: activityForm },
  'volunteer.reviseActivity': { id: activity._id, version: 0, form: activityForm },
  'volunteer.checkActivity': { id: activity._id, version: 0, checklist: safety },
  'volunteer.publishActivity': { id: activity._id, version: 0 },
  'volunteer.cancelActivity': { id: activity._id, version: 0, reason: '雷雨预警' },
  'volunteer.finishActivity': { id: activity._id, version: 0 },
  'volunteer.activityCodes': { id: activity._id, way: 'in' },
  'volunteer.setAttendance': { id: attendance._id, version: 0, inAt: todayAt, outAt: null, reason: '现场点名' },
  'volunteer.settleClaims': { id: attendance._id, version: 0, accept: true },
  'volunteer.answerAbsence': { id: attendance._id, version: 0, upheld: true, words: '情况属实' },
  'volunteer.addAttendee': {
    ...{ id: activity._id, applicationId: enrolledHere._id, inAt: todayAt, outAt: null, reason: '临时帮忙' },
  },
  'volunteer.absenceAppeals': { nodeId: east },
}
