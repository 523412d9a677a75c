import { movesFor } from 'types/state-machine'
import { activityMachine } from 'types/volunteer-activity-machine'
import type { ActivityRow, AttendanceRow, AttendeeRow, OfficeActivity } from 'types/volunteer-activity-views'
import { signWindow } from 'types/volunteer-activity-hours'
import type * as z from 'types/zod'
import type { ApplicationDoc } from '../documents'
import type { ActivityDoc, AttendanceDoc } from './activity'
import { mayAppeal } from './appeal'
import { missingOf } from './write'

type Headed = Pick<
  ActivityDoc,
  | ('_id' | 'title' | 'state' | 'kind' | 'campaign' | 'special' | 'place' | 'startsAt' | 'endsAt')
  | ('quota' | 'line' | 'node')
>

/** How many have a place and how many wait. */
export const countsOf = ({ line, quota }: Pick<ActivityDoc, 'line' | 'quota'>) => ({
  joined: Math.min(line.length, quota),
  waiting: Math.max(0, line.length - quota),
})

const head = (doc: Headed) => {
  const { _id: id, title, state, kind, campaign, special, place, startsAt, endsAt, quota, node } = doc
  const facts = { id, title, state, kind, campaign, special, place, startsAt, endsAt, quota }
  return { ...facts, ...countsOf(doc), organiser: node.name }
}

export const toRow = (doc: Headed, mine: AttendanceDoc['state'] | null): z.input<typeof ActivityRow> => ({
  ...head(doc),
  mine,
})

const toAppeal = ({ appeal }: Pick<AttendanceDoc, 'appeal'>) =>
  appeal && {
    ...{ words: appeal.words ?? '（已删除）', at: appeal.at },
    ...{ answer: appeal.answer?.words ?? null, upheld: appeal.answer?.upheld ?? null },
  }

/** A volunteer's own part. */
export const toAttendance = (doc: AttendanceDoc, now: Date): z.input<typeof AttendanceRow> => {
  const { _id: id, activityId, version, title, state, special, startsAt, endsAt, inAt, outAt, minutes, manual } = doc
  return {
    ...{ id, activityId, version, title, state, special, startsAt, endsAt, inAt, outAt, minutes, manual },
    ...{ claimed: doc.claims.length > 0, appeal: toAppeal(doc), mayAppeal: mayAppeal(doc, now) },
  }
}

export type Names = ReadonlyMap<string, Pick<ApplicationDoc, 'personal'>>

/** Somebody's name where it is still known. */
export const nameOf = (names: Names, applicationId: string) => names.get(applicationId)?.personal?.name ?? '（已注销）'

const toAttendee = (doc: AttendanceDoc, line: ActivityDoc['line'], names: Names): z.input<typeof AttendeeRow> => {
  const { _id: id, applicationId, version, state, inAt, outAt, minutes, manual, signals, metres, claims, noShows } = doc
  const place = line.findIndex((one) => one.id === applicationId) + 1
  return {
    ...{ id, version, state, inAt, outAt, minutes, manual, signals, metres, claims, noShows, history: doc.history },
    ...{ name: nameOf(names, applicationId), unit: names.get(applicationId)?.personal?.unit ?? '' },
    ...{ place: place || null, appeal: toAppeal(doc) },
  }
}

const order: Record<AttendanceDoc['state'], number> = {
  ...{ present: 0, joined: 1, served: 2, absent: 3, excused: 4, waiting: 5, cancelled: 6 },
}

type Beside = { people: readonly AttendanceDoc[]; names: Names; personId: string; now: Date }

/** An activity with everybody on it, as its organisers see it. */
export const toOfficeActivity = (
  doc: ActivityDoc,
  { people, names, personId, now }: Beside,
): z.input<typeof OfficeActivity> => {
  const { version, focus, meeting, bring, contact, joinFrom, joinUntil, leaveUntil, audience, bar, spot } = doc
  const acts = movesFor(activityMachine, doc.state, 'officer')
    .map(({ act }) => act)
    .filter((act) => act !== 'finish' || now >= doc.endsAt)
  return {
    ...head(doc),
    ...{ version, focus, meeting, bring, contact, joinFrom, joinUntil, leaveUntil, audience, bar, spot, acts },
    ...{ nodeId: doc.node.id, checklist: doc.checklist, reason: doc.reason },
    missing: doc.state === 'draft' ? missingOf(doc) : [],
    people: people
      .map((one) => toAttendee(one, doc.line, names))
      .sort((left, right) => order[left.state] - order[right.state] || (left.place ?? 999) - (right.place ?? 999)),
    byMe: doc.organiser === personId,
    codesFrom: signWindow(doc, 'in').from,
    codesTo: signWindow(doc, 'out').to,
  }
}
