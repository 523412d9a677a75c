import * as z from './zod'
import type { Contract } from './contract'
import { caseEntries } from './hazard-case'
import { fixEntries } from './hazard-fix'
import { planEntries } from './hazard-plan'
import { proofEntries } from './hazard-proofs'
import { againEntries } from './hazard-again'
import { joinEntries, mergeEntries } from './hazard-join'
import { spokenEntries } from './hazard-spoken'
import { similarEntries } from './hazard-similar'
import { boardEntries } from './hazard-board'
import { ladderEntries } from './hazard-ladder'
import { ledgerEntries } from './hazard-ledger'
import { letterEntries } from './hazard-letter'
import { reportEntries } from './hazard-report'
import { MediaCheckEvent, platformEntries } from './platform-entries'

/** The whole of the hazards, as its function serves it. The phone imports the group of entries it needs. */
export const hazardContract = {
  ...platformEntries,
  ...reportEntries,
  ...spokenEntries,
  ...similarEntries,
  ...joinEntries,
  ...mergeEntries,
  ...caseEntries,
  ...ledgerEntries,
  ...fixEntries,
  ...letterEntries,
  ...ladderEntries,
  ...boardEntries,
  ...planEntries,
  ...proofEntries,
  ...againEntries,
  mediaChecked: { kind: 'callback', input: MediaCheckEvent, output: z.literal('success'), access: 'function' },
} as const satisfies Contract
