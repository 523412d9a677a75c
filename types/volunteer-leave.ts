import * as z from './zod'
import { Id } from './ids'
import { Done, Version, text } from './fields'
import type { Contract } from './contract'

const one = { id: Id, version: Version }

/** How a volunteer comes off the roster again: by himself, or removed, with an appeal to the level above. */
export const leaveEntries = {
  quit: {
    kind: 'command',
    input: z.strictObject({ ...one, reason: text(100, '退出原因') }),
    output: Done,
    access: { owner: 'application' },
    audit: '退出志愿服务',
  },
  removeVolunteer: {
    kind: 'command',
    input: z.strictObject({ ...one, reason: text(200, '移出原因') }),
    output: Done,
    access: { role: 'officer', scope: 'application' },
    audit: '移出志愿者名册',
  },
  appealRemoval: {
    kind: 'command',
    input: z.strictObject({ ...one, words: text(500, '申诉理由') }),
    output: Done,
    access: { owner: 'application' },
    audit: '对移出名册提出申诉',
  },
  decideAppeal: {
    kind: 'command',
    input: z.strictObject({ ...one, uphold: z.boolean(), opinion: text(200, '处理意见') }),
    output: Done,
    access: { role: 'officer', scope: 'application' },
    audit: '处理移出申诉',
  },
} as const satisfies Contract
