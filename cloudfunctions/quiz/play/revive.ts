import { AppError } from 'types/app-error'
import { attemptsLeft, mayRevive, revive as giveBack } from 'types/quiz-engine'
import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import { findPool } from '../contest/level-store'
import { findClosed, findPlay, movePlay } from './play-store'

/**
 * Gives a paper back to who has had the article of a mistake before him for long enough, by the server's clock:
 * play, (closed paper, pool,) write. Asked again, it answers how many are left.
 */
export const revive: Handler<typeof quizContract.revive> = async ({ id, campaignId }, { caller, now }) => {
  const play = await findPlay(campaignId, caller.openid)
  const closed = await findClosed(play, id, campaignId, caller.openid)
  const pool = closed && (await findPool(campaignId, closed.level, closed.revision))
  if (!play || !pool) throw new AppError('NOT_FOUND')
  const { rules } = pool
  if (play.revived.includes(id)) return { attemptsLeft: attemptsLeft(rules, play, closed.level, now) }
  if (!closed.rights.includes(false) || !mayRevive(rules, play, closed, now))
    throw new AppError('NO_ATTEMPT_LEFT', { message: '复活的次数已经用完了，下次再来。' })
  if (now.getTime() < closed.submittedAt.getTime() + rules.wrong.readSeconds * 1000)
    throw new AppError('NOT_ALLOWED_NOW', { message: '请先把这一条读完，再来领取机会。' })
  const after = giveBack(rules, play, closed, now)
  const { window, begun, revived } = after
  if (!(await movePlay(play, { window, begun, revived, updatedAt: now }))) throw new AppError('CONFLICT')
  return { attemptsLeft: attemptsLeft(rules, after, closed.level, now) }
}
