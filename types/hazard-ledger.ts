import * as z from './zod'
import { Id } from './ids'
import { PageQuery, optionalText } from './fields'
import { CampaignGrade, HazardSource, RecordKind } from './hazard-record'
import { HazardKind, HazardState } from './hazard'
import { HazardRow } from './hazard-views'
import type { Contract } from './contract'

/** The ledger of a node. */
export const ledgerEntries = {
  ledger: {
    kind: 'query',
    input: z.strictObject({
      nodeId: Id.optional(),
      state: HazardState.optional(),
      kind: HazardKind.optional(),
      overdue: z.boolean().optional(),
      listed: z.boolean().optional(),
      source: HazardSource.optional(),
      record: RecordKind.optional(),
      level: CampaignGrade.optional(),
      words: optionalText(40),
      ...PageQuery,
    }),
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
