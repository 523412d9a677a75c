import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { disputeStates, type DisputeState } from 'types/quiz-disputes'
import { questionMachine, type Edits } from 'types/quiz-questions'
import { disputeMachine, type DisputeRow } from 'types/quiz-verdicts'
import { findMove } from 'types/state-machine'
import type * as z from 'types/zod'
import { move, type Acting, type OutboxItem } from '../../kit/aggregate'
import { messageTo } from '../../kit/message'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../node-store'
import type { BankedDoc, DisputeDoc } from './bank-documents'
import { disputes as store, pageDisputes } from './dispute-store'
import { findQuestion, questions } from './question-store'
import { inPools } from './questions'
import { reword, rewritten } from './wording'

type Contract = typeof quizContract
type Push = Omit<OutboxItem, 'id'>

const toRow = (dispute: DisputeDoc, grants: ReadonlySet<string>): z.input<typeof DisputeRow> => {
  const { _id: id, questionId, stem, words, wordsCheck, campaign, state, reply, createdAt: at, version } = dispute
  const mine = dispute.owners.some((nodeId) => grants.has(nodeId))
  return { id, questionId, stem, words, doubtful: wordsCheck === 'review', campaign, state, reply, at, mine, version }
}

export const disputes: Handler<Contract['disputes'], NodeDoc> = async (input, { subject: node, caller }) => {
  const { items, more } = await pageDisputes(node._id, input.open, input.page, input.size)
  const grants = new Set(caller.grants.map(({ nodeId }) => nodeId))
  return { items: items.map((item) => toRow(item, grants)), more }
}

const toPlayer = ({ owner, stem }: DisputeDoc, state: DisputeState, reply: string, at: Date): Push[] => {
  if (!owner) return []
  const values = { thing1: `题目：${stem}`, phrase2: disputeStates[state].label, thing3: reply, time4: at }
  const said = { openid: owner, template: 'review-result', values, page: 'packages/quiz/disputes' } as const
  return [messageTo({ ...said, trigger: 'dispute-answer' })]
}

/** What the drainer does to the question itself once its dispute is answered. */
export type Verdict = { question: string; act: 'correct' | 'withdraw'; edits?: Edits; reply: string; acting: Acting }

const checkEdits = async (dispute: DisputeDoc, edits: Edits | undefined) => {
  const question = await findQuestion(dispute.questionId)
  if (question?.state !== 'live')
    throw new AppError('NOT_ALLOWED_NOW', { message: '这道题已经不在抽题范围，请到题库里核对后再答复。' })
  if (reword(question, edits).changed.length === 0)
    throw new AppError('INVALID_INPUT', { message: '请先改正题目，再答复“已改正”。' })
}

/** Answers a player: keeps the question, puts it right or takes it away, and lets him know. */
export const answerDispute: Handler<Contract['answerDispute'], DisputeDoc> = async (
  { version, act, reply, edits },
  { subject, now, acting },
) => {
  const officer = acting('officer')
  if (act === 'correct' && subject.open) await checkEdits(subject, edits)
  const to = findMove(disputeMachine, 'open', act, 'officer')?.to ?? 'kept'
  const verdict: Verdict[] =
    act === 'keep' ? [] : [{ question: subject.questionId, act, edits, reply, acting: officer }]
  const push = [
    ...toPlayer(subject, to, reply, now),
    ...verdict.map((payload): Push => ({ to: 'local', kind: 'verdict', payload })),
  ]
  const step = { at: now, set: { reply, answeredAt: now, open: false }, push, same: subject.reply === reply }
  return move(store, disputeMachine, subject, officer, act, version, step)
}

const stepOf = (question: BankedDoc, { act, edits, reply }: Verdict, at: Date) => {
  const push = [inPools(question)]
  if (act === 'withdraw') return { at, set: { flag: null }, data: { words: reply }, push }
  const wording = reword(question, edits)
  return { at, set: rewritten(question, wording, at), data: { changed: wording.changed, words: reply }, push }
}

const isFaster = (thrown: unknown) => thrown instanceof AppError && thrown.code === 'CONFLICT'

/**
 * Does to a question what its dispute's answer said. May come again after a crash: a question that is no longer live,
 * or reads that way already, stays as it is.
 */
export const carryOut = async (verdict: Verdict, now: Date, tries = 3): Promise<void> => {
  const question = await findQuestion(verdict.question)
  if (question?.state !== 'live') return
  if (verdict.act === 'correct' && reword(question, verdict.edits).changed.length === 0) return
  try {
    const step = stepOf(question, verdict, now)
    await move(questions, questionMachine, question, verdict.acting, verdict.act, question.version, step)
  } catch (thrown) {
    if (tries < 2 || !isFaster(thrown)) throw thrown
    await carryOut(verdict, now, tries - 1)
  }
}
