import { followTree } from '../kit/following'
import { drain } from '../kit/outbox'
import { ticking } from '../kit/tick'
import { moveActivities } from './activity/activity-clock'
import { activities, attendances, listDueActivities } from './activity/activity-store'
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
import { workOnRounds } from './year/round-clock'
import { yearWork } from './year/year-clock'
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

const drainVolunteer = () => {
  const at = new Date()
  return drain('volunteer', stores, at, localWork(at))
}

/** Moves activities, reminds, deletes what is personal where its time is over; rounds of the year and the outboxes. */
export const tick = ticking('volunteer', {
  looks: [async (now) => (await listDueActivities(now)).length],
  slow: [
    ...[eraseDue, moveActivities, dropPrints, remindOfSeats],
    ...[dropRosterFiles, dropOldCopies, dropOldPhotos, ...yearWork],
  ],
  soon: [remindReviewers, workOnRounds, drainVolunteer, () => followTree('volunteer', following)],
})
