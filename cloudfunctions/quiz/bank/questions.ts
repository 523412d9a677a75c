import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { lawId, lawName } from 'types/quiz-laws'
import { questionMachine, type QuestionAct } from 'types/quiz-questions'
import { searchTerms } from 'types/text-similarity'
import { move, type Acting } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { titlesDrawing } from '../contest/drawn-in'
import type { NodeDoc } from '../node-store'
import type { BankedDoc } from './bank-documents'
import { findLaw } from './law-store'
import { pageQuestions, questions as store } from './question-store'
import { toDetail, toRow } from './question-views'
import { reword, rewritten } from './wording'

type Contract = typeof quizContract

/** What the drainer does about a question that entered, left or changed: the pools it is drawn from follow. */
export const inPools = ({ _id, nodeId }: Pick<BankedDoc, '_id' | 'nodeId'>) => ({
  ...{ to: 'local', kind: 'pools', payload: { question: _id, nodeId } },
})

export const questions: Handler<Contract['questions'], NodeDoc> = async (input, { subject: node }) => {
  const { state, law, article, words = '', page, size } = input
  const wanted = { state, law: law && lawName(law), article, terms: searchTerms(words) }
  const { items, more } = await pageQuestions(node._id, wanted, page, size)
  return { items: items.map(toRow), more }
}

export const question: Handler<Contract['question'], BankedDoc> = async (_, { subject }) => {
  const [law, campaigns] = [await findLaw(lawId(subject.law)), await titlesDrawing(subject._id)]
  return toDetail(subject, law?.current ?? null, campaigns)
}

const moved = ({ id, state, version }: { id: string; state: BankedDoc['state']; version: number }) => ({
  ...{ id, state, version },
})

/** Lets a question into the draw, with its article and under the text of its law in force; or puts it away. */
export const settleQuestion: Handler<Contract['settleQuestion'], BankedDoc> = async (
  { version, act, edits },
  { subject, now, acting },
) => {
  if (act === 'retire') {
    const step = { at: now, set: { flag: null } }
    return moved(await move(store, questionMachine, subject, acting('officer'), act, version, step))
  }
  const law = await findLaw(lawId(subject.law))
  const wording = reword(subject, edits, law?.current)
  if (wording.after.article === 0)
    throw new AppError('INVALID_INPUT', { fields: { 'edits.article': '请填写依据第几条' } })
  const data = { changed: wording.changed, article: wording.after.article, lawVersion: wording.after.lawVersion }
  const set = { ...rewritten(subject, wording, now), flag: null }
  const step = { at: now, set, data, push: [inPools(subject)], same: wording.changed.length === 0 }
  return moved(await move(store, questionMachine, subject, acting('officer'), act, version, step))
}

type Leaving = Extract<QuestionAct, 'flag' | 'withdraw'>

/** Takes a live question out of every draw. */
export const leaveDraw = (
  question: BankedDoc,
  acting: Acting,
  act: Leaving,
  flag: NonNullable<BankedDoc['flag']>,
  version = question.version,
) => {
  const { at, reason, words } = flag
  const step = {
    ...{ at, set: { flag: act === 'flag' ? flag : null }, data: { reason, words }, push: [inPools(question)] },
    same: question.events.at(-1)?.data.words === words,
  }
  return move(store, questionMachine, question, acting, act, version, step)
}

export const doubtQuestion: Handler<Contract['doubtQuestion'], BankedDoc> = async (
  { version, act, reason },
  { subject, now, acting },
) => {
  const flag = { reason: 'doubt' as const, words: reason, at: now }
  return moved(await leaveDraw(subject, acting('officer'), act, flag, version))
}
