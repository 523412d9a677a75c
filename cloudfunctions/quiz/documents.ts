import type { CampaignCore } from 'types/documents'
import type { QuestionState } from 'types/quiz-questions'
import type { CampaignState } from 'types/quiz-contest'
import type { PaperState } from 'types/quiz-play'
import type { Gained, Progress } from 'types/quiz-engine'
import type { LevelRule, Rules } from 'types/quiz-rules'
import type { Aggregate, OutboxItem } from '../kit/aggregate'
import type { Asking } from './prize/documents'

export type Kind = 'single' | 'multiple' | 'judge'

/**
 * A question of the bank. It belongs to the union that took it in and is drawn in campaigns of that union and of those
 * below it; the product's own belong to the root.
 */
export type QuestionDoc = {
  _id: string
  /** questionKey of the stem: what makes two questions the same one. */
  key: string
  nodeId: string
  under: string[]
  kind: Kind
  stem: string
  options: string[]
  /** Right options, 0-based, ascending. A judgement has the options 正确 and 错误. */
  answer: number[]
  explain: string
  law: string
  lawVersion: string
  article: number
  phrase: string
  category: string
  difficulty: number
  state: QuestionState
  source: string
}

export type CampaignDoc = CampaignCore &
  Aggregate<CampaignState> & {
    rules: Rules
    levelRules: LevelRule[]
    /** Code of the rule set it was built from. */
    ruleSet: string
    /** Most a prize may be worth, in fen. */
    prizeCap: number
    papers: number
    passed: number
    /** Levels whose pool has fewer questions than one paper draws. */
    short?: ShortLevel[]
    /** The drive it was made for. */
    driveId?: string | null
    isShort?: boolean
  }

/** `has` of the `needs` questions one paper of the level draws. */
export type ShortLevel = { level: number; has: number; needs: number }

/** What `start` needs of a campaign, beside the level's frozen pool: one small document, one trip. */
export type LevelHead = {
  _id: string
  campaignId: string
  level: number
  under: string[]
  state: CampaignState
  opensAt: Date
  closesAt: Date
  rules: Rules
  rule: LevelRule
  /** Changes with the pool: an instance keeps the pool it has read as long as this stays. */
  revision: string
}
/**
 * The questions of a level, a list for each part of its draw, never changed under one revision. The current one lies
 * under `<level>.pool`, earlier ones under `<level>.pool.<revision>`: papers laid from them are read with them.
 */
export type PoolDoc = {
  _id: string
  pooledFor: string
  level: number
  revision: string
  /** A paper is marked and settled by the rules it was laid under. */
  rules: Rules
  rule: LevelRule
  pool: QuestionDoc[][]
  /** Ids of all of them and of those that left, for who looks for the pools of a question; empty in an earlier one. */
  questions: string[]
  /** What waits in the bank at the moment, with the part it comes back to. */
  left?: { part: number; id: string }[]
}
export type Level = { head: LevelHead; pool: PoolDoc }

/** A question on a paper: which one, and its options in the order shown, each as its index in the bank: `2031`. */
export type PaperItem = { q: string; order: string }
export type OpenPaper = {
  id: string
  level: number
  title: string
  /** Of the pool that has the questions' words and keys. */
  revision: string
  startedAt: Date
  dueAt: Date
  passRight: number
  items: PaperItem[]
  /** Where answers are locked one by one: what was chosen, whether it was right and after how many seconds of the paper. */
  locked: LockedAnswer[]
  /** Mark of the phone, as the phone tells it. */
  device: string | null
}
export type LockedAnswer = { no: number; chosen: number[]; right: boolean; at: number }
export type ClosedPaper = Omit<OpenPaper, 'dueAt' | 'locked'> & {
  submittedAt: Date
  /** From start to hand-in. */
  seconds: number
  chosen: number[][]
  rights: boolean[]
  /** Seconds spent on each question; told by the phone unless answers were locked; null: not told. */
  times: (number | null)[]
  right: number
  /** 0..100. */
  score: number
  passed: boolean
  closedBy: 'player' | 'mistake' | 'clock'
  gained: Gained
  nextLevel: number | null
}

/** The unit a player plays for. */
export type PlayUnit = {
  id: string
  name: string
  how: 'booth' | 'team' | 'search' | 'profile'
  verified: boolean
}

/** One player in one campaign: progress and the paper at hand move in one update. */
export type PlayDoc = Progress & {
  _id: string
  campaignId: string
  openid: string
  under: string[]
  state: PaperState
  version: number
  /** As a list shows him, masked; null where he has told none. */
  name: string | null
  /** Booth he came by first: its enterprise is his unit until he tells another. */
  booth: string | null
  unit: PlayUnit | null
  /** End of the contest as it stood when his latest paper was laid; null before the first. */
  until: Date | null
  /** How often the unit was changed after the first paper. */
  unitChanges: number
  /** What persons are ranked by; 0 where the rules ask for an identity he has not told. */
  rankScore: number
  /** Chances earned in all periods, and those spent on claims. */
  chances: number
  spent: number
  /** Prizes asked for, oldest first; none before the first. */
  askings?: Asking[]
  /** Set by an officer: takes no part in draws and rankings. */
  excluded: { reason: string; at: Date } | null
  /** Latest wrong answers, newest last. */
  wrong: { q: string; level: number }[]
  paper: OpenPaper | null
  /** The paper closed last: the one that may be given back. */
  last: Pick<ClosedPaper, 'id' | 'level' | 'revision' | 'startedAt' | 'submittedAt' | 'rights'> | null
  /** Ids the phone asked for its latest papers with, oldest first: none of them lays a second paper. */
  asked: string[]
  outbox: OutboxItem[]
  outboxAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** A closed paper at rest: the raw record a ranking can be recounted from. `unit`: its id when the paper was closed. */
export type PaperDoc = ClosedPaper & { _id: string; campaignId: string; openid: string; unit: string | null }
