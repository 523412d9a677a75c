import * as z from './zod'
import { Id } from './ids'
import { Done, FileId, PageQuery, text } from './fields'
import { FixerView, HazardRow, fixerOf, hazardMove as move } from './hazard-views'
import type { Contract } from './contract'

const Answer = z.strictObject({
  ...move,
  words: text(500, '整改情况'),
  photos: z.array(FileId).min(1, { error: '请拍一张整改后的照片' }).max(4, { error: '最多 4 张照片' }),
})

/** What the enterprise's fixer does. */
export const fixEntries = {
  fixList: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({ items: z.array(HazardRow), more: z.boolean() }),
    access: { role: 'fixer' },
  },
  fixDetail: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: FixerView,
    access: fixerOf,
  },
  answer: { kind: 'command', input: Answer, output: Done, access: fixerOf, audit: '回复整改情况' },
  fixOnSpot: { kind: 'command', input: Answer, output: Done, access: fixerOf, audit: '立行立改' },
} as const satisfies Contract
