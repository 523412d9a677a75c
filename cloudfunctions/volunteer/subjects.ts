import type { Subject } from '../kit/access'
import type { Caller } from '../kit/identity'
import type { ActivityDoc, AttendanceDoc } from './activity/activity'
import { findActivity, findAttendance } from './activity/activity-store'
import { findApplication } from './application-store'
import type { ApplicationDoc } from './documents'
import { findNode, type NodeDoc } from './node-store'
import { shortlistSubject } from './review/shortlist'
import type { RosterDoc } from './roster/roster'
import { findRoster } from './roster/roster-store'
import { certificateSubjects } from './certificate/handlers'
import { honourSubjects } from './honour/handlers'
import { reportSubjects } from './report/reports'
import { wallSubjects } from './wall/handlers'
import { teamSubject } from './team/handlers'
import { yearSubjects } from './year/handlers'

const node: Subject<NodeDoc> = {
  load: (input: { nodeId?: string }, caller: Caller) => findNode(input.nodeId ?? caller.grants[0]?.nodeId ?? ''),
  under: (doc) => doc.under,
}
const application: Subject<ApplicationDoc> = {
  load: (input: { id: string }) => findApplication(input.id),
  under: (doc) => doc.under,
  owner: (doc) => doc.openid,
}

const roster: Subject<RosterDoc> = {
  load: (input: { id: string }) => findRoster(input.id),
  under: (doc) => doc.under,
}

const activity: Subject<ActivityDoc> = {
  load: (input: { id: string }) => findActivity(input.id),
  under: (doc) => doc.under,
}
const attendance: Subject<AttendanceDoc> = {
  load: (input: { id: string }) => findAttendance(input.id),
  under: (doc) => doc.under,
  owner: (doc) => doc.openid,
}

export const subjects = {
  node,
  application,
  activity,
  attendance,
  roster,
  shortlist: shortlistSubject,
  team: teamSubject,
  ...wallSubjects,
  ...reportSubjects,
  ...yearSubjects,
  ...certificateSubjects,
  ...honourSubjects,
}
