import * as z from './zod'
import type { Contract } from './contract'
import { caseEntries } from './hazard-case'
import { fixEntries } from './hazard-fix'
import { planEntries } from './hazard-plan'
import { proofEntries } from './hazard-proofs'
import { classifyEntries } from './hazard-classify'
import { againEntries } from './hazard-again'
import { joinEntries, mergeEntries } from './hazard-join'
import { spokenEntries } from './hazard-spoken'
import { similarEntries } from './hazard-similar'
import { awardOfficeEntries } from './hazard-award-office'
import { awardEntries } from './hazard-award-public'
import { boardEntries } from './hazard-board'
import { coverageEntries } from './hazard-coverage'
import { sheetEntries } from './hazard-export'
import { handoverEntries } from './hazard-handover'
import { ladderEntries } from './hazard-ladder'
import { ledgerEntries } from './hazard-ledger'
import { ledgerViewEntries } from './hazard-ledger-views'
import { letterEntries } from './hazard-letter'
import { reportEntries } from './hazard-report'
import { ruleEntries } from './hazard-rules'
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
  ...handoverEntries,
  ...ledgerEntries,
  ...ledgerViewEntries,
  ...coverageEntries,
  ...sheetEntries,
  ...fixEntries,
  ...letterEntries,
  ...ladderEntries,
  ...ruleEntries,
  ...boardEntries,
  ...awardEntries,
  ...awardOfficeEntries,
  ...planEntries,
  ...proofEntries,
  ...classifyEntries,
  ...againEntries,
  mediaChecked: { kind: 'callback', input: MediaCheckEvent, output: z.literal('success'), access: 'function' },
} as const satisfies Contract
