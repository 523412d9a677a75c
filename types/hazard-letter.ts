import * as z from './zod'
import { Id } from './ids'
import {
  Done,
  FileId,
  Instant,
  InstantInput,
  PageQuery,
  Picture,
  TimelineItem,
  Version,
  optionalText,
  text,
} from './fields'
import { findLaw } from './hazard-letter-laws'
import { officerOf } from './hazard-views'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const LetterState = z.enum(['drafted', 'sent', 'replied', 'refused', 'referred', 'discarded'])
export type LetterState = z.output<typeof LetterState>
export type LetterAct = 'revise' | 'send' | 'discard' | 'reply' | 'refuse' | 'refer' | 'receive'

/** A union suggests in writing; where nobody answers it turns to the regulator and to the union above. */
export const letterMachine: Machine<LetterState, LetterAct> = {
  states: {
    drafted: { label: '草稿', tone: 'todo' },
    sent: { label: '等回复', tone: 'doing' },
    replied: { label: '已回复', tone: 'done' },
    refused: { label: '企业不采纳', tone: 'todo' },
    referred: { label: '已提请', tone: 'doing' },
    discarded: { label: '没有发出', tone: 'off' },
  },
  moves: [
    { from: ['drafted'], act: 'revise', to: 'drafted', by: ['officer'], label: '修改' },
    { from: ['drafted'], act: 'discard', to: 'discarded', by: ['officer'], label: '不发了' },
    { from: ['drafted'], act: 'send', to: 'sent', by: ['officer'], label: '发出', requires: ['number', 'way'] },
    { from: ['sent', 'refused'], act: 'reply', to: 'replied', by: ['officer'], label: '记录回复' },
    { from: ['sent'], act: 'refuse', to: 'refused', by: ['officer'], label: '企业不采纳', requires: ['words'] },
    {
      ...{ from: ['sent', 'refused'], act: 'refer', to: 'referred', by: ['officer'], label: '提请上级和监管' },
      requires: ['refused or past the due date', 'two addressees'],
    },
    { from: ['referred'], act: 'receive', to: 'referred', by: ['officer'], label: '记录收件号' },
    { from: ['referred'], act: 'reply', to: 'referred', by: ['officer'], label: '记录回复' },
  ],
}

export const LetterWay = z.enum(['hand', 'post', 'online'])
export const letterWays: Record<z.output<typeof LetterWay>, string> = {
  hand: '当面送达',
  post: '邮寄',
  online: '邮箱或政务平台',
}
/** Days an enterprise is asked to answer within, unless the officer writes others. */
export const replyDays = 15

/** Where the phone puts a picture of the enterprise's reply. */
export const letterPhotoPath = (letterId: string, name: string) => `letter/${letterId}/${name}`

/** Words of an authority. A union suggests, reflects, urges and asks; it does not order and does not punish. */
const orders = /责令|勒令|处罚|罚款|查封|停产停业|吊销/
/** The first word a union may not use, or undefined. */
export const orderingWord = (words: string): string | undefined => orders.exec(words)?.[0]

const unionText = (max: number, name: string) =>
  text(max, name).superRefine((words, context) => {
    const word = orderingWord(words)
    if (word) context.addIssue({ code: 'custom', message: `工会只能建议、督促、提请，请不要写“${word}”` })
  })

const content = {
  to: text(60, '收件单位'),
  facts: text(800, '发现的问题'),
  laws: z
    .array(z.string().refine((id) => findLaw(id) !== undefined, { error: '请从列表中选择依据' }))
    .min(1, { error: '请至少选择一条依据' })
    .max(6, { error: '依据最多 6 条' })
    .refine((ids) => new Set(ids).size === ids.length, { error: '同一条依据只选一次' }),
  suggestion: unionText(800, '整改建议'),
  replyDays: z
    .int({ error: '请填写答复天数' })
    .min(1, { error: '答复天数为 1 到 60 天' })
    .max(60, { error: '答复天数为 1 到 60 天' }),
}
export const LetterContent = z.strictObject(content)
export type LetterContent = z.output<typeof LetterContent>

export const Addressee = z.enum(['regulator', 'union'])
export type Addressee = z.output<typeof Addressee>
export const addressees: Record<Addressee, string> = { regulator: '监管部门', union: '上级工会' }

