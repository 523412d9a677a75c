import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { quizContract } from 'types/quiz'
import type { OutboxItem } from '../kit/aggregate'
import type { Handler } from '../kit/serve'
import { findLevel } from './campaign-store'
import { countRecorded } from '../kit/current-call'
import type { Level, OpenPaper, PlayDoc } from './documents'
import { drawPaper, paperDice } from './draw-paper'
import { createPlay, findPlay, movePlay, playId } from './play-store'
import { drawSecret } from './secrets'
import { isUnlocked, toPaper } from './views'

const isOpen = (level: Level, now: Date) => level.state === 'open' && level.opensAt <= now && now < level.closesAt

const layPaper = (level: Level, id: string, now: Date): OpenPaper => {
  const { title, questions, seconds, passRight } = level.rule
  const items = drawPaper(level.pool, questions, paperDice(drawSecret(), id))
  return {
    id,
    level: level.level,
    title,
    startedAt: now,
    dueAt: new Date(now.getTime() + seconds * 1000),
    passRight,
    items,
  }
}

const newPlay = (level: Level, openid: string, paper: OpenPaper, boothId: string | undefined, now: Date): PlayDoc => {
  const id = playId(level.campaignId, openid)
  const add = [
    { key: `campaign.${level.campaignId}`, field: 'players', by: 1 },
    ...(boothId ? [{ key: `booth.${boothId}`, field: 'players', by: 1 }] : []),
  ]
  const outbox: OutboxItem[] = [
    { id: `${id}.player`, to: 'counters', kind: 'count', payload: { add } },
    { id: `${id}.totals`, to: 'local', kind: 'totals', payload: { campaignId: level.campaignId, unit: null } },
  ]
  return {
    ...{
      _id: id,
      campaignId: level.campaignId,
      openid,
      under: level.under,
      state: 'answering',
      version: 0,
      unit: null,
    },
    ...{ day: dateOf(now), attempts: 1, levels: {}, points: 0, paper, lastId: null },
    ...{ outbox, outboxAt: now, createdAt: now, updatedAt: now },
  }
}

/** A retry, or the other phone, meets the paper at hand; one that is overdue has closed unanswered. */
const paperAtHand = (play: PlayDoc | null, now: Date) =>
  play?.state === 'answering' && play.paper && play.paper.dueAt > now ? play.paper : null

const checkMayStart = (play: PlayDoc | null, level: Level, paperId: string, now: Date) => {
  if (!isOpen(level, now)) throw new AppError('PERIOD_CLOSED')
  if (play?.lastId === paperId || play?.paper?.id === paperId) throw new AppError('PAPER_CLOSED')
  if (!isUnlocked(play?.levels ?? {}, level.level)) throw new AppError('LEVEL_LOCKED')
  if (play && play.day === dateOf(now) && play.attempts >= level.attemptsPerDay) throw new AppError('NO_ATTEMPT_LEFT')
}

/** Lays a paper: level (with its pool), play, write: three trips. */
export const start: Handler<typeof quizContract.start> = async (
  { _id, campaignId, level: no, boothId },
  { caller, now },
) => {
  const level = await findLevel(campaignId, no)
  if (!level) throw new AppError('NOT_FOUND')
  const play = await findPlay(campaignId, caller.openid)
  const atHand = paperAtHand(play, now)
  if (atHand) return toPaper(campaignId, atHand, now)
  checkMayStart(play, level, _id, now)
  const paper = layPaper(level, _id, now)
  const today = dateOf(now)
  const attempts = play?.day === today ? play.attempts + 1 : 1
  const laid = play
    ? await movePlay(play, { state: 'answering', paper, day: today, attempts, updatedAt: now })
    : await createPlay(newPlay(level, caller.openid, paper, boothId, now))
  if (!play && laid) countRecorded()
  if (laid) return toPaper(campaignId, paper, now)
  const winner = paperAtHand(await findPlay(campaignId, caller.openid), now)
  if (!winner) throw new AppError('CONFLICT')
  return toPaper(campaignId, winner, now)
}
