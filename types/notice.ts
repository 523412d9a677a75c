import * as z from './zod'
import { ConsentPlace } from './consent-places'
import { Id } from './ids'
import { Instant, PageQuery } from './fields'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'
import { Audience, audienceLabels } from './notice-audience'
import { audienceEntries } from './notice-audiences'
import { creditEntries } from './notice-credits'
import { messageMachine, MessageState, type MessageAct } from './notice-message'
import { pushEntries } from './notice-pushes'
import { pushRuleEntries } from './notice-rules'
import { textEntries } from './notice-template'
import { triggerEntries } from './notice-trigger'
import { tryEntries } from './notice-try'
import { VisitSource } from './visit-source'
import { MessagePage, OfficerTemplate, TemplateKey } from './template-keys'

export { Audience, audienceLabels, messageMachine, MessagePage, MessageState, OfficerTemplate, TemplateKey }
export type { MessageAct }

export const TemplateView = z.object({
  key: OfficerTemplate,
  id: z.string(),
  title: z.string(),
  fields: z.array(z.object({ key: z.string(), name: z.string(), hint: z.string() })),
})
export const InboxItem = z.object({
  id: Id,
  title: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  page: z.string().nullable(),
  at: Instant,
  read: z.boolean(),
})

export const noticeContract = {
  ...platformEntries,
  ...textEntries,
  ...triggerEntries,
  ...tryEntries,
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
    input: z.strictObject({ ids: z.array(Id).min(1).max(50) }),
    output: z.object({ unread: z.int() }),
    access: 'anyone',
    audit: '消息已读',
  },
  templates: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ items: z.array(TemplateView) }),
    access: { role: 'officer' },
  },
  ...pushEntries,
  ...audienceEntries,
  ...pushRuleEntries,
  ...creditEntries,
} as const satisfies Contract
