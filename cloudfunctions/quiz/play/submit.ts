import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import { findPool } from '../contest/level-store'
import type { OpenPaper, PlayDoc, PoolDoc } from '../documents'
import { closePaper, closePatch, isOver, lockedMarks } from './closing'
import { markPaper } from './mark-paper'
import { findPlay, movePlay } from './play-store'
import { readResult, resultOf } from './read-result'

type HandedIn = Parameters<Handler<typeof quizContract.submit>>[0]

/** Where answers are locked one by one, only what was locked counts. */
const marksOf = (pool: PoolDoc, paper: OpenPaper, answers: HandedIn['answers']) =>
  pool.rules.answering === 'locked' ? lockedMarks(paper) : markPaper(pool, paper.items, answers)

const settleUp = async (play: PlayDoc, paper: OpenPaper, { answers }: HandedIn, openid: string, now: Date) => {
  const pool = await findPool(play.campaignId, paper.level, paper.revision)
  if (!pool) throw new AppError('INTERNAL', { reason: `no pool ${paper.revision}` })
  const closing = closePaper(play, paper, pool, marksOf(pool, paper, answers), 'player', openid, now)
  if (!(await movePlay(play, closePatch(closing, now)))) return null
  countRecorded()
  return resultOf(closing.play, pool, closing.closed, now)
}

/** Marks and closes a paper: play, (pool,) write. A paper that is closed already answers its result again. */
export const submit: Handler<typeof quizContract.submit> = async (input, { caller, now }) => {
  const play = await findPlay(input.campaignId, caller.openid)
  const paper = play?.paper
  if (!play || paper?.id !== input.id) {
    const result = await readResult(play, input, caller.openid, now)
    if (!result) throw new AppError('NOT_FOUND')
    return result
  }
  if (isOver(paper, now)) throw new AppError('PAPER_CLOSED')
  const result = await settleUp(play, paper, input, caller.openid, now)
  if (result) return result
  // The same paper handed in twice at once: one of the two closed it, the other answers with what came of it.
  const again = await readResult(await findPlay(input.campaignId, caller.openid), input, caller.openid, now)
  if (!again) throw new AppError('CONFLICT')
  return again
}
