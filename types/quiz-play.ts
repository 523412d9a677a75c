import { z } from './zod'
import { Id } from './ids'
import { Instant } from './fields'
import type { Contract } from './contract'
import type { Machine } from './state-machine'

export const QuestionKind = z.enum(['single', 'multiple', 'judge'])
export const questionKindLabels = { single: '单选题', multiple: '多选题', judge: '判断题' } as const

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

export const playEntries = {
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
} as const satisfies Contract
