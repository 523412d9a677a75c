import { platformEntries } from './platform-entries'
import { activityEntries } from './volunteer-activity'
import { activityOfficeEntries } from './volunteer-activity-office'
import { volunteerHandoverEntries } from './volunteer-handover'
import { applyEntries } from './volunteer-apply'
import { leaveEntries } from './volunteer-leave'
import { printEntries } from './volunteer-print'
import { reviewEntries } from './volunteer-review'
import { rosterEntries } from './volunteer-roster'
import { privacyEntries } from './volunteer-privacy'
import { shortlistEntries } from './volunteer-shortlist'
import { reportEntries } from './volunteer-report'
import { teamEntries } from './volunteer-team'
import { wallEntries } from './volunteer-wall'
import { certificateEntries, showEntries } from './volunteer-certificate'
import { assessEntries } from './volunteer-year-assess'
import { honourEntries } from './volunteer-year-award'
import { yearEntries } from './volunteer-year'
import { yearSetEntries } from './volunteer-year-set'
import type { Contract } from './contract'

/** The whole of volunteer, as its function serves it. The phone imports the group of entries it needs. */
export const volunteerContract = {
  ...platformEntries,
  ...applyEntries,
  ...printEntries,
  ...reviewEntries,
  ...rosterEntries,
  ...shortlistEntries,
  ...leaveEntries,
  ...volunteerHandoverEntries,
  ...teamEntries,
  ...wallEntries,
  ...reportEntries,
  ...yearEntries,
  ...yearSetEntries,
  ...assessEntries,
  ...honourEntries,
  ...certificateEntries,
  ...showEntries,
  ...privacyEntries,
  ...activityEntries,
  ...activityOfficeEntries,
} as const satisfies Contract
