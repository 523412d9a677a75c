import { AppError } from 'types/app-error'
import { attemptsLeft, mayRevive, revive as giveBack } from 'types/quiz-engine'
import type { quizContract } from 'types/quiz'
import type { Handler } from '../../kit/serve'
import { findPool } from '../contest/level-store'
import { insist } from './insist'
import { findPlay, movePlay } from './play-store'

const reviveOnce = async (id: string, campaignId: string, openid: string, now: Date) => {
  const play = await findPlay(campaignId, openid)
  const last = play?.last
  if (play?.openid !== openid || last?.id !== id) throw new AppError('NOT_FOUND')
  const pool = await findPool(campaignId, last.level, last.revision)
  if (!pool) throw new AppError('INTERNAL', { reason: `no pool ${last.revision}` })
  const { rules } = pool
  if (play.revived.includes(id)) return { attemptsLeft: attemptsLeft(rules, play, last.level, now) }
  if (!last.rights.includes(false) || !mayRevive(rules, play, last, now))
    throw new AppError('NO_ATTEMPT_LEFT', { message: '复活的次数已经用完了，下次再来。' })
  if (now.getTime() < last.submittedAt.getTime() + rules.wrong.readSeconds * 1000)
    throw new AppError('NOT_ALLOWED_NOW', { message: '请先把这一条读完，再来领取机会。' })
  const after = giveBack(rules, play, last, now)
  const { window, begun, revived } = after
  const moved = await movePlay(play, { window, begun, revived, updatedAt: now })
  return moved ? { attemptsLeft: attemptsLeft(rules, after, last.level, now) } : null
}

/**
 * Gives the paper closed last back to who has had the article of a mistake before him for long enough, by the server's
 * clock: play, (pool,) write. Asked again, it answers how many are left.
 */
export const revive: Handler<typeof quizContract.revive> = ({ id, campaignId }, { caller, now }) =>
  insist(() => reviveOnce(id, campaignId, caller.openid, now))
