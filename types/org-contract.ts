import { sheetEntries } from './org-imports'
import { labelEntries } from './labels'
import { managerEntries } from './org-managers'
import { boothEntries } from './org-booth'
import { funnelEntries } from './org-funnel'
import { myCodeEntries } from './org-my-code'
import { driveEntries } from './org-drive'
import { officeEntries } from './org-office'
import { qualifyEntries } from './org-qualify'
import { regulatorEntries } from './org-regulators'
import { registerEntries } from './org-register'
import { setupEntries } from './org-setup'
import { moveEntries } from './org-move'
import { personEntries } from './org'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'

/** The whole of org, as its function serves it. The phone imports the group of entries it needs. */
export const orgContract = {
  ...platformEntries,
  ...personEntries,
  ...officeEntries,
  ...boothEntries,
  ...funnelEntries,
  ...myCodeEntries,
  ...driveEntries,
  ...registerEntries,
  ...moveEntries,
  ...sheetEntries,
  ...managerEntries,
  ...regulatorEntries,
  ...labelEntries,
  ...qualifyEntries,
  ...setupEntries,
} as const satisfies Contract
