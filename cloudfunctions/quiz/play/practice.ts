import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import { findLevel, questionIn } from '../contest/level-store'
import { findQuestions } from '../bank/question-store'
import type { PlayDoc, QuestionDoc } from '../documents'
import { checkChoice } from './mark-paper'
import { findPlay, forgetWrong } from './play-store'
import { isOver } from './closing'

/** Questions of one page of practice. */
const pageSize = 10

// Whoever has a paper before him could look its questions up in practice.
const checkNoPaper = (play: PlayDoc | null, now: Date) => {
  if (play?.paper && !isOver(play.paper, now))
    throw new AppError('NOT_ALLOWED_NOW', { message: '手上还有没交的答卷，请先交卷再练习。' })
}

const toPractice = ({ _id, kind, stem, options }: QuestionDoc, level: number) => ({
  ...{ q: _id, level, kind, stem, options },
})

/** A level's questions, a page at a time, once the contest runs: level, play. */
export const practice: Handler<typeof quizContract.practice> = async ({ campaignId, level, from }, { caller, now }) => {
  const found = await findLevel(campaignId, level)
  if (!found || found.head.opensAt > now || found.head.state === 'draft') throw new AppError('NOT_FOUND')
  checkNoPaper(await findPlay(campaignId, caller.openid), now)
  const all = [...new Map(found.pool.pool.flat().map((question) => [question._id, question])).values()]
  return { items: all.slice(from, from + pageSize).map((one) => toPractice(one, level)), total: all.length }
}

const mostWrong = 50

/** Latest mistakes first, in today's words of the bank; questions put away since are left out: play, questions. */
export const wrongBook: Handler<typeof quizContract.wrongBook> = async ({ campaignId }, { caller, now }) => {
  const play = await findPlay(campaignId, caller.openid)
  checkNoPaper(play, now)
  const wrong = (play?.wrong ?? []).slice(-mostWrong).reverse()
  const found = wrong.length > 0 ? await findQuestions(wrong.map(({ q }) => q)) : []
  const live = new Map(found.filter(({ state }) => state === 'live').map((question) => [question._id, question]))
  return {
    items: wrong.flatMap(({ q, level }) => {
      const question = live.get(q)
      return question ? [toPractice(question, level)] : []
    }),
  }
}

/** Options stand as in the bank, each at its own index. */
const plainOrder = ({ options }: QuestionDoc) => options.map((_, index) => index).join('')

/** Level, play, (write): a question answered rightly leaves the wrong-answer book. */
export const practise: Handler<typeof quizContract.practise> = async (
  { campaignId, level, q, chosen },
  { caller, now },
) => {
  const found = await findLevel(campaignId, level)
  const play = await findPlay(campaignId, caller.openid)
  checkNoPaper(play, now)
  const isMine = play?.wrong.some((one) => one.q === q) ?? false
  const question = found && found.head.opensAt <= now ? questionIn(found.pool, q) : undefined
  if (!question) throw new AppError('NOT_FOUND')
  const choice = checkChoice({ q, order: plainOrder(question) }, question.kind, chosen)
  const right = choice.join() === question.answer.join()
  if (right && play && isMine) await forgetWrong(play._id, q)
  const { answer, explain, law, lawVersion, article, phrase } = question
  return { key: answer, right, explain, law, lawVersion, article, phrase }
}
