import { AppError } from 'types/app-error'
import { attendanceMachine } from 'types/volunteer-activity-machine'
import { move, record, type Acting } from '../../kit/aggregate'
import type { Work } from '../local-work'
import type { ActivityDoc, AttendanceDoc } from './activity'
import {
  attendances,
  createAttendance,
  findActivity,
  listAttendees,
  listNames,
  addSignal,
  listOfPhone,
  pullLine,
} from './activity-store'
import { newAttendance } from './born-attendance'
import { settle } from './settle'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })
const labelOf = (act: string) => attendanceMachine.moves.find((move) => move.act === act)?.label ?? '活动有变动'

/** Somebody's own step came between: the activity is looked at again with the next word of it. */
const unlessOvertaken = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work
    return true
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'CONFLICT') return false
    throw thrown
  }
}

const settleOne = async (activity: ActivityDoc, doc: AttendanceDoc, now: Date): Promise<boolean> => {
  const found = settle(activity, doc)
  if (!found) return true
  const { act, set, push } = found
  const step = { at: now, set, push }
  // The list leaves the events out; nothing of a clock's step looks at them.
  const bare = { ...doc, events: [] }
  const written = act
    ? move(attendances, attendanceMachine, bare, clock(labelOf(act)), act, doc.version, step)
    : record(attendances, bare, clock('告知活动情况'), 'told', step)
  return unlessOvertaken(written)
}

/**
 * Who stands in the line and was told nothing yet: whose attendance was never written (a call that died between its two
 * writes) gets one; who came off the roster at the very moment he asked stands there no more.
 * @returns whether the line stays as it was read
 */
const admit = async (activity: ActivityDoc, known: readonly AttendanceDoc[], now: Date): Promise<boolean> => {
  const words = new Map(known.map(({ applicationId, word }) => [applicationId, word]))
  const fresh = activity.line.filter(({ id }) => !words.get(id))
  const people = fresh.length > 0 ? await listNames(fresh.map(({ id }) => id)) : []
  const gone = people.filter(({ state }) => state !== 'enrolled')
  for (const { _id } of gone) await pullLine(activity._id, _id, now)
  const missing = people.filter(({ _id, state }) => state === 'enrolled' && !words.has(_id))
  for (const { _id: applicationId, openid, team } of missing) {
    const who = { applicationId, openid, teamId: team?.id ?? null, noShows: 0 }
    await createAttendance(newAttendance(activity, who, clock('报名活动'), 'waiting', now))
  }
  return gone.length + missing.length === 0
}

const tries = 4

/** Makes every attendance say what its activity says: places, times, words, the end. Twice changes nothing. */
export const reconcile = async (activityId: string, now: Date): Promise<void> => {
  for (let turn = 0; turn < tries; turn++) {
    const activity = await findActivity(activityId)
    if (!activity) return
    const known = await listAttendees(activityId)
    if (activity.state === 'open' && !(await admit(activity, known, now))) continue
    const settled = await Promise.all(known.map((doc) => settleOne(activity, doc, now)))
    if (settled.every(Boolean)) return
  }
}

export const followLine: Work = (item, at) => reconcile(String(item.payload.activityId), at)

/** One phone that signed in for more than one person: all of them are marked for the organiser. */
export const comparePhones: Work = async ({ payload }) => {
  const found = await listOfPhone(String(payload.activityId), String(payload.mark))
  if (found.length > 1)
    await addSignal(
      found.map(({ _id }) => _id),
      'shared-phone',
    )
}
