import * as z from './zod'
import type { Contract } from './contract'

/** One thing handed from one domain to another; `id` makes it happen at most once. */
export const Delivery = z.object({
  id: z.string().min(1).max(120),
  kind: z.string().min(1).max(40),
  payload: z.record(z.string(), z.unknown()),
})
export type Delivery = z.output<typeof Delivery>

/** Entries every function has: the timer's and the other functions' door. */
export const platformEntries = {
  /** Runs whatever is due; harmless whoever calls it. */
  tick: { kind: 'timer', input: z.looseObject({}).optional(), output: z.object({ ran: z.int() }), access: 'anyone' },
  deliver: {
    kind: 'callback',
    input: z.strictObject({ from: z.string().max(40), items: z.array(Delivery).max(100) }),
    output: z.object({ accepted: z.array(z.string()) }),
    access: 'function',
  },
} as const satisfies Contract

/** WeChat's later word on a picture (Event wxa_media_check). */
export const MediaCheckEvent = z.looseObject({
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().max(200),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.number() }).optional(),
  errcode: z.number().optional(),
})
