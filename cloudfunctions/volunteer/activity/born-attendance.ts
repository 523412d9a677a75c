import { born, type Acting } from '../../kit/aggregate'
import type { ActivityDoc, AttendanceDoc } from './activity'
import { attendanceId } from './activity-store'
import { yearOf } from './eligible'

type Who = { applicationId: string; openid: string | null; teamId: string | null; noShows: number }

/** What of an activity stands in each of its attendances. */
export const copied = ({ title, startsAt, endsAt, special, organiser }: ActivityDoc) => ({
  ...{ title, startsAt, endsAt, special, organiser, year: yearOf(startsAt) },
})

const blank = {
  ...{ inAt: null, outAt: null, minutes: 0, manual: null, signals: [], devices: [], metres: null, claims: [] },
  ...{ appeal: null, appealOpen: false, tries: [], digitTries: 0, triedAt: null, word: null, history: [] },
}

/** A volunteer's new place in an activity. */
export const newAttendance = (
  activity: ActivityDoc,
  who: Who,
  acting: Acting,
  state: AttendanceDoc['state'],
  now: Date,
  set: Partial<AttendanceDoc> = {},
  push: Parameters<typeof born>[1]['push'] = [],
): AttendanceDoc => {
  const _id = attendanceId(activity._id, who.applicationId)
  const subject = `活动考勤 ${activity.title}`
  return {
    ...born(acting, { _id, state, under: activity.under, subject, at: now, push }),
    ...{ ...blank, ...copied(activity), ...who, activityId: activity._id },
    ...{ told: activity.notices.at(-1)?.no ?? 0, ...set },
  }
}
