import * as z from './zod'
import { Done, Instant, InstantInput, PageQuery, Version, text } from './fields'
import { Id } from './ids'
import type { Contract } from './contract'
import { Audience } from './notice-audience'
import { MessageState } from './notice-message'
import { PushState } from './notice-push'
import { origin, words, wordingSeen } from './notice-wording'
import { ReadyKey } from './ready-texts'
import { TemplateKey } from './template-keys'
import { Told } from './told-number'

export const PushPreview = z.object({
  recipients: z.int(),
  reachable: z.int().describe('recipients with a consent left who have not had their fill today'),
  capped: z.int().describe('recipients with a consent left who have'),
  leftOut: Told.describe('who would get it and is left out by name; null: fewer than three; 0: nobody is named'),
  isWhole: z.boolean().describe('false: there are more than could be counted in time'),
  words: z.string().describe('the audience in words'),
  needs: z.object({
    trial: z.boolean().describe('a trial of these words has to come first'),
    approval: z.boolean().describe('a second officer has to agree'),
  }),
  fields: z.array(z.object({ key: z.string(), name: z.string(), value: z.string(), problem: z.string().nullable() })),
  ...wordingSeen,
})
export const PushView = z.object({
  id: Id,
  template: TemplateKey,
  title: z.string(),
  headline: z.string().describe('what its first field says'),
  audience: z.string(),
  state: PushState,
  version: Version,
  dueAt: Instant.nullable().describe('when it is to begin; null: at once'),
  total: z.int(),
  leftOut: Told.describe('who would have got it and is left out by name, known with the total; null: fewer than three'),
  counts: z.record(MessageState, z.int()),
  by: z.string(),
  at: Instant,
  isTrial: z.boolean(),
  isMine: z.boolean().describe('whether the caller wrote it'),
  reason: z.string().nullable().describe('why it was returned or stopped'),
  approvedBy: z.string().nullable(),
  ready: ReadyKey.nullable().describe('the ready-made text it was written with'),
  again: z.int().describe('messages that may be tried again'),
})
export const RecipientView = z.object({
  name: z.string(),
  state: MessageState,
  reason: z.string().nullable(),
  at: Instant.nullable(),
})

const push = { ...words, audience: Audience }
const officer = <S extends string>(scope: S) => ({ role: 'officer', scope }) as const

const act = {
  kind: 'command',
  input: z.strictObject({ id: Id, version: Version }),
  output: Done,
  access: officer('push'),
} as const

/** Most officers of the node who may try a push out beside its author. */
export const mostTesters = 5
/** Messages to many: looked at, tried out, sent, held in hand, and what became of each. */
export const pushEntries = {
  preview: {
    kind: 'query',
    input: z.strictObject({ ...push, dueAt: InstantInput.optional() }),
    output: PushPreview,
    access: officer('node'),
  },
  testers: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
    access: officer('node'),
  },
  trial: {
    kind: 'command',
    input: z.strictObject({ _id: Id, ...words, testers: z.array(Id).max(mostTesters).default([]) }),
    output: PushView,
    access: officer('node'),
    audit: '试发推送',
  },
  send: {
    kind: 'command',
    input: z.strictObject({ _id: Id, ...push, ...origin, dueAt: InstantInput.optional() }),
    output: PushView,
    access: officer('node'),
    audit: '推送消息',
  },
  approvePush: { ...act, audit: '同意推送' },
  returnPush: {
    ...act,
    input: z.strictObject({ id: Id, version: Version, reason: text(100, '原因') }),
    audit: '退回推送',
  },
  cancelPush: { ...act, audit: '取消推送' },
  pausePush: { ...act, audit: '暂停推送' },
  resumePush: { ...act, audit: '继续推送' },
  retryPush: { ...act, audit: '补发推送' },
  pushes: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(PushView), more: z.boolean() }),
    access: officer('node'),
  },
  pushResult: {
    kind: 'query',
    input: z.strictObject({ id: Id, state: MessageState.optional(), ...PageQuery }),
    output: z.object({ push: PushView, items: z.array(RecipientView), more: z.boolean() }),
    access: officer('push'),
  },
  callSheet: {
    kind: 'command',
    input: z.strictObject({ _id: Id, id: Id }),
    output: z.object({ fileName: z.string(), url: z.string(), rows: z.int(), more: z.boolean() }),
    access: officer('push'),
    audit: '导出电话跟进名单',
  },
} as const satisfies Contract
