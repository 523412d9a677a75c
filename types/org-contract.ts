import { sheetEntries } from './org-imports'
import { labelEntries } from './labels'
import { managerEntries } from './org-managers'
import { officeEntries } from './org-office'
import { qualifyEntries } from './org-qualify'
import { regulatorEntries } from './org-regulators'
import { registerEntries } from './org-register'
import { moveEntries } from './org-move'
import { personEntries } from './org'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'

/** The whole of org, as its function serves it. The phone imports the group of entries it needs. */
export const orgContract = {
  ...platformEntries,
  ...personEntries,
  ...officeEntries,
  ...registerEntries,
  ...moveEntries,
  ...sheetEntries,
  ...managerEntries,
  ...regulatorEntries,
  ...labelEntries,
  ...qualifyEntries,
} as const satisfies Contract