const Referred = z.object({
  to: z.string(),
  receipt: z.object({ number: z.string(), at: Instant }).nullable(),
})
const row = {
  id: Id,
  hazardId: Id,
  hazard: z.string().describe('number of the hazard'),
  number: z.string().nullable().describe('`东原区工安建〔2026〕3号`, once sent'),
  state: LetterState,
  to: z.string(),
  issuer: z.string(),
  sentAt: Instant.nullable(),
  replyDueAt: Instant.nullable(),
  createdAt: Instant,
  version: Version,
}
export const LetterRow = z.object(row)
export type LetterRow = z.output<typeof LetterRow>
export const LetterView = z.object({
  ...row,
  ...{ title: z.string(), facts: z.string(), laws: z.array(z.string()), suggestion: z.string(), replyDays: z.int() },
  sent: z.object({ way: LetterWay, at: Instant, note: z.string().nullable() }).nullable(),
  reply: z.object({ words: z.string(), at: Instant, photos: z.array(Picture) }).nullable(),
  refusal: z.object({ words: z.string(), at: Instant }).nullable(),
  referral: z
    .object({ at: Instant, reason: z.string(), regulator: Referred, union: Referred })
    .nullable()
    .describe('to whom it was taken, and what they gave as receipt'),
  proposed: z.object({ regulator: z.string(), union: z.string() }).describe('names for a referral; empty: unknown'),
  acts: z.array(z.string()),
  timeline: z.array(TimelineItem),
})
export type LetterView = z.output<typeof LetterView>

const officerOfLetter = { role: 'officer', scope: 'letter' } as const
const move = { id: Id, version: Version }
const page = z.object({ items: z.array(LetterRow), more: z.boolean() })
/** Letters to enterprises about one hazard. */
export const letterEntries = {
  letters: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), state: LetterState.optional(), ...PageQuery }),
    output: page,
    access: { role: 'officer', scope: 'node' },
  },
  letter: { kind: 'query', input: z.strictObject({ id: Id }), output: LetterView, access: officerOfLetter },
  newLetter: {
    kind: 'query',
    input: z.strictObject({ id: Id.describe('of the hazard') }),
    output: z
      .object({
        ...{ to: z.string(), facts: z.string(), laws: z.array(z.string()), suggestion: z.string(), replyDays: z.int() },
        guarded: z.boolean().describe('the reporter asked not to be known: his own words and the day are left out'),
      })
      .describe('a proposal: the reporter stands nowhere'),
    access: officerOf,
  },
  draftLetter: {
    kind: 'command',
    input: z.strictObject({ _id: Id, id: Id.describe('of the hazard'), ...content }),
    output: Done,
    access: officerOf,
    audit: '起草建议函',
  },
  reviseLetter: {
    kind: 'command',
    input: z.strictObject({ ...move, ...content }),
    output: Done,
    access: officerOfLetter,
    audit: '修改建议函',
  },
  discardLetter: {
    kind: 'command',
    input: z.strictObject(move),
    output: Done,
    access: officerOfLetter,
    audit: '建议函不发了',
  },
  sendLetter: {
    kind: 'command',
    input: z.strictObject({ ...move, way: LetterWay, at: InstantInput, note: optionalText(60, '备注') }),
    output: Done,
    access: officerOfLetter,
    audit: '发出建议函',
  },
  recordReply: {
    kind: 'command',
    input: z.strictObject({
      ...{ ...move, words: text(800, '回复内容'), at: InstantInput },
      photos: z.array(FileId).max(4, { error: '最多 4 张照片' }).default([]),
    }),
    output: Done,
    access: officerOfLetter,
    audit: '记录企业回复',
  },
  recordRefusal: {
    kind: 'command',
    input: z.strictObject({ ...move, words: text(300, '企业的说法'), at: InstantInput }),
    output: Done,
    access: officerOfLetter,
    audit: '记录企业不采纳',
  },
  referLetter: {
    kind: 'command',
    input: z.strictObject({
      ...{ ...move, reason: unionText(300, '提请事由'), at: InstantInput },
      ...{ regulator: text(60, '监管部门'), union: text(60, '上级工会') },
    }),
    output: Done,
    access: officerOfLetter,
    audit: '提请监管部门和上级工会',
  },
  recordReceipt: {
    kind: 'command',
    input: z.strictObject({ ...move, from: Addressee, number: text(40, '收件编号'), at: InstantInput }),
    output: Done,
    access: officerOfLetter,
    audit: '记录收件编号',
  },
  printLetter: {
    kind: 'command',
    input: z.strictObject({ id: Id, copy: z.enum(['enterprise', 'regulator', 'union']).default('enterprise') }),
    output: z.object({ fileName: z.string(), url: z.string() }).describe('a Word document; the address expires'),
    access: officerOfLetter,
    audit: '打印建议函',
  },
} as const satisfies Contract
