import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, Version, text } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'
import { MessagePage, OfficerTemplate, Wording } from './template-keys'

export const TextState = z.enum(['live', 'retired'])
export type TextState = z.output<typeof TextState>
export type TextAct = 'save' | 'revert' | 'retire' | 'restore'

/** A text officers keep: every saving is an edition of its own, and older ones stay readable. */
export const textMachine: Machine<TextState, TextAct> = {
  states: { live: { label: '在用', tone: 'done' }, retired: { label: '已停用', tone: 'off' } },
  moves: [
    { from: ['live'], act: 'save', to: 'live', by: ['officer'], label: '保存新版本' },
    { from: ['live'], act: 'revert', to: 'live', by: ['officer'], label: '恢复这一版' },
    { from: ['live'], act: 'retire', to: 'retired', by: ['officer'], label: '停用' },
    { from: ['retired'], act: 'restore', to: 'live', by: ['officer'], label: '恢复使用' },
  ],
}

/** How many editions are kept of one text. */
export const keptEditions = 50
/** How many texts one union keeps at most. */
export const mostTexts = 200

const body = {
  name: text(30, '名称'),
  folder: z.string({ error: '文件夹应是文字' }).trim().max(20, { error: '文件夹名最多 20 个字' }).default(''),
  wording: Wording,
  page: MessagePage.nullable().default(null),
}
export const TextBody = z.object(body)

export const TextRow = z.object({
  id: Id,
  ...body,
  template: OfficerTemplate,
  state: TextState,
  nodeId: Id,
  nodeName: z.string(),
  mine: z.boolean().describe('whether the caller may change it'),
  edition: z.int().describe('1 for the first'),
  by: z.string(),
  at: Instant,
  version: Version,
})
export type TextRow = z.output<typeof TextRow>

export const TextEdition = z.object({
  ...body,
  edition: z.int(),
  by: z.string(),
  office: z.string(),
  at: Instant,
  changed: z.array(z.string()).describe('names of what differs from the edition before; empty for the first'),
})
export type TextEdition = z.output<typeof TextEdition>

const officer = <S extends string>(scope: S) => ({ role: 'officer', scope }) as const
const act = { kind: 'command', input: z.strictObject({ id: Id, version: Version }), output: Done } as const

/** Texts of a union for its messages: its own ones, and those of the unions above to read and use. */
export const textEntries = {
  texts: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), state: TextState.default('live') }),
    output: z.object({ items: z.array(TextRow) }),
    access: officer('node'),
  },
  text: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: z.object({ text: TextRow, editions: z.array(TextEdition).describe('latest first') }),
    access: officer('readableText'),
  },
  createText: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, template: OfficerTemplate, ...body }),
    output: TextRow,
    access: officer('node'),
    audit: '新建消息文本',
  },
  saveText: {
    ...act,
    input: z.strictObject({ id: Id, version: Version, ...body }),
    access: officer('text'),
    audit: '修改消息文本',
  },
  revertText: {
    ...act,
    input: z.strictObject({ id: Id, version: Version, edition: z.int().min(1) }),
    access: officer('text'),
    audit: '恢复消息文本旧版',
  },
  retireText: { ...act, access: officer('text'), audit: '停用消息文本' },
  restoreText: { ...act, access: officer('text'), audit: '恢复消息文本' },
} as const satisfies Contract
