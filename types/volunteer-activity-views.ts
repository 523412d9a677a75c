import * as z from './zod'
import { Id } from './ids'
import { Instant, Version } from './fields'
import { ActivityCampaign, ActivityFocus, ActivityKind } from './volunteer-activity-kinds'
import { ActivityState, AttendanceState, Signal } from './volunteer-activity-machine'
import { Checklist } from './volunteer-activity-checklist'
import { Specialty } from './volunteer-form'

/** One line of a list of activities; `mine` is the caller's own standing. */
export const ActivityRow = z.object({
  id: Id,
  title: z.string(),
  state: ActivityState,
  kind: ActivityKind,
  campaign: ActivityCampaign.nullable(),
  special: z.boolean(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  quota: z.int(),
  joined: z.int(),
  waiting: z.int(),
  organiser: z.string(),
  mine: AttendanceState.nullable(),
})
export type ActivityRow = z.output<typeof ActivityRow>

export const ActivityView = ActivityRow.extend({
  focus: z.array(ActivityFocus),
  meeting: z.string(),
  bring: z.string().nullable(),
  contact: z.string().nullable().describe('for those who joined'),
  safety: z.string().nullable().describe('who answers for safety on the spot'),
  audience: z.string(),
  joinFrom: Instant,
  joinUntil: Instant,
  leaveUntil: Instant,
  reason: z.string().nullable().describe('why it was cancelled'),
  ahead: z.int().nullable().describe('how many wait before me'),
  mayJoin: z.boolean(),
  mayLeave: z.boolean(),
  why: z.string().nullable().describe('why it cannot be joined'),
  mySignIn: Instant.nullable(),
  mySignOut: Instant.nullable(),
})

const Appeal = z.object({
  words: z.string(),
  at: Instant,
  answer: z.string().nullable(),
  upheld: z.boolean().nullable(),
})
const Manual = z.object({ reason: z.string(), by: z.string() })

/** What a volunteer sees of his own part in an activity. */
export const AttendanceRow = z.object({
  id: Id,
  activityId: Id,
  version: Version,
  title: z.string(),
  state: AttendanceState,
  special: z.boolean(),
  startsAt: Instant,
  endsAt: Instant,
  inAt: Instant.nullable(),
  outAt: Instant.nullable(),
  minutes: z.int(),
  manual: Manual.nullable(),
  claimed: z.boolean().describe('a late sign-in waits for the organiser'),
  appeal: Appeal.nullable(),
  mayAppeal: z.boolean(),
})
export type AttendanceRow = z.output<typeof AttendanceRow>

const Claim = z.object({ way: z.enum(['in', 'out']), at: Instant, deliveredAt: Instant })

/** One person as the organiser sees him. */
export const AttendeeRow = z.object({
  id: Id,
  version: Version,
  name: z.string(),
  unit: z.string(),
  state: AttendanceState,
  place: z.int().nullable().describe('1 for the first in line'),
  inAt: Instant.nullable(),
  outAt: Instant.nullable(),
  minutes: z.int(),
  manual: Manual.nullable(),
  signals: z.array(Signal),
  metres: z.int().nullable(),
  claims: z.array(Claim),
  noShows: z.int().describe('this year, when he joined'),
  appeal: Appeal.nullable(),
  history: z.array(z.object({ at: Instant, by: z.string(), words: z.string() })),
})
export type AttendeeRow = z.output<typeof AttendeeRow>

export const OfficeActivityRow = ActivityRow.omit({ mine: true }).extend({
  present: z.int(),
  version: Version,
})

export const OfficeActivity = ActivityRow.omit({ mine: true }).extend({
  version: Version,
  nodeId: Id,
  focus: z.array(ActivityFocus),
  meeting: z.string(),
  bring: z.string().nullable(),
  contact: z.string(),
  joinFrom: Instant,
  joinUntil: Instant,
  leaveUntil: Instant,
  audience: z.object({
    nodeId: Id,
    nodeName: z.string(),
    teamId: Id.nullable(),
    teamName: z.string().nullable(),
    specialties: z.array(Specialty),
  }),
  bar: z.int().nullable(),
  spot: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  checklist: Checklist.nullable(),
  missing: z.array(z.string()).describe('what keeps it from being published'),
  reason: z.string().nullable(),
  people: z.array(AttendeeRow),
  acts: z.array(z.string()),
  byMe: z.boolean().describe('the caller organised it: appeals are for somebody else'),
  codesFrom: Instant,
  codesTo: Instant,
})
export type OfficeActivity = z.output<typeof OfficeActivity>
