import * as z from './zod'
import { Id } from './ids'
import { Done, FileId, text } from './fields'
import { RetrievalKey } from './hazard-key'
import { hazardMove as move, officerOf } from './hazard-views'
import type { Contract } from './contract'

/** After the closing: what is not in order after all, and the second look. */
export const againEntries = {
  reopen: {
    kind: 'command',
    input: z.strictObject({
      ...move,
      reason: text(300, '情况'),
      photos: z.array(FileId).max(4, { error: '最多 4 张照片' }),
      retrievalKey: RetrievalKey.optional().describe('of an anonymous reporter'),
    }),
    output: z.object({ id: Id, state: z.string() }),
    access: 'anyone',
    audit: '反映仍有隐患',
  },
  uphold: {
    kind: 'command',
    input: z.strictObject({ ...move, reason: text(300, '复查情况') }),
    output: Done,
    access: officerOf,
    audit: '复查后维持销号',
  },
  recheck: {
    kind: 'command',
    input: z.strictObject({ ...move, words: text(300, '查看情况') }),
    output: Done,
    access: officerOf,
    audit: '销号后再次查看',
  },
  recur: {
    kind: 'command',
    input: z.strictObject({ ...move, reason: text(300, '情况') }),
    output: Done,
    access: officerOf,
    audit: '隐患又出现',
  },
} as const satisfies Contract
