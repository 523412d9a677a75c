import type { FlagReason, QuestionState } from 'types/quiz-questions'
import type { DisputeState } from 'types/quiz-disputes'
import type { LawState, LawVersion } from 'types/quiz-laws'
import type { Aggregate } from '../../kit/aggregate'
import type { QuestionDoc } from '../documents'

/** What an officer may put right in a question. */
export type Wording = Pick<QuestionDoc, 'answer' | 'explain' | 'lawVersion' | 'article' | 'phrase'>

/** A question as the bank holds it. The chain begins with the first act on it: who took it in stands on its sheet. */
export type BankedDoc = QuestionDoc &
  Aggregate<QuestionState> & {
    /** searchTerms of the stem. */
    terms: string[]
    /** Why it waits; null unless flagged. */
    flag: { reason: FlagReason; words: string | null; at: Date } | null
    /** How it read before, latest first, at most 20. */
    earlier: (Wording & { at: Date })[]
  }

/** A law of the register, kept by the root union. `_id` is lawId of the name. */
export type LawDoc = Aggregate<LawState> & {
  nodeId: string
  name: string
  /** Version of the text in force. */
  current: string
  /** Latest first; the next one is not among them before its day. */
  versions: LawVersion[]
  next: LawVersion | null
  /** When the next one comes into force; null without one. */
  enforceAt: Date | null
}

/** What a player said about a question. `under`: of the question's owner, and of the campaign once the drainer has seen it. */
export type DisputeDoc = Aggregate<DisputeState> & {
  /** openid; null once he has erased himself. */
  owner: string | null
  /** Id the phone sent: tells a retry from saying something twice. */
  asked: string
  campaignId: string
  /** Its title, once the drainer has seen it. */
  campaign: string
  paperId: string
  no: number
  questionId: string
  /** Who answers: nodes from the root down to the question's owner. */
  owners: string[]
  stem: string
  words: string
  wordsCheck: 'pass' | 'review'
  open: boolean
  reply: string | null
  answeredAt: Date | null
}
