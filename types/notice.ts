import * as z from './zod'
import { ConsentPlace } from './consent-places'
import { Id } from './ids'
import { Done, Instant, InstantInput, PageQuery, Version } from './fields'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'
import { PushState } from './notice-push'
import type { Machine } from './state-machine'

export const MessageState = z.enum(['queued', 'sending', 'sent', 'no-credit', 'refused', 'failed', 'unknown'])
export type MessageState = z.output<typeof MessageState>
export type MessageAct = 'claim' | 'settle-sent' | 'settle-no-credit' | 'settle-refused' | 'settle-failed' | 'lose'

/** At most once per recipient: a message claimed by a drainer that died is `unknown`, never sent again. Every message stays readable in the app. */
export const messageMachine: Machine<MessageState, MessageAct> = {
  states: {
    queued: { label: '待发送', tone: 'todo' },
    sending: { label: '发送中', tone: 'doing' },
    sent: { label: '已送达微信', tone: 'done' },
    'no-credit': { label: '未订阅，仅站内', tone: 'off' },
    refused: { label: '对方已拒收，仅站内', tone: 'late' },
    failed: { label: '发送失败，仅站内', tone: 'late' },
    unknown: { label: '结果不明，未重发', tone: 'late' },
  },
  moves: [
    { from: ['queued'], act: 'claim', to: 'sending', by: ['clock'], label: '开始发送' },
    { from: ['queued', 'sending'], act: 'settle-no-credit', to: 'no-credit', by: ['clock'], label: '没有订阅次数' },
    { from: ['sending'], act: 'settle-sent', to: 'sent', by: ['clock'], label: '微信已接收' },
    { from: ['sending'], act: 'settle-refused', to: 'refused', by: ['clock'], label: '对方拒收' },
    { from: ['sending'], act: 'settle-failed', to: 'failed', by: ['clock'], label: '发送失败' },
    { from: ['sending'], act: 'lose', to: 'unknown', by: ['clock'], label: '发送中断' },
  ],
}

/** Keys of our own message templates; the account's template ids are configuration. */
export const TemplateKey = z.enum(['hazard-progress', 'review-result', 'activity', 'work-to-do'])
export type TemplateKey = z.output<typeof TemplateKey>
/** What an officer may send. The others speak of one's own report or application, and the system alone says that. */
export const OfficerTemplate = TemplateKey.extract(['activity', 'work-to-do'])
export type OfficerTemplate = z.output<typeof OfficerTemplate>

export const Audience = z.strictObject({
  nodeId: Id,
  who: z.enum(['everyone', 'workers', 'volunteers', 'officers', 'fixers']),
})
export const audienceLabels = {
  everyone: '范围内所有人',
  workers: '参与过的职工',
  volunteers: '在册志愿者',
  officers: '工会干部',
  fixers: '企业整改责任人',
} as const

export const TemplateView = z.object({
  key: OfficerTemplate,
  id: z.string(),
  title: z.string(),
  fields: z.array(z.object({ key: z.string(), name: z.string(), hint: z.string() })),
})
const Wording = z.record(z.string().max(30), z.string().max(200))
export const PushPreview = z.object({
  recipients: z.int(),
  reachable: z.int().describe('recipients with a consent left'),
  fields: z.array(z.object({ key: z.string(), name: z.string(), value: z.string(), problem: z.string().nullable() })),
})
export const PushView = z.object({
  id: Id,
  template: TemplateKey,
  title: z.string(),
  audience: z.string(),
  state: PushState,
  version: Version,
  dueAt: Instant.nullable().describe('when it is to begin; null: at once'),
  total: z.int(),
  counts: z.record(MessageState, z.int()),
  by: z.string(),
  at: Instant,
})
export const RecipientView = z.object({
  name: z.string(),
  state: MessageState,
  reason: z.string().nullable(),
  at: Instant.nullable(),
})
export const InboxItem = z.object({
  id: Id,
  title: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  page: z.string().nullable(),
  at: Instant,
  read: z.boolean(),
})

/** A page of this mini program, without leading slash: what a tap on the message opens. */
export const MessagePage = z
  .string()
  .max(200)
  .regex(/^(pages|packages)\/[\w/-]+(\?[\w=&.~-]*)?$/, { error: '跳转页面有误，请从列表里选择' })
const push = {
  nodeId: Id,
  template: OfficerTemplate,
  audience: Audience,
  wording: Wording,
  page: MessagePage.optional(),
}
const officer = <S extends string>(scope: S) => ({ role: 'officer', scope }) as const

const pushAct = {
  kind: 'command',
  input: z.strictObject({ id: Id, version: Version }),
  output: Done,
  access: officer('push'),
} as const

export const noticeContract = {
  ...platformEntries,
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
  preview: { kind: 'query', input: z.strictObject(push), output: PushPreview, access: officer('node') },
  send: {
    kind: 'command',
    input: z.strictObject({ _id: Id, ...push, dueAt: InstantInput.optional() }),
    output: PushView,
    access: officer('node'),
    audit: '推送消息',
  },
  cancelPush: { ...pushAct, audit: '取消推送' },
  pausePush: { ...pushAct, audit: '暂停推送' },
  resumePush: { ...pushAct, audit: '继续推送' },
  pushes: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(PushView), more: z.boolean() }),
    access: officer('node'),
  },
  pushResult: {
    kind: 'query',
    input: z.strictObject({ id: Id, ...PageQuery }),
    output: z.object({ push: PushView, items: z.array(RecipientView), more: z.boolean() }),
    access: officer('push'),
  },
} as const satisfies Contract
