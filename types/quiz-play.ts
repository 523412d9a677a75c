import * as z from './zod'
import { Id } from './ids'
import { Instant } from './fields'
import { UnitView } from './quiz-map'
import { VisitSource } from './visit-source'
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
  /** `locked`: each answer travels by itself and stands; `paper`: all together at the end. */
  answering: z.enum(['paper', 'locked']),
  /** A wrong answer closes the paper. */
  endsOnWrong: z.boolean(),
  questions: z.array(PaperQuestion),
  /** Answers that stand already, of a paper met again. */
  locked: z.array(z.object({ no: z.int(), chosen: z.array(z.int()), right: z.boolean() })),
})
export type Paper = z.output<typeof Paper>

const Chosen = z.array(z.int().min(0).max(11)).max(12)
/** Chosen options as positions on this paper (0-based, as shown); seconds as the phone counted them. */
export const Answers = z
  .array(z.strictObject({ no: z.int().min(1).max(200), chosen: Chosen, seconds: z.int().min(0).max(7200).optional() }))
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
  score: z.int().describe('0..100'),
  right: z.int(),
  total: z.int(),
  seconds: z.int(),
  passed: z.boolean(),
  closedBy: z.enum(['player', 'mistake', 'clock']),
  gained: z.object({ points: z.int(), chances: z.int(), card: z.string().nullable() }),
  /** Seconds after hand-in from which reading the article gives a paper back; null where it does not. */
  reviveAfter: z.int().nullable(),
  nextLevel: z.int().nullable(),
  submittedAt: Instant,
  questions: z.array(MarkedQuestion),
})
export type PaperResult = z.output<typeof PaperResult>

/** A question to practise: named, for practice is marked one by one. */
export const PracticeQuestion = z.object({
  q: Id,
  level: z.int(),
  kind: QuestionKind,
  stem: z.string(),
  options: z.array(z.string()),
})
export const PractisedQuestion = MarkedQuestion.omit({ no: true, stem: true, options: true, kind: true, chosen: true })

const play = { campaignId: Id }
const ofLevel = { ...play, level: z.int().min(1).max(50) }

export const playEntries = {
  start: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('of the attempt: asked again with it, the same paper is met, and never a second one laid'),
      ...ofLevel,
      boothId: Id.optional(),
      source: VisitSource.optional(),
      device: Id.optional().describe('made by the phone at first use and kept there'),
    }),
    output: Paper,
    access: 'anyone',
    audit: '开始闯关',
  },
  /** One answer that stands from now on; only where the rules ask for it. The last one closes the paper. */
  lock: {
    kind: 'command',
    input: z.strictObject({ id: Id.describe('the paper'), ...play, no: z.int().min(1).max(200), chosen: Chosen }),
    output: z.object({ no: z.int(), chosen: z.array(z.int()), right: z.boolean(), closed: z.boolean() }),
    access: 'anyone',
    audit: '锁定答案',
  },
  submit: {
    kind: 'command',
    input: z.strictObject({ id: Id.describe('the paper'), ...play, answers: Answers }),
    output: PaperResult,
    access: 'anyone',
    audit: '交卷',
  },
  /** A paper given back to who has read the article of a mistake. */
  revive: {
    kind: 'command',
    input: z.strictObject({ id: Id.describe('the closed paper'), ...play }),
    output: z.object({ attemptsLeft: z.int().nullable() }),
    access: 'anyone',
    audit: '读法条复活',
  },
  result: { kind: 'query', input: z.strictObject({ id: Id, ...play }), output: PaperResult, access: 'anyone' },
  mine: {
    kind: 'query',
    input: z.strictObject(play),
    output: z.object({
      papers: z.array(z.object({ id: Id, level: z.int(), score: z.int(), passed: z.boolean(), submittedAt: Instant })),
    }),
    access: 'anyone',
  },
  /** Told before the first paper, or changed once later: points go along. */
  declareUnit: {
    kind: 'command',
    input: z.strictObject({
      ...play,
      unitId: Id.optional().describe('found by search, or named by a team link'),
      boothId: Id.optional().describe('the unit is the enterprise of this booth'),
      teamKey: z.string().max(60).optional().describe('of a team link: proves that an officer made it'),
    }),
    output: UnitView,
    access: 'anyone',
    audit: '选择参赛单位',
  },
  /** Whose link it is that somebody came by, before he plays for them. */
  teamUnit: {
    kind: 'query',
    input: z.strictObject({ ...play, unitId: Id, teamKey: z.string().regex(/^[\w-]{1,60}$/) }),
    output: z.object({ name: z.string() }),
    access: 'anyone',
  },
  /** Questions of a level without their keys, for practice apart from the contest. */
  practice: {
    kind: 'query',
    input: z.strictObject({ ...ofLevel, from: z.int().min(0).max(200).default(0) }),
    output: z.object({ items: z.array(PracticeQuestion), total: z.int() }),
    access: 'anyone',
  },
  wrongBook: {
    kind: 'query',
    input: z.strictObject(play),
    output: z.object({ items: z.array(PracticeQuestion) }),
    access: 'anyone',
  },
  /** Marks one practised question; one answered rightly leaves the wrong-answer book. */
  practise: {
    kind: 'command',
    input: z.strictObject({ ...ofLevel, q: Id, chosen: Chosen.min(1, { error: '请先选好答案' }) }),
    output: PractisedQuestion,
    access: 'anyone',
    audit: '练习作答',
  },
} as const satisfies Contract
