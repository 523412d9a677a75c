import { z } from './zod'
import { Id } from './ids'
import { FileId, PageQuery, text } from './fields'
import { QuestionKind } from './quiz-play'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export type QuestionState = 'flagged' | 'live' | 'retired'
export type QuestionAct = 'enable' | 'retire'
/** A question of the bank: one whose sheet named no article waits until an officer has named it, or has put it away. */
export const questionMachine: Machine<QuestionState, QuestionAct> = {
  states: {
    flagged: { label: '待核对', tone: 'todo' },
    live: { label: '可以抽到', tone: 'done' },
    retired: { label: '已停用', tone: 'off' },
  },
  moves: [
    { from: ['flagged'], act: 'enable', to: 'live', by: ['officer'], label: '已核对，启用', requires: ['article'] },
    { from: ['flagged'], act: 'retire', to: 'retired', by: ['officer'], label: '停用' },
  ],
}

export const ImportReport = z.object({
  id: Id,
  file: z.string(),
  state: z.enum(['checked', 'saved']),
  read: z.int(),
  good: z.int(),
  duplicates: z.int(),
  flagged: z.int().describe('of the good ones: those without an article'),
  errors: z.array(z.object({ row: z.int(), column: z.string().nullable(), message: z.string() })),
})
export const FlaggedQuestion = z.object({
  id: Id,
  kind: QuestionKind,
  stem: z.string(),
  options: z.array(z.string()),
  key: z.array(z.int()),
  explain: z.string(),
  law: z.string(),
  lawVersion: z.string(),
})
const articleWords = '请填写 1 到 999 之间的条款号'

export const bankEntries = {
  checkImport: {
    kind: 'command',
    input: z.strictObject({ _id: Id, nodeId: Id, fileId: FileId, fileName: text(100, '文件名') }),
    output: ImportReport,
    access: { role: 'officer', scope: 'node' },
    audit: '检查题库表格',
  },
  saveImport: {
    kind: 'command',
    input: z.strictObject({ id: Id, law: text(30, '法规名称'), lawVersion: text(10, '法规版本') }),
    output: ImportReport,
    access: { role: 'officer', scope: 'import' },
    audit: '导入题库',
  },
  /** Questions of this union and those below it that wait for their article. */
  flagged: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(FlaggedQuestion), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  settleQuestion: {
    kind: 'command',
    input: z.strictObject({
      id: Id,
      act: z.enum(['enable', 'retire']),
      article: z
        .int({ error: articleWords })
        .min(1, { error: articleWords })
        .max(999, { error: articleWords })
        .optional(),
    }),
    output: z.object({ id: Id, state: z.string() }),
    access: { role: 'officer', scope: 'question' },
    audit: '核对题目',
  },
} as const satisfies Contract
