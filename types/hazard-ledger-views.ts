import * as z from './zod'
import { Id } from './ids'
import { text } from './fields'
import { LedgerFilter, LedgerOrder } from './hazard-ledger'
import type { Contract } from './contract'

/** As many as fit a screen; who has more no longer finds any. */
export const mostLedgerViews = 20

/** Filters of the ledger under a name of the officer's own. */
export const LedgerView = z.object({
  id: Id,
  name: z.string(),
  first: z.boolean().describe('what the ledger opens with'),
  order: LedgerOrder,
  filter: LedgerFilter,
})
export type LedgerView = z.output<typeof LedgerView>

const Views = z.object({ items: z.array(LedgerView).describe('in the order they were saved') })
const clerk = { role: ['officer', 'regulator'] } as const

export const ledgerViewEntries = {
  ledgerViews: { kind: 'query', input: z.strictObject({}), output: Views, access: clerk },
  saveLedgerView: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      name: text(12, '名称'),
      first: z.boolean().default(false),
      order: LedgerOrder.default('newest'),
      filter: LedgerFilter,
    }),
    output: Views,
    access: clerk,
    audit: '保存台账视图',
  },
  dropLedgerView: {
    kind: 'command',
    input: z.strictObject({ id: Id }),
    output: Views,
    access: clerk,
    audit: '删除台账视图',
  },
} as const satisfies Contract
