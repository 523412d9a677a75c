import { platformEntries } from './platform-entries'
import { applyEntries } from './volunteer-apply'
import { leaveEntries } from './volunteer-leave'
import { printEntries } from './volunteer-print'
import { reviewEntries } from './volunteer-review'
import { rosterEntries } from './volunteer-roster'
import { privacyEntries } from './volunteer-privacy'
import { shortlistEntries } from './volunteer-shortlist'
import { teamEntries } from './volunteer-team'
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
  ...teamEntries,
  ...privacyEntries,
} as const satisfies Contract
