import { z } from './zod'
import { Id } from './ids'
import { FileId, Instant, InstantInput, PageQuery, text } from './fields'
import { platformEntries } from './platform-entries'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const QuestionKind = z.enum(['single', 'multiple', 'judge'])
export const questionKindLabels = { single: '单选题', multiple: '多选题', judge: '判断题' } as const

export type CampaignState = 'draft' | 'open' | 'closed'
export type CampaignAct = 'open' | 'close'
export const campaignMachine: Machine<CampaignState, CampaignAct> = {
  states: {
    draft: { label: '未开始', tone: 'todo' },
    open: { label: '进行中', tone: 'doing' },
    closed: { label: '已结束', tone: 'off' },
  },
  moves: [
    { from: ['draft'], act: 'open', to: 'open', by: ['officer', 'clock'], label: '开始活动', requires: ['levels'] },
    { from: ['open'], act: 'close', to: 'closed', by: ['officer', 'clock'], label: '结束活动' },
  ],
}

export type PaperState = 'idle' | 'answering'
export type PaperAct = 'start' | 'submit' | 'expire'
/** A player's paper within the play document. */
export const paperMachine: Machine<PaperState, PaperAct> = {
  states: { idle: { label: '未在答题', tone: 'off' }, answering: { label: '答题中', tone: 'doing' } },
  moves: [
    {
      from: ['idle'],
      act: 'start',
      to: 'answering',
      by: ['player'],
      label: '开始闯关',
      requires: ['unlocked', 'attempt left'],
    },
    { from: ['answering'], act: 'submit', to: 'idle', by: ['player'], label: '交卷', requires: ['in time'] },
    { from: ['answering'], act: 'expire', to: 'idle', by: ['clock', 'player'], label: '超时收卷' },
  ],
}

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

/** A question as the player meets it before the paper closes: never the key, the explanation or the article. */
export const PaperQuestion = z.object({
  no: z.int().min(1),
  kind: QuestionKind,
  stem: z.string(),
  options: z.array(z.string()),
})
export const Paper = z.object({
  id: Id.describe('given by the server: what the phone asked with is no name of a paper'),
  campaignId: Id,
  level: z.int(),
  levelTitle: z.string(),
  startedAt: Instant,
  dueAt: Instant,
  serverNow: Instant,
  questions: z.array(PaperQuestion),
})
export type Paper = z.output<typeof Paper>

/** Chosen options as positions on this paper (0-based, as shown). */
export const Answers = z
  .array(z.strictObject({ no: z.int().min(1).max(200), chosen: z.array(z.int().min(0).max(11)).max(12) }))
  .max(200)

export const MarkedQuestion = PaperQuestion.extend({
  chosen: z.array(z.int()),
  key: z.array(z.int()),
  right: z.boolean(),
  explain: z.string(),
  law: z.string(),
  lawVersion: z.string(),
  article: z.int(),
  phrase: z.string(),
})
export const PaperResult = z.object({
  id: Id,
  campaignId: Id,
  level: z.int(),
  levelTitle: z.string(),
  score: z.int(),
  right: z.int(),
  total: z.int(),
  seconds: z.int(),
  passed: z.boolean(),
  nextLevel: z.int().nullable(),
  submittedAt: Instant,
  questions: z.array(MarkedQuestion),
})
export type PaperResult = z.output<typeof PaperResult>

export const LevelView = z.object({
  level: z.int(),
  title: z.string(),
  questions: z.int(),
  seconds: z.int(),
  passRight: z.int().describe('right answers needed to pass'),
  state: z.enum(['passed', 'open', 'locked']),
  best: z.int().nullable(),
})
export const CampaignView = z.object({
  id: Id,
  title: z.string(),
  slogan: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  state: z.enum(['draft', 'open', 'closed']),
  players: z.int(),
  levels: z.array(LevelView),
  openPaper: z.object({ id: Id, level: z.int(), dueAt: Instant }).nullable(),
  attemptsLeftToday: z.int(),
  points: z.int(),
})
export const RankRow = z.object({
  rank: z.int(),
  id: Id,
  name: z.string(),
  players: z.int(),
  workers: z.int(),
  rate: z.number().describe('players / workers, 0..1'),
  average: z.number(),
  points: z.int(),
})
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
export const CampaignRow = z.object({
  id: Id,
  title: z.string(),
  state: z.enum(['draft', 'open', 'closed']),
  opensAt: Instant,
  closesAt: Instant,
  players: z.int(),
  papers: z.int(),
  passed: z.int(),
  version: z.int(),
})

const LevelRule = z.strictObject({
  title: text(20, '关卡名称'),
  categories: z.array(z.string().max(30)).min(1, { error: '请至少选一类题目' }).max(20),
  questions: z.int().min(1).max(50),
  seconds: z.int().min(30, { error: '每关至少 30 秒' }).max(7200),
  passRight: z.int().min(1).max(50),
})

const articleWords = '请填写 1 到 999 之间的条款号'

export const quizContract = {
  ...platformEntries,
  campaign: { kind: 'query', input: z.strictObject({ campaignId: Id }), output: CampaignView, access: 'anyone' },
  start: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('of the attempt: asked again with it, the same paper is met, and never a second one laid'),
      campaignId: Id,
      level: z.int().min(1).max(50),
      boothId: Id.optional(),
    }),
    output: Paper,
    access: 'anyone',
    audit: '开始闯关',
  },
  submit: {
    kind: 'command',
    input: z.strictObject({ id: Id.describe('the paper'), campaignId: Id, answers: Answers }),
    output: PaperResult,
    access: 'anyone',
    audit: '交卷',
  },
  result: { kind: 'query', input: z.strictObject({ id: Id, campaignId: Id }), output: PaperResult, access: 'anyone' },
  mine: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id }),
    output: z.object({
      papers: z.array(z.object({ id: Id, level: z.int(), score: z.int(), passed: z.boolean(), submittedAt: Instant })),
    }),
    access: 'anyone',
  },
  ranking: {
    kind: 'query',
    input: z.strictObject({ campaignId: Id, ...PageQuery }),
    output: z.object({ items: z.array(RankRow), more: z.boolean(), mine: RankRow.nullable() }),
    access: 'anyone',
  },
  campaigns: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(CampaignRow), more: z.boolean() }),
    access: { role: 'officer', scope: 'node' },
  },
  createCampaign: {
    kind: 'command',
    input: z.strictObject({
      _id: Id,
      nodeId: Id,
      title: text(30, '活动名称'),
      slogan: text(30, '活动口号'),
      opensAt: InstantInput,
      closesAt: InstantInput,
      attemptsPerDay: z.int().min(1).max(100),
      levels: z.array(LevelRule).min(1, { error: '请至少设一关' }).max(20),
    }),
    output: CampaignRow,
    access: { role: 'officer', scope: 'node' },
    audit: '新建闯关活动',
  },
  moveCampaign: {
    kind: 'command',
    input: z.strictObject({ id: Id, version: z.int(), act: z.enum(['open', 'close']) }),
    output: CampaignRow,
    access: { role: 'officer', scope: 'campaign' },
    audit: '开始或结束闯关活动',
  },
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
