import * as z from './zod'
import { Id } from './ids'
import { PageQuery, optionalText } from './fields'
import { CampaignGrade, HazardSource, RecordKind } from './hazard-record'
import { CoverPeriod } from './hazard-coverage'
import { HazardKind, HazardState } from './hazard'
import { HazardRow } from './hazard-views'
import type { Contract } from './contract'

/** `newest`: dangers to life first, then the newest. `due`: what is being fixed, the earliest deadline first. */
export const LedgerOrder = z.enum(['newest', 'due'])

/** What a ledger can be narrowed by. */
export const ledgerFilter = {
  state: HazardState.optional(),
  kind: HazardKind.optional(),
  overdue: z.boolean().optional(),
  listed: z.boolean().optional(),
  source: HazardSource.optional(),
  record: RecordKind.optional(),
  level: CampaignGrade.optional(),
  enterpriseId: Id.optional(),
  period: CoverPeriod.optional().describe('when it was reported; together with enterpriseId'),
  words: optionalText(40),
}
export const LedgerFilter = z
  .strictObject(ledgerFilter)
  .refine(({ period, enterpriseId }) => !period || enterpriseId, { path: ['period'], error: '请先选一家企业' })
export type LedgerFilter = z.output<typeof LedgerFilter>

/** The ledger of a node. */
export const ledgerEntries = {
  ledger: {
    kind: 'query',
    input: z
      .strictObject({ nodeId: Id.optional(), ...ledgerFilter, order: LedgerOrder.default('newest'), ...PageQuery })
      .refine(({ period, enterpriseId }) => !period || enterpriseId, { path: ['period'], error: '请先选一家企业' }),
    output: z.object({
      counts: z.object({
        toAccept: z.int(),
        toAssign: z.int(),
        planning: z.int(),
        fixing: z.int(),
        overdue: z.int(),
        toClose: z.int(),
        closed: z.int(),
        reopened: z.int(),
        listed: z.int(),
      }),
      items: z.array(HazardRow),
      more: z.boolean(),
    }),
    access: { role: ['officer', 'regulator'], scope: 'node' },
  },
} as const satisfies Contract
