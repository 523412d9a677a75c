import { AppError } from 'types/app-error'
import type { activityEntries } from 'types/volunteer-activity'
import type { Handler } from '../../kit/serve'
import type { AttendanceDoc } from './activity'
import { attendanceId, findAsking, findEnrolled, listOwn, listOwnIn, pageOpenActivities } from './activity-store'
import { audienceWord, whyNotJoin } from './eligible'
import { partOf } from './join'
import { toAttendance, toRow } from './views'

type Entries = typeof activityEntries

const twoDays = 48 * 3_600_000

/** What a volunteer may go to, the soonest first. Three trips. */
export const activities: Handler<Entries['activities']> = async (input, { caller: { openid }, now }) => {
  const member = await findEnrolled(openid)
  if (!member) return { enrolled: false, items: [], more: false }
  const { items, more } = await pageOpenActivities(member.under, new Date(now.getTime() - twoDays), input)
  const coming = items.filter(({ endsAt }) => endsAt > now)
  const own = coming.length > 0 ? await listOwnIn(coming.map(({ _id }) => attendanceId(_id, member._id))) : []
  const states = new Map(own.map(({ activityId, state }) => [activityId, state]))
  return { enrolled: true, items: coming.map((doc) => toRow(doc, states.get(doc._id) ?? null)), more }
}

const involved: readonly AttendanceDoc['state'][] = ['joined', 'waiting', 'present', 'served']

/** One activity with the caller's part in it. One trip. */
export const activity: Handler<Entries['activity']> = async ({ id }, { caller: { openid }, now }) => {
  const asking = await findAsking(id, openid || '-')
  if (!asking || asking.state === 'draft') throw new AppError('NOT_FOUND')
  const { activity: doc, member, mine, own } = partOf(asking)
  const at = member ? doc.line.findIndex((one) => one.id === member._id) : -1
  const standing = at < 0 ? null : at < doc.quota ? ('joined' as const) : ('waiting' as const)
  // Until the drainer has looked, only the line itself knows who has a place.
  const isAsking = !mine || ['joined', 'waiting', 'cancelled'].includes(mine.state)
  const state = doc.state === 'open' && isAsking ? (standing ?? (mine ? 'cancelled' : null)) : (mine?.state ?? null)
  const why = standing ? null : whyNotJoin(doc, member, own, now)
  const isIn = state !== null && involved.includes(state)
  const mayLeave = doc.state === 'open' && (state === 'waiting' || (state === 'joined' && now <= doc.leaveUntil))
  return {
    ...toRow(doc, state),
    ...{ focus: doc.focus, meeting: doc.meeting, bring: doc.bring, contact: isIn ? doc.contact : null },
    ...{ safety: doc.checklist?.owner ?? null, audience: audienceWord(doc.audience), reason: doc.reason },
    ...{ joinFrom: doc.joinFrom, joinUntil: doc.joinUntil, leaveUntil: doc.leaveUntil },
    ...{
      ahead: state === 'waiting' ? Math.max(0, at - doc.quota) : null,
      mayJoin: standing === null && why === null,
      mayLeave,
      why,
    },
    ...{ mySignIn: mine?.inAt ?? null, mySignOut: mine?.outAt ?? null },
  }
}

/** All a volunteer joined, latest first. One trip. */
export const myAttendances: Handler<Entries['attendances']> = async (input, { caller: { openid }, now }) => {
  if (!openid) return { items: [], more: false }
  const { items, more } = await listOwn(openid, input)
  return { items: items.map((doc) => toAttendance(doc, now)), more }
}
