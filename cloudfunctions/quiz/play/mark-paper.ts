import { AppError } from 'types/app-error'
import { questionIn } from '../contest/level-store'
import type { PaperItem, PoolDoc, QuestionDoc } from '../documents'

type Answer = { no: number; chosen: number[]; seconds?: number | undefined }

const strange = () => new AppError('INVALID_INPUT', { message: '答案与题目对不上，请返回重新进入这份答卷。' })

/** A question of a paper, its options and key as shown there. @throws AppError INTERNAL where the pool lacks it */
export const shownQuestion = (pool: PoolDoc, { q, order }: PaperItem) => {
  const question = questionIn(pool, q)
  if (!question) throw new AppError('INTERNAL', { reason: `no question ${q} in ${pool._id}` })
  return { question, ...asShown(question, order) }
}

const asShown = ({ options, answer }: QuestionDoc, order: string) => {
  const positions = [...order].map(Number)
  return {
    options: positions.map((index) => options[index] ?? ''),
    key: answer.map((index) => positions.indexOf(index)).sort((a, b) => a - b),
  }
}

/** The choice in order and without repetitions. @throws AppError INVALID_INPUT for an option that is not there */
export const checkChoice = (item: PaperItem, kind: QuestionDoc['kind'], chosen: readonly number[]): number[] => {
  const distinct = [...new Set(chosen)].sort((a, b) => a - b)
  if (distinct.some((index) => index >= item.order.length) || (kind !== 'multiple' && distinct.length > 1))
    throw strange()
  return distinct
}

/** Right when exactly the key is chosen; an unanswered question is wrong. */
export const markOne = (pool: PoolDoc, item: PaperItem, answer: readonly number[]) => {
  const { question, key } = shownQuestion(pool, item)
  const chosen = checkChoice(item, question.kind, answer)
  return { chosen, right: chosen.join() === key.join() }
}

export type Marked = { chosen: number[][]; rights: boolean[]; times: (number | null)[] }

/**
 * Marks the answers of a whole paper.
 * @throws AppError INVALID_INPUT for a question that was not asked, asked twice, or an option that is not there
 */
export const markPaper = (pool: PoolDoc, items: readonly PaperItem[], answers: readonly Answer[]): Marked => {
  const byNo = new Map(answers.map((answer) => [answer.no, answer]))
  if (byNo.size !== answers.length || answers.some(({ no }) => no > items.length)) throw strange()
  const marks = items.map((item, index) => markOne(pool, item, byNo.get(index + 1)?.chosen ?? []))
  return {
    chosen: marks.map(({ chosen }) => chosen),
    rights: marks.map(({ right }) => right),
    times: items.map((_, index) => byNo.get(index + 1)?.seconds ?? null),
  }
}
