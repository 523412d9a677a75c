import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'

/** What the year reads of an attendance; the activities' room writes it. */
export type Attended = Document & {
  activityId: string
  applicationId: string
  year: number
  special: boolean
  title: string
  startsAt: Date
  state: 'joined' | 'waiting' | 'cancelled' | 'present' | 'served' | 'absent' | 'excused'
  minutes: number
}

const attendances = collection<Attended>('attendances')
const fields = ['activityId', 'applicationId', 'year', 'special', 'title', 'startsAt', 'state', 'minutes']

/** Everything one volunteer joined in a calendar year; a year has no thousand activities. */
export const listAttended = (applicationId: string, year: number) =>
  attendances.list({ applicationId, year }, { fields })

export const listAttendedBy = (applicationIds: readonly string[], year: number) =>
  attendances.list({ applicationId: command.in(applicationIds), year }, { fields })
