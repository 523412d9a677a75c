import { AppError } from 'types/app-error'
import { dateOf } from 'types/calendar'
import type { quizContract } from 'types/quiz'
import { deriveId } from 'types/ids'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { Patch } from '../../kit/collection'
import type { Handler } from '../../kit/serve'
import { findLevel } from '../contest/campaign-store'
import { countRecorded } from '../../kit/current-call'
import type { Level, OpenPaper, PlayDoc } from '../documents'
import { drawPaper, keyedDice } from './draw-paper'
import { createPlay, findPlay, movePlay, playId } from './play-store'
import { drawSecret } from '../secrets'
import { isUnlocked, toPaper } from './views'

const isOpen = (level: Level, now: Date) => level.state === 'open' && level.opensAt <= now && now < level.closesAt

/**
 * @param attempt version of the play that will hold the paper, a number no play has twice: whatever the phone asks with,
 *   neither the questions nor the paper's id ever come again
 */
const layPaper = (level: Level, play: string, asked: string, attempt: number, now: Date): OpenPaper => {
  const { title, questions, seconds, passRight } = level.rule
  const dice = keyedDice(drawSecret(), 'paper', play, String(level.level), asked, String(attempt))
  const items = drawPaper(level.pool, questions, dice)
  return {
    id: deriveId('paper', play, String(attempt)),
    level: level.level,
    title,
    startedAt: now,
    dueAt: new Date(now.getTime() + seconds * 1000),
    passRight,
    items,
  }
}

type Asked = { _id: string; boothId?: string }

const newPlay = (
  level: Level,
  openid: string,
  paper: OpenPaper,
  { _id: asked, boothId }: Asked,
  now: Date,
): PlayDoc => {
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
    ...{ day: dateOf(now), attempts: 1, levels: {}, points: 0, paper, asked: [asked] },
    ...{ outbox, outboxAt: now, createdAt: now, updatedAt: now },
  }
}

/** A retry, or the other phone, meets the paper at hand; one that is overdue has closed unanswered. */
const paperAtHand = (play: PlayDoc | null, now: Date) =>
  play?.state === 'answering' && play.paper && play.paper.dueAt > now ? play.paper : null

/** Late repetitions of a call come within the latest few papers. */
const keepAsked = 20

const checkMayStart = (play: PlayDoc | null, level: Level, asked: string, now: Date) => {
  if (!isOpen(level, now)) throw new AppError('PERIOD_CLOSED')
  if (play?.asked?.includes(asked)) throw new AppError('PAPER_CLOSED')
  if (!isUnlocked(play?.levels ?? {}, level.level)) throw new AppError('LEVEL_LOCKED')
  if (play && play.day === dateOf(now) && play.attempts >= level.attemptsPerDay) throw new AppError('NO_ATTEMPT_LEFT')
}

/** Who comes back after erasing himself plays on under his own name. */
const nextAttempt = (play: PlayDoc, openid: string, asked: string, now: Date): Patch => {
  const day = dateOf(now)
  return {
    ...{ openid, state: 'answering', day, attempts: play.day === day ? play.attempts + 1 : 1 },
    ...{ asked: command.push({ each: [asked], slice: -keepAsked }), updatedAt: now },
  }
}

/** Lays a paper: level (with its pool), play, write: three trips. */
export const start: Handler<typeof quizContract.start> = async (input, { caller, now }) => {
  const { _id: asked, campaignId } = input
  const level = await findLevel(campaignId, input.level)
  if (!level) throw new AppError('NOT_FOUND')
  const play = await findPlay(campaignId, caller.openid)
  const atHand = paperAtHand(play, now)
  if (atHand) return toPaper(campaignId, atHand, now)
  checkMayStart(play, level, asked, now)
  const attempt = play ? play.version + 1 : 0
  const paper = layPaper(level, playId(campaignId, caller.openid), asked, attempt, now)
  const laid = play
    ? await movePlay(play, { ...nextAttempt(play, caller.openid, asked, now), paper })
    : await createPlay(newPlay(level, caller.openid, paper, input, now))
  if (!play && laid) countRecorded()
  if (laid) return toPaper(campaignId, paper, now)
  const winner = paperAtHand(await findPlay(campaignId, caller.openid), now)
  if (!winner) throw new AppError('CONFLICT')
  return toPaper(campaignId, winner, now)
}
