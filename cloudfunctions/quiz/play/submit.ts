import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import { findPool } from '../contest/level-store'
import type { OpenPaper, PlayDoc, PoolDoc } from '../documents'
import { closePaper, closePatch, isOver, lockedMarks } from './closing'
import { insist } from './insist'
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

const submitOnce = async (input: HandedIn, openid: string, now: Date) => {
  const play = await findPlay(input.campaignId, openid)
  const paper = play?.paper
  if (!play || paper?.id !== input.id) {
    const result = await readResult(play, input, openid, now)
    if (!result) throw new AppError('NOT_FOUND')
    return result
  }
  if (isOver(paper, now)) throw new AppError('PAPER_CLOSED')
  return settleUp(play, paper, input, openid, now)
}

/**
 * Marks and closes a paper: play, (pool,) write. A paper that is closed already answers its result again; of two that
 * hand in the same paper at once, one closes it and the other answers with what came of it.
 */
export const submit: Handler<typeof quizContract.submit> = (input, { caller, now }) =>
  insist(() => submitOnce(input, caller.openid, now))
