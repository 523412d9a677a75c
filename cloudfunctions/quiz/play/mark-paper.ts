import { AppError } from 'types/app-error'
import type { PaperItem } from '../documents'

type Answer = { no: number; chosen: number[] }

const chosenFor = (item: PaperItem, answer: Answer | undefined): number[] => {
  const chosen = [...new Set(answer?.chosen ?? [])].sort((a, b) => a - b)
  const inRange = chosen.every((index) => index < item.options.length)
  if (!inRange || (item.kind !== 'multiple' && chosen.length > 1)) {
    throw new AppError('INVALID_INPUT', { message: '答案与题目对不上，请返回重新进入这份答卷。' })
  }
  return chosen
}

/**
 * Marks a paper: a question is right when exactly the key is chosen; an unanswered one is wrong.
 * @throws AppError INVALID_INPUT for a question that was not asked, asked twice, or an option that is not there
 */
export const markPaper = (items: readonly PaperItem[], answers: readonly Answer[]) => {
  const byNo = new Map(answers.map((answer) => [answer.no, answer]))
  if (byNo.size !== answers.length || answers.some(({ no }) => no > items.length)) {
    throw new AppError('INVALID_INPUT', { message: '答案与题目对不上，请返回重新进入这份答卷。' })
  }
  const chosen = items.map((item, index) => chosenFor(item, byNo.get(index + 1)))
  const rights = items.map((item, index) => chosen[index]?.join() === item.key.join())
  const right = rights.filter(Boolean).length
  return { chosen, rights, right, score: items.length === 0 ? 0 : Math.round((right / items.length) * 100) }
}
