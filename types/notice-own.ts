import { ConsentPlace } from './consent-places'
import type { Contract } from './contract'
import { Instant, PageQuery } from './fields'
import { Id } from './ids'
import { TemplateKey } from './template-keys'
import { VisitSource } from './visit-source'
import * as z from './zod'

export const InboxItem = z.object({
  id: Id,
  title: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  page: z.string().nullable(),
  at: Instant,
  read: z.boolean(),
})

/** One's own messages, and what one allowed: all that the main package of the phone asks of this function. */
export const ownEntries = {
  subscriptions: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      templates: z.array(z.object({ key: TemplateKey, id: z.string(), title: z.string(), left: z.int() })),
    }),
    access: 'anyone',
  },
  consent: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      results: z
        .array(z.strictObject({ template: TemplateKey, result: z.enum(['accept', 'reject', 'ban', 'filter']) }))
        .min(1)
        .max(5),
      place: ConsentPlace.optional().describe('where the phone asked'),
      source: VisitSource.optional(),
    }),
    output: z.object({ left: z.record(TemplateKey, z.int()) }),
    access: 'anyone',
    audit: '订阅消息',
  },
  inbox: {
    kind: 'query',
    input: z.strictObject({ ...PageQuery }),
    output: z.object({ items: z.array(InboxItem), unread: z.int(), more: z.boolean() }),
    access: 'anyone',
  },
  markRead: {
    kind: 'command',
    input: z.strictObject({
      ids: z.array(Id).min(1).max(50),
      from: z.literal('notice').optional().describe('a notice in WeChat was tapped'),
    }),
    output: z.object({ unread: z.int() }),
    access: 'anyone',
    audit: '消息已读',
  },
} as const satisfies Contract
