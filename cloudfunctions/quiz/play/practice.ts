import { AppError } from 'types/app-error'
import { freshProgress, levelState } from 'types/quiz-engine'
import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import { findLevel, questionIn } from '../contest/level-store'
import { findQuestions } from '../bank/question-store'
import type { Level, QuestionDoc } from '../documents'
import { checkChoice } from './mark-paper'
import { findPlaysOf, forgetWrong, graceMs, type PractisedPlay } from './play-store'

/** Questions of one page of practice. */
const pageSize = 10

/**
 * The person's play in this contest, or null.
 * @throws AppError NOT_ALLOWED_NOW while a paper lies before him, be it of another contest: its questions could be looked up
 */
const playWithoutPaper = async (openid: string, campaignId: string, now: Date): Promise<PractisedPlay | null> => {
  const all = await findPlaysOf(openid)
  if (all.some(({ paper }) => paper && paper.dueAt.getTime() + graceMs >= now.getTime()))
    throw new AppError('NOT_ALLOWED_NOW', { message: '手上还有没交的答卷，请先交卷再练习。' })
  return all.find((play) => play.campaignId === campaignId) ?? null
}

/** A level may be practised from the contest's first day on, once it is open to this player or given out to study. */
const checkOpen = ({ head }: Level, play: PractisedPlay | null, now: Date) => {
  const { rules, rule, level, opensAt, state } = head
  if (opensAt > now || state === 'draft') throw new AppError('NOT_FOUND')
  if (
    !rule.study &&
    levelState(rules, { ...freshProgress(), levels: play?.levels ?? {} }, level, opensAt, now) === 'locked'
  )
    throw new AppError('LEVEL_LOCKED')
}

const toPractice = ({ _id, kind, stem, options }: QuestionDoc, level: number) => ({
  ...{ q: _id, level, kind, stem, options },
})

/** A level's questions, a page at a time: level, plays. */
export const practice: Handler<typeof quizContract.practice> = async ({ campaignId, level, from }, { caller, now }) => {
  const found = await findLevel(campaignId, level)
  if (!found) throw new AppError('NOT_FOUND')
  checkOpen(found, await playWithoutPaper(caller.openid, campaignId, now), now)
  const all = [...new Map(found.pool.pool.flat().map((question) => [question._id, question])).values()]
  return { items: all.slice(from, from + pageSize).map((one) => toPractice(one, level)), total: all.length }
}

const mostWrong = 50

/** Latest mistakes first, in today's words of the bank; questions put away since are left out: play, questions. */
export const wrongBook: Handler<typeof quizContract.wrongBook> = async ({ campaignId }, { caller, now }) => {
  const play = await playWithoutPaper(caller.openid, campaignId, now)
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
  const play = await playWithoutPaper(caller.openid, campaignId, now)
  const question = found ? questionIn(found.pool, q) : undefined
  if (!found || !question) throw new AppError('NOT_FOUND')
  const isMine = play?.wrong.some((one) => one.q === q) ?? false
  if (!isMine) checkOpen(found, play, now)
  const choice = checkChoice({ q, order: plainOrder(question) }, question.kind, chosen)
  const right = choice.join() === question.answer.join()
  if (right && play && isMine) await forgetWrong(play._id, q)
  const { answer, explain, law, lawVersion, article, phrase } = question
  return { key: answer, right, explain, law, lawVersion, article, phrase }
}
