import { platformEntries } from './platform-entries'
import { applyEntries } from './volunteer-apply'
import { printEntries } from './volunteer-print'
import { reviewEntries } from './volunteer-review'
import { rosterEntries } from './volunteer-roster'
import { teamEntries } from './volunteer-team'
import type { Contract } from './contract'

/** The whole of volunteer, as its function serves it. The phone imports the group of entries it needs. */
export const volunteerContract = {
  ...platformEntries,
  ...applyEntries,
  ...printEntries,
  ...reviewEntries,
  ...rosterEntries,
  ...teamEntries,
} as const satisfies Contract
