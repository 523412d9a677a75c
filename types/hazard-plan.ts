import * as z from './zod'
import { Done, FileId, InstantInput, text } from './fields'
import { fiveTexts } from './hazard-five'
import { fixerOf, hazardMove as move, officerOf } from './hazard-views'
import type { Contract } from './contract'

const five = { ...move, ...fiveTexts, dueAt: InstantInput }
const either = { role: ['fixer', 'officer'], scope: 'hazard' } as const

/** The enterprise's plan, how far it is, and more time where it needs some. */
export const planEntries = {
  plan: {
    kind: 'command',
    input: z.strictObject(five),
    output: Done,
    access: either,
    audit: '落实整改方案',
  },
  replan: {
    kind: 'command',
    input: z.strictObject(five),
    output: Done,
    access: either,
    audit: '修改整改方案',
  },
  progress: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      words: text(300, '进展'),
      photos: z.array(FileId).max(4, { error: '最多 4 张照片' }),
    }),
    output: Done,
    access: fixerOf,
    audit: '报告整改进展',
  },
  askExtension: {
    kind: 'command',
    input: z.strictObject({ ...move, reason: text(200, '延期原因'), dueAt: InstantInput }),
    output: Done,
    access: fixerOf,
    audit: '申请延期',
  },
  grantExtension: {
    kind: 'command',
    input: z.strictObject({ ...move, words: text(200, '答复') }),
    output: Done,
    access: officerOf,
    audit: '同意延期',
  },
  refuseExtension: {
    kind: 'command',
    input: z.strictObject({ ...move, words: text(200, '答复') }),
    output: Done,
    access: officerOf,
    audit: '不同意延期',
  },
} as const satisfies Contract
