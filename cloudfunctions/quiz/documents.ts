import type { CampaignCore } from 'types/documents'
import type { QuestionState } from 'types/quiz-bank'
import type { CampaignState } from 'types/quiz-contest'
import type { PaperState } from 'types/quiz-play'
import type { Aggregate, OutboxItem } from '../kit/aggregate'

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

export type LevelRule = { title: string; categories: string[]; questions: number; seconds: number; passRight: number }

export type CampaignDoc = CampaignCore &
  Aggregate<CampaignState> & { attemptsPerDay: number; rules: LevelRule[]; papers: number; passed: number }

/** What `start` needs of a campaign, beside the level's frozen pool: one small document, one trip. */
export type LevelHead = {
  _id: string
  campaignId: string
  level: number
  under: string[]
  state: CampaignState
  opensAt: Date
  closesAt: Date
  attemptsPerDay: number
  rule: LevelRule
  /** Changes with the pool: an instance keeps the pool it has read as long as this stays. */
  revision: string
}
/** The questions a level draws from, beside its head: read together once, and kept while the revision stays. */
export type PoolDoc = { _id: string; pooledFor: string; revision: string; pool: QuestionDoc[] }
export type Level = LevelHead & { pool: QuestionDoc[] }

/** A question frozen onto one paper, options in the order shown; the key never leaves before the paper closes. */
export type PaperItem = {
  q: string
  kind: Kind
  stem: string
  options: string[]
  key: number[]
  explain: string
  law: string
  lawVersion: string
  article: number
  phrase: string
}
export type OpenPaper = {
  id: string
  level: number
  title: string
  startedAt: Date
  dueAt: Date
  passRight: number
  items: PaperItem[]
}
export type ClosedPaper = Omit<OpenPaper, 'dueAt'> & {
  submittedAt: Date
  seconds: number
  chosen: number[][]
  rights: boolean[]
  score: number
  passed: boolean
  nextLevel: number | null
}

export type Unit = { id: string; name: string }
export type Best = { best: number; passed: boolean; tries: number }

/** One player in one campaign: progress and the paper at hand move in one update. */
export type PlayDoc = {
  _id: string
  campaignId: string
  openid: string
  under: string[]
  state: PaperState
  version: number
  unit: Unit | null
  day: string
  attempts: number
  levels: Record<string, Best>
  points: number
  paper: OpenPaper | null
  /** Ids the phone asked for its latest papers with, oldest first: none of them lays a second paper. */
  asked?: string[]
  outbox: OutboxItem[]
  outboxAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** A closed paper at rest: the raw record a ranking can be recounted from. */
export type PaperDoc = ClosedPaper & { _id: string; campaignId: string; openid: string; unit: Unit | null }

/** A unit's row of the ranking. `strength` = points per registered worker, small units counted as ten. */
export type UnitRankDoc = {
  _id: string
  campaignId: string
  unitId: string
  name: string
  workers: number
  players: number
  points: number
  strength: number
}
