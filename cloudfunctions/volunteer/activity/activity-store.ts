import { command, database } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import { countTrip } from '../../kit/current-call'
import { deriveId } from 'types/ids'
import type { ApplicationDoc } from '../documents'
import { applications } from '../application-store'
import type { ActivityDoc, AttendanceDoc } from './activity'

export const activities = collection<ActivityDoc>('activities')
export const attendances = collection<AttendanceDoc>('attendances')

export const attendanceId = (activityId: string, applicationId: string) =>
  deriveId('attendance', activityId, applicationId)

export const findActivity = (id: string) => activities.find(id)
export const findAttendance = (id: string) => attendances.find(id)
export const createActivity = (doc: ActivityDoc) => activities.insert(doc)
export const createAttendance = (doc: AttendanceDoc) => attendances.insert(doc)

type Page = { page: number; size: number }
const latestFirst = [
  ['startsAt', 'desc'],
  ['_id', 'asc'],
] as const
const soonestFirst = [
  ['startsAt', 'asc'],
  ['_id', 'asc'],
] as const

const rowFields = [
  ...['title', 'state', 'version', 'kind', 'campaign', 'special', 'place', 'startsAt', 'endsAt', 'quota', 'line'],
  'node',
]

/** What volunteers below these nodes may still go to, the soonest first. */
export const pageOpenActivities = (boards: readonly string[], since: Date, { page, size }: Page) =>
  activities.page(
    { board: command.in(boards), startsAt: command.gte(since) },
    { sort: soonestFirst, page, size, fields: rowFields },
  )

export const pageActivities = (nodeId: string, state: ActivityDoc['state'] | undefined, { page, size }: Page) =>
  activities.page({ under: nodeId, ...(state ? { state } : {}) }, { sort: latestFirst, page, size, fields: rowFields })

export const listDueActivities = (now: Date) =>
  activities.list({ clockAt: command.lte(now) }, { sort: [['clockAt', 'asc']], limit: 20 })

const attendeeFields = [
  ...['activityId', 'applicationId', 'openid', 'under', 'subject', 'seq', 'head', 'createdAt', 'updatedAt'],
  ...['state', 'version', 'inAt', 'outAt', 'minutes', 'manual', 'signals', 'metres', 'claims', 'noShows', 'appeal'],
  ...['history', 'word', 'told', 'title', 'startsAt', 'endsAt', 'year', 'special', 'organiser', 'events'],
]

/** Everybody of an activity, without what is not shown. */
export const listAttendees = (activityId: string, fields = attendeeFields.slice(0, -1)) =>
  attendances.list({ activityId }, { fields })

/** As many of them as stand in one of these states. */
export const listAttendeesIn = (activityId: string, states: readonly AttendanceDoc['state'][]) =>
  attendances.list({ activityId, state: command.in(states) }, { fields: ['state', 'claims'] })

export const listOwn = (openid: string, { page, size }: Page) =>
  attendances.page({ openid }, { sort: latestFirst, page, size })

export const listAttendancesOf = (applicationId: string) => attendances.list({ applicationId })
/** His attendances of this calendar year and those after it. */
export const listAttendancesSince = (applicationId: string, year: number) =>
  attendances.list(
    { applicationId, year: command.gte(year) },
    { fields: ['activityId', 'state', 'endsAt', 'claims', 'under'] },
  )
export const listOwnOf = (openid: string) => attendances.list({ openid })

export const listOwnIn = (ids: readonly string[]) =>
  attendances.list({ _id: command.in(ids) }, { fields: ['activityId', 'state'] })

/** Appeals under a node that wait for an answer, the oldest activity first. */
export const pageAppeals = (nodeId: string, { page, size }: Page) =>
  attendances.page({ under: nodeId, appealOpen: true }, { sort: soonestFirst, page, size })

export const listNames = (applicationIds: readonly string[]) =>
  applications.list(
    { _id: command.in(applicationIds) },
    { fields: ['personal.name', 'personal.unit', 'openid', 'team', 'state'] },
  )

/** The living application of a person, where he is on the roster. */
export const findEnrolled = async (openid: string): Promise<ApplicationDoc | null> => {
  const found = openid ? await applications.list({ openid }, { sort: [['createdAt', 'desc']], limit: 5 }) : []
  return found.find(({ state }) => state === 'enrolled') ?? null
}

