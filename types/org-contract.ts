import { sheetEntries } from './org-imports'
import { officeEntries } from './org-office'
import { registerEntries } from './org-register'
import { personEntries } from './org'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'

/** The whole of org, as its function serves it. The phone imports the group of entries it needs. */
export const orgContract = {
  ...platformEntries,
  ...personEntries,
  ...officeEntries,
  ...registerEntries,
  ...sheetEntries,
} as const satisfies Contract
