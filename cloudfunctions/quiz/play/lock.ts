import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import { findPool } from '../contest/level-store'
import type { LockedAnswer, OpenPaper, PlayDoc, PoolDoc } from '../documents'
import { closePaper, closePatch, isOver, lockedMarks } from './closing'
import { insist } from './insist'
import { markOne } from './mark-paper'
import { findClosed, findPlay, movePlay } from './play-store'

type Locking = Parameters<Handler<typeof quizContract.lock>>[0]

const answerOf = ({ no, chosen, right }: Pick<LockedAnswer, 'no' | 'chosen' | 'right'>, closed: boolean) => ({
  ...{ no, chosen, right, closed },
})

/** The answer that stands: a repeated call, from whatever phone, changes nothing. */
const standing = async (play: PlayDoc | null, { id, campaignId, no }: Locking, openid: string) => {
  const locked = play?.paper?.id === id ? play.paper.locked.find((answer) => answer.no === no) : undefined
  if (locked) return answerOf(locked, false)
  const closed = play?.paper?.id === id ? null : await findClosed(play, id, campaignId, openid)
  if (!closed || no > closed.items.length) return null
  return answerOf({ no, chosen: closed.chosen[no - 1] ?? [], right: closed.rights[no - 1] ?? false }, true)
}

const locking = (paper: OpenPaper, pool: PoolDoc, { no, chosen }: Locking, now: Date): LockedAnswer => {
  const item = paper.items[no - 1]
  if (!item || chosen.length === 0) throw new AppError('INVALID_INPUT', { message: '请先选好答案，再确定这一题。' })
  const at = Math.round((now.getTime() - paper.startedAt.getTime()) / 1000)
  return { no, ...markOne(pool, item, chosen), at }
}

const endOf = ({ rules }: PoolDoc, paper: OpenPaper, answer: LockedAnswer) => {
  if (!answer.right && rules.wrong.as === 'ends') return 'mistake'
  return paper.locked.length + 1 === paper.items.length ? 'player' : null
}

const keep = async (
  play: PlayDoc,
  paper: OpenPaper,
  pool: PoolDoc,
  answer: LockedAnswer,
  openid: string,
  now: Date,
) => {
  const after = { ...paper, locked: [...paper.locked, answer] }
  const end = endOf(pool, paper, answer)
  if (end === null) return (await movePlay(play, { paper: after, updatedAt: now })) ? answerOf(answer, false) : null
  const closing = closePaper(play, after, pool, lockedMarks(after), end, openid, now)
  if (!(await movePlay(play, closePatch(closing, now)))) return null
  countRecorded()
  return answerOf(answer, true)
}

const lockOnce = async (input: Locking, openid: string, now: Date) => {
  const play = await findPlay(input.campaignId, openid)
  // Another phone's answer stands, and so does an earlier one of this phone's.
  const before = await standing(play, input, openid)
  if (before) return before
  const paper = play?.paper
  if (!play || paper?.id !== input.id) throw new AppError('NOT_FOUND')
  if (isOver(paper, now)) throw new AppError('PAPER_CLOSED')
  const pool = await findPool(play.campaignId, paper.level, paper.revision)
  if (pool?.rules.answering !== 'locked') throw new AppError('NOT_ALLOWED_NOW')
  return keep(play, paper, pool, locking(paper, pool, input, now), openid, now)
}

/** Locks one answer for good and says whether it is right: play, (pool,) write. The last one closes the paper. */
export const lock: Handler<typeof quizContract.lock> = (input, { caller, now }) =>
  insist(() => lockOnce(input, caller.openid, now))
