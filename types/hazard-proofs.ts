import * as z from './zod'
import { Done, InstantInput, text } from './fields'
import { CongressForm, ListingLevel } from './hazard-proof-views'
import { hazardMove as move, officerOf } from './hazard-views'
import type { Contract } from './contract'

const Regulator = z.strictObject({ at: InstantInput, to: text(60, '报告对象'), number: text(60, '文号或受理编号') })
const Congress = z.strictObject({ at: InstantInput, form: CongressForm, where: text(60, '地点') })

/** What the law asks of a major hazard beside its fixing: two reports, and supervision where a committee listed it. */
export const proofEntries = {
  prove: {
    kind: 'command',
    input: z
      .strictObject({ ...move, regulator: Regulator.optional(), congress: Congress.optional() })
      .refine(({ regulator, congress }) => regulator !== undefined || congress !== undefined, {
        path: ['regulator'],
        error: '请至少登记一项报告',
      }),
    output: Done,
    access: officerOf,
    audit: '登记双报告',
  },
  list: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      number: text(40, '督办文号'),
      level: ListingLevel,
      publishedAt: InstantInput,
      dueAt: InstantInput,
    }),
    output: Done,
    access: officerOf,
    audit: '登记挂牌督办',
  },
  extendListing: {
    kind: 'command',
    input: z.strictObject({ ...move, dueAt: InstantInput, reason: text(200, '延期原因') }),
    output: Done,
    access: officerOf,
    audit: '督办延期',
  },
  delist: {
    kind: 'command',
    input: z.strictObject({ ...move, at: InstantInput, reason: text(200, '摘牌理由') }),
    output: Done,
    access: officerOf,
    audit: '登记摘牌',
  },
} as const satisfies Contract