type Joined = { from: string; localField: string; foreignField: string; as: string }
/** The aggregation the SDK offers and its types leave out. */
type Pipeline = {
  match(condition: object): Pipeline
  limit(count: number): Pipeline
  addFields(fields: object): Pipeline
  lookup(join: Joined): Pipeline
  project(fields: object): Pipeline
  end(): Promise<{ list: unknown[] }>
}
const piped = (name: string) => {
  countTrip()
  return (database.collection(name) as unknown as { aggregate(): Pipeline }).aggregate()
}

/** An activity, the caller's applications and all he ever joined: what joining looks at, in one trip. */
export type Asking = ActivityDoc & { applications: ApplicationDoc[]; own: AttendanceDoc[] }

const unread = { events: 0, outbox: 0 }
const unreadBeside = {
  ...{ 'own.events': 0, 'own.outbox': 0, 'own.history': 0 },
  ...{ 'applications.personal': 0, 'applications.events': 0, 'applications.outbox': 0 },
}

export const findAsking = async (id: string, openid: string): Promise<Asking | null> => {
  const found = await piped('activities')
    .match({ _id: id })
    .limit(1)
    .addFields({ asker: openid })
    .lookup({ from: 'applications', localField: 'asker', foreignField: 'openid', as: 'applications' })
    .lookup({ from: 'attendances', localField: 'asker', foreignField: 'openid', as: 'own' })
    .project({ ...unread, ...unreadBeside })
    .end()
  return (found.list[0] as Asking | undefined) ?? null
}

/** What a person has joined that may be signed in to about now, each with its activity. One trip. */
export type Signing = AttendanceDoc & { activity: ActivityDoc[] }

export const listSigning = async (openid: string, from: Date, to: Date): Promise<Signing[]> => {
  const found = await piped('attendances')
    .match({ openid, startsAt: command.and(command.gte(from), command.lte(to)) })
    .limit(20)
    .lookup({ from: 'activities', localField: 'activityId', foreignField: '_id', as: 'activity' })
    .project({ 'activity.events': 0, 'activity.outbox': 0, 'activity.line': 0 })
    .end()
  return found.list as Signing[]
}

const lineItem = (activityId: string, cause: string, now: Date) => ({
  ...{ id: `${activityId}.line.${cause}.${now.getTime()}`, to: 'local', kind: 'line' },
  payload: { activityId },
})

/** Asks for a place: the order of these writes is the order of the line. 0 where he stands in it, or it is full. */
export const pushLine = ({ _id, quota }: ActivityDoc, applicationId: string, waitlist: number, now: Date) =>
  activities.update(
    {
      ...{ _id, state: 'open', 'line.id': command.neq(applicationId) },
      [`line.${quota + waitlist - 1}`]: command.exists(false),
    },
    {
      line: command.push([{ id: applicationId, at: now }]),
      outbox: command.push([lineItem(_id, applicationId, now)]),
      outboxAt: now,
    },
  )

export const pullLine = (activityId: string, applicationId: string, now: Date) =>
  activities.update(
    { _id: activityId, 'line.id': applicationId },
    {
      line: command.pull({ id: applicationId }),
      outbox: command.push([lineItem(activityId, `${applicationId}.left`, now)]),
      outboxAt: now,
    },
  )

/**
 * Counts one try of six digits before it is looked at: of many at one moment only so many are.
 * @returns false where there were too many lately
 */
export const takeDigitTry = async (id: string, most: number, since: Date, now: Date): Promise<boolean> => {
  const counted = await attendances.update(
    { _id: id, digitTries: command.lt(most) },
    { digitTries: command.inc(1), triedAt: now },
  )
  if (counted > 0) return true
  return (await attendances.update({ _id: id, triedAt: command.lt(since) }, { digitTries: 1, triedAt: now })) > 0
}

export const addSignal = (ids: readonly string[], signal: AttendanceDoc['signals'][number]) =>
  attendances.update({ _id: command.in(ids) }, { signals: command.addToSet(signal) })

export const listOfPhone = (activityId: string, mark: string) =>
  attendances.list({ activityId, devices: mark }, { fields: ['applicationId'] })
