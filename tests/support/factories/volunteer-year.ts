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
