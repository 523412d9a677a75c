import * as z from './zod'
import { Id } from './ids'
import { Instant, PageQuery, TimelineItem, Version, optionalText, text } from './fields'
import { QuestionKind } from './quiz-play'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const QuestionState = z.enum(['flagged', 'live', 'retired'])
export type QuestionState = z.output<typeof QuestionState>
export type QuestionAct = 'flag' | 'withdraw' | 'correct' | 'enable' | 'retire'
/** A question of the bank: what waits is not drawn until an officer has confirmed it, or has put it away. */
export const questionMachine: Machine<QuestionState, QuestionAct> = {
  states: {
    flagged: { label: '待核对', tone: 'todo' },
    live: { label: '可以抽到', tone: 'done' },
    retired: { label: '已停用', tone: 'off' },
  },
  moves: [
    { from: ['live'], act: 'flag', to: 'flagged', by: ['officer', 'clock'], label: '存疑待核', requires: ['reason'] },
    { from: ['live'], act: 'withdraw', to: 'retired', by: ['officer'], label: '撤下', requires: ['reason'] },
    { from: ['live'], act: 'correct', to: 'live', by: ['officer'], label: '改正', requires: ['edits'] },
    { from: ['flagged'], act: 'enable', to: 'live', by: ['officer'], label: '已核对，启用', requires: ['article'] },
    { from: ['flagged'], act: 'retire', to: 'retired', by: ['officer'], label: '停用' },
  ],
}

/** Why a question waits: its sheet named no article, its law has a newer text, an officer doubts it. */
export const FlagReason = z.enum(['article', 'law', 'doubt'])
export type FlagReason = z.output<typeof FlagReason>
export const flagLabels: Record<FlagReason, string> = {
  article: '没有写法条',
  law: '法规有修订',
  doubt: '内容存疑',
}
const Flag = z.object({ reason: FlagReason, words: z.string().nullable(), at: Instant })

export const QuestionRow = z.object({
  id: Id,
  kind: QuestionKind,
  stem: z.string(),
  law: z.string(),
  lawVersion: z.string(),
  article: z.int().describe('0: none yet'),
  category: z.string(),
  state: QuestionState,
  flag: Flag.nullable(),
  version: Version,
})
export type QuestionRow = z.output<typeof QuestionRow>

const Wording = z.object({
  key: z.array(z.int()).describe('right options, 0-based'),
  explain: z.string(),
  lawVersion: z.string(),
  article: z.int(),
  phrase: z.string(),
})

export const QuestionDetail = QuestionRow.extend({
  ...Wording.shape,
  options: z.array(z.string()),
  lawCurrent: z.string().nullable().describe('text of the law in force; null: the register does not have this law'),
  earlier: z.array(Wording.extend({ at: Instant })).describe('how it read before, latest first'),
  campaigns: z.array(z.string()).describe('titles of the contests that draw it now'),
  timeline: z.array(TimelineItem),
})
export type QuestionDetail = z.output<typeof QuestionDetail>

const articleWords = '请填写 1 到 999 之间的条款号'
export const Article = z.int({ error: articleWords }).min(1, { error: articleWords }).max(999, { error: articleWords })

/** What an officer may put right in a question; what is absent stays as it is. */
export const Edits = z.strictObject({
  article: Article.optional(),
  key: z.array(z.int().min(0).max(7)).min(1, { error: '请选出正确答案' }).max(8).optional(),
  explain: optionalText(500, '解析'),
  phrase: optionalText(20, '法条原文'),
})
export type Edits = z.output<typeof Edits>

const reason = text(100, '原因')
const Moved = z.object({ id: Id, state: QuestionState, version: Version })

export const questionEntries = {
  /** Questions of this union and those below it: by law and article, the newest law text first. */
  questions: {
    kind: 'query',
    input: z.strictObject({
      nodeId: Id.optional(),
      state: QuestionState.optional(),
      law: text(30, '法规名称').optional(),
      article: Article.optional(),
      words: text(30, '要找的字').optional(),
      ...PageQuery,
    }),
    output: z.object({ items: z.array(QuestionRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  question: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: QuestionDetail,
    access: { role: 'officer', scope: 'question' },
  },
  /** Confirms a question that waits, under the law's text in force, with what had to be put right; or puts it away. */
  settleQuestion: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, act: z.enum(['enable', 'retire']), edits: Edits.optional() }),
    output: Moved,
    access: { role: 'officer', scope: 'question' },
    audit: '核对题目',
  },
  /** Takes a live question out of every draw: to be looked at, or for good. */
  doubtQuestion: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: Version, act: z.enum(['flag', 'withdraw']), reason }),
    output: Moved,
    access: { role: 'officer', scope: 'question' },
    audit: '撤下题目',
  },
} as const satisfies Contract
