import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import type { InputOf } from 'types/contract'
import { disputeField, qualityKey } from 'types/quality-counts'
import type { quizContract } from 'types/quiz'
import type { MyDispute } from 'types/quiz-disputes'
import type * as z from 'types/zod'
import { born, type OutboxItem } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import type { Context, Handler } from '../../kit/serve'
import type { PaperDoc } from '../documents'
import type { BankedDoc, DisputeDoc } from './bank-documents'
import { createDispute, findDispute, findRested, pageOwn } from './dispute-store'
import { findQuestion } from './question-store'

type Entry = typeof quizContract.dispute
type Input = InputOf<Entry>

const toMine = (dispute: DisputeDoc): z.input<typeof MyDispute> => {
  const { _id: id, paperId, no, stem, words, state, reply, createdAt: at, answeredAt } = dispute
  return { id, paperId, no, stem, words, state, reply, at, answeredAt }
}

/** A person speaks once about a question: this is its place, whatever paper it stood on. */
export const disputeId = (openid: string, questionId: string) => deriveId('dispute', openid, questionId)

const askedOn = async ({ paperId, campaignId, no }: Input, openid: string): Promise<[PaperDoc, string]> => {
  const paper = await findRested(paperId)
  if (!paper) throw new AppError('NOT_ALLOWED_NOW', { message: '这份答卷刚交上，正在保存，请过几秒再提交。' })
  const item = paper.items[no - 1]
  if (paper.openid !== openid || paper.campaignId !== campaignId || !item) throw new AppError('NOT_FOUND')
  return [paper, item.q]
}

type Found = { paper: PaperDoc; question: BankedDoc; wordsCheck: DisputeDoc['wordsCheck'] }

const compose = (
  input: Input,
  { paper, question, wordsCheck }: Found,
  { caller, now, acting }: Context,
): DisputeDoc => {
  const { campaignId, paperId, no, words } = input
  const _id = disputeId(caller.openid, question._id)
  const add = [{ key: qualityKey(campaignId, paper.level), field: disputeField(question._id), by: 1 }]
  const push: Omit<OutboxItem, 'id'>[] = [
    { to: 'counters', kind: 'count', payload: { add } },
    { to: 'local', kind: 'dispute', payload: { dispute: _id, campaignId, owners: question.under } },
  ]
  // The trail never learns who plays.
  const player = acting('player', { by: 'player', name: '答题人' })
  const birth = { _id, state: 'open' as const, under: question.under, subject: '职工对题目的意见', at: now, push }
  return {
    ...born(player, birth),
    ...{ owner: caller.openid, asked: input._id, campaignId, campaign: '', paperId, no, questionId: question._id },
    ...{ owners: question.under, stem: question.stem, words, wordsCheck, open: true, reply: null, answeredAt: null },
  }
}

const mineAgain = (before: DisputeDoc | null, { _id, words }: Input, openid: string) => {
  if (!before || before.owner !== openid || before.asked !== _id || before.words !== words)
    throw new AppError('ALREADY_EXISTS', { message: '这道题您已经反映过了，答复会发给您，请在“我的成绩”里查看。' })
  return toMine(before)
}

/** Says something about a question of one's own closed paper: paper, question, write: three trips. */
export const dispute: Handler<Entry> = async (input, context) => {
  const { openid } = context.caller
  if (!openid) throw new AppError('FORBIDDEN')
  const [paper, questionId] = await askedOn(input, openid)
  const [question, wordsCheck] = await Promise.all([
    findQuestion(questionId),
    checkText(openid, input.words, 'comment'),
  ])
  if (!question) throw new AppError('NOT_FOUND')
  const doc = compose(input, { paper, question, wordsCheck }, context)
  return (await createDispute(doc)) ? toMine(doc) : mineAgain(await findDispute(doc._id), input, openid)
}

export const myDisputes: Handler<typeof quizContract.myDisputes> = async ({ page, size }, { caller }) => {
  if (!caller.openid) return { items: [], more: false }
  const { items, more } = await pageOwn(caller.openid, page, size)
  return { items: items.map(toMine), more }
}
