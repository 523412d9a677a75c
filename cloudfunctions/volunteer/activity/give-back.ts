import * as z from 'types/zod'
import { Id } from 'types/ids'
import { findApplication } from '../application-store'
import type { Work } from '../local-work'
import type { AttendanceDoc } from './activity'
import { listAttendancesSince, pullLine } from './activity-store'
import { yearOf } from './eligible'

const Gone = z.object({ applicationId: Id })

// Who signed in, also without a network, was there: that is the organiser's to settle.
const isToCome = ({ state, claims, endsAt }: AttendanceDoc, now: Date) =>
  (state === 'joined' || state === 'waiting') && claims.length === 0 && endsAt > now

/**
 * Work `left`: who came off the roster stands in no line any more, and the next one has his place; what he did stays.
 * The line leaves the work that carries it into the attendances, so that twice is once.
 */
export const giveBackPlaces: Work = async ({ payload }, at) => {
  const { applicationId } = Gone.parse(payload)
  const application = await findApplication(applicationId)
  if (application?.state === 'enrolled') return
  // An activity that runs over New Year's Eve belongs to the old year.
  for (const doc of await listAttendancesSince(applicationId, yearOf(at) - 1))
    if (isToCome(doc, at)) await pullLine(doc.activityId, applicationId, at)
}
