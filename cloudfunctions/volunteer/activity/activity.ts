import type { Checklist } from 'types/volunteer-activity-checklist'
import type { ActivityForm } from 'types/volunteer-activity-form'
import type { ActivityState, AttendanceState, Signal } from 'types/volunteer-activity-machine'
import type { Aggregate } from '../../kit/aggregate'

export type ClockStep = 'remind' | 'start' | 'sign-out' | 'close'

/** Word to everybody on an activity, in the order of `no`; the latest few are kept. */
export type Notice = { no: number; kind: 'changed' | 'tomorrow' | 'sign-out'; words: string; at: Date }

/** Who asked for a place, in order: the first `quota` of them have one, the others wait. */
export type Place = { id: string; at: Date }

type Written = Omit<
  ActivityForm,
  'startsAt' | 'endsAt' | 'joinFrom' | 'joinUntil' | 'leaveUntil' | 'audience' | 'bring'
>
type Moments = Record<'startsAt' | 'endsAt' | 'joinFrom' | 'joinUntil' | 'leaveUntil', Date>

export type ActivityDoc = Aggregate<ActivityState> &
  Written &
  Moments & {
    node: { id: string; name: string }
    /** The drive it was made for. */
    driveId?: string | null
    bring: string | null
    audience: {
      nodeId: string
      nodeName: string
      teamId: string | null
      teamName: string | null
      specialties: ActivityForm['audience']['specialties']
    }
    /** The node whose volunteers see it; null while it is a draft and once it is over. */
    board: string | null
    special: boolean
    /** Version of kinds and rules it was made under. */
    dictionary: string
    /** Person id of who made it. */
    organiser: string
    checklist: Checklist | null
    line: Place[]
    /** Part of the key of its sign-in codes; never leaves. */
    secret: string
    notices: Notice[]
    reason: string | null
    /** What the clock does next, and when; null when nothing is left. */
    clockStep: ClockStep | null
    clockAt: Date | null
  }

/** A sign-in that came late; counts only once the organiser confirmed it. */
export type Claim = { way: 'in' | 'out'; at: Date; deliveredAt: Date }

export type StoredAppeal = {
  /** null once the person erased himself. */
  words: string | null
  at: Date
  check: 'pass' | 'review'
  answer: { words: string; upheld: boolean; by: string; at: Date } | null
}

/** `_id` is deriveId('attendance', activityId, applicationId): one document a volunteer and activity. */
export type AttendanceDoc = Aggregate<AttendanceState> & {
  activityId: string
  applicationId: string
  /** null once erased. */
  openid: string | null
  teamId: string | null
  /** Person id of who organises the activity. */
  organiser: string
  /** Calendar year in Shanghai in which the activity starts. */
  year: number
  special: boolean
  title: string
  startsAt: Date
  endsAt: Date
  inAt: Date | null
  outAt: Date | null
  /** Whole minutes of service; 0 until served. */
  minutes: number
  manual: { reason: string; by: string } | null
  signals: Signal[]
  /** Keyed marks of the phones that signed in, of this activity alone. */
  devices: string[]
  /** From the meeting point; null where nobody gave a place. */
  metres: number | null
  claims: Claim[]
  /** No-shows of the year when he joined. */
  noShows: number
  appeal: StoredAppeal | null
  /** An appeal waits for an answer. */
  appealOpen: boolean
  /** Ids of tries that were taken: a retry gets the same answer. */
  tries: string[]
  /** Six-digit codes tried, and when the last one was. */
  digitTries: number
  triedAt: Date | null
  /** The standing he was told last, and the last notice. */
  word: 'joined' | 'waiting' | null
  told: number
  history: { at: Date; by: string; words: string }[]
}
