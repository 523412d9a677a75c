import { deriveId } from 'types/ids'
import { yearOf } from 'types/volunteer-year-rules'
import type { Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { applicationId, place } from './volunteer'

type Attended = {
  openid: string
  /** Names the activity. */
  name: string
  startsAt: string
  state?: 'joined' | 'served' | 'absent' | 'excused' | 'cancelled'
  special?: boolean
  minutes?: number
  /** Whether the activities' room has pushed its word that the year is to be counted. */
  told?: boolean
}

const date = (iso: string) => ({ $date: iso })
export const attendanceIdOf = (openid: string, name: string) =>
  deriveId('attendance', deriveId('activity', name), applicationId(openid))

const served = (id: string, openid: string, year: number) => ({
  ...{ id: `${id}.served`, to: 'local', kind: 'served' },
  payload: { applicationId: applicationId(openid), year },
})

/** An attendance as the activities' room leaves it, with the word for the year in its outbox. */
export const attendanceLine = (one: Attended) => {
  const { openid, name, startsAt, state = 'served', special = true, minutes = 120, told = true } = one
  const _id = attendanceIdOf(openid, name)
  const year = yearOf(startsAt)
  return {
    c: 'attendances',
    d: {
      ...{ _id, state, version: 1, under: [...place.east], subject: `活动考勤 ${name}`, seq: 0, head: '', events: [] },
      ...{ outbox: told ? [served(_id, openid, year)] : [], outboxAt: told ? date(startsAt) : null },
      ...{ createdAt: date(startsAt), updatedAt: date(startsAt), activityId: deriveId('activity', name) },
      ...{ applicationId: applicationId(openid), openid, teamId: null, organiser: 'seed', year, special, title: name },
      ...{ startsAt: date(startsAt), endsAt: date(startsAt), minutes: state === 'served' ? minutes : 0 },
      ...{ appealOpen: false, devices: [], told: 0, history: [] },
    },
  }
}

/** Changes a stored attendance and leaves the word for the year, as a correction does. */
export const correctAttendance = (cloud: Cloud, openid: string, name: string, year: number, set: object) => {
  const _id = attendanceIdOf(openid, name)
  return cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'attendances', queryType: 'WHERE' },
    ...{ envName: 'local-ankang', multi: true, merge: true, upsert: false, query: JSON.stringify({ _id }) },
    data: JSON.stringify({
      $set: { ...set, outbox: [served(_id, openid, year)], outboxAt: date('2020-01-01T00:00:00.000Z') },
    }),
  })
}

const waitingIn = [
  ...['applications', 'attendances', 'volunteer_years', 'volunteer_rounds'],
  ...['volunteer_honours', 'volunteer_certificates'],
]

/** Ticks until the clock has nothing left to do for volunteers. */
export const yearSettled = async (cloud: Cloud) => {
  await cloud.rest()
  for (let round = 0; round < 40; round++) {
    await cloud.tick('volunteer')
    const waiting = await Promise.all([
      ...waitingIn.map((name) => rawDocuments(cloud, name, { outboxAt: { $ne: null } })),
      rawDocuments(cloud, 'volunteer_rounds', { work: { $ne: null } }),
    ])
    if (waiting.flat().length === 0) return
  }
  throw new Error('the volunteers’ year does not come to rest')
}

export const honourIdOf = (name: string) => deriveId('honour', name)

/** An honour the union above has confirmed, ready for its certificate. */
export const confirmedHonourLine = (openid: string, year: number) => {
  const _id = honourIdOf(openid)
  const at = date('2026-01-10T02:00:00.000Z')
  return {
    c: 'volunteer_honours',
    d: {
      ...{ _id, state: 'confirmed', version: 2, under: [...place.east], subject: '优秀推荐', seq: 0, head: '' },
      ...{ events: [], outbox: [], outboxAt: null, createdAt: at, updatedAt: at, kind: 'person', team: null, year },
      ...{ applicationId: applicationId(openid), forKey: `person.${applicationId(openid)}.${year}` },
      ...{
        node: { id: place.east.at(-1), name: '东澜区总工会' },
        decider: '安州市总工会',
      },
      ...{ recommendedBy: 'seed', reason: '全年带队', shown: false, announcedAt: at, objectUntil: at },
      ...{ objections: [], closing: null, certified: false },
    },
  }
}
