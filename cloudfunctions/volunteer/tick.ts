import { followTree } from '../kit/following'
import { drain } from '../kit/outbox'
import { moveActivities } from './activity/activity-clock'
import { activities, attendances } from './activity/activity-store'
import { applications } from './application-store'
import { eraseDue } from './apply/erase'
import { dropPrints } from './apply/print'
import { handovers } from './handover/handover-store'
import { following } from './following'
import { localWork } from './local-work'
import { remindReviewers } from './review/remind'
import { shortlists } from './review/shortlist-store'
import { rosters } from './roster/roster-store'
import { dropRosterFiles } from './roster/sheet'
import { dropOldCopies } from './privacy/copy'
import { reports } from './report/report-store'
import { dropOldPhotos } from './wall/wall'
import { wallPhotos } from './wall/wall-store'
import { services } from './team/service-store'
import { teams } from './team/team-store'
import { remindOfSeats } from './team/team-work'
import { certificates } from './certificate/certificate-store'
import { honours } from './honour/honour-store'
import { rounds } from './year/round-store'
import { yearRulesStore } from './year/rules-store'
import { runYear } from './year/year-clock'
import { years } from './year/year-store'

const stores = [
  applications,
  activities,
  attendances,
  rosters,
  shortlists,
  teams,
  services,
  wallPhotos,
  reports,
  years,
  rounds,
  yearRulesStore,
  honours,
  certificates,
  handovers,
]

/** Deletes what is personal where its time is over, then drains the outbox. */
export const tick = async (_input: unknown, { now }: { now: Date }) => {
  const erased =
    (await eraseDue(now)) +
    (await moveActivities(now)) +
    (await dropPrints(now)) +
    (await remindOfSeats(now)) +
    (await remindReviewers(now))
  await dropRosterFiles(now)
  await dropOldCopies(now)
  await dropOldPhotos(now)
  await runYear(now)
  const at = new Date()
  const drained = await drain('volunteer', stores, at, localWork(at))
  return { ran: erased + drained + (await followTree('volunteer', following)) }
}
