import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import { begin, whyNotBegin, type Progress } from 'types/quiz-engine'
import type { quizContract } from 'types/quiz'
import { sourceOf } from 'types/visit-source'
import { cameBy, type Scanned } from '../../kit/came-by'
import { command } from '../../kit/cloud'
import type { Patch } from '../../kit/collection'
import { countRecorded } from '../../kit/current-call'
import type { Handler } from '../../kit/serve'
import { findPool } from '../contest/level-store'
import type { Level, LevelHead, OpenPaper, PlayDoc } from '../documents'
import { drawSecret } from '../secrets'
import { closePaper, closePatch, isOver, lockedMarks, type Closing } from './closing'
import { drawPaper, keyedDice } from './draw-paper'
import { insist } from './insist'
import { newPlay } from './play'
import { createPlay, movePlay } from './play-store'
import { findStart } from './start-store'
import { toPaper } from './views'

type Asked = Parameters<Handler<typeof quizContract.start>>[0]

const isOpen = (head: LevelHead, now: Date) => head.state === 'open' && head.opensAt <= now && now < head.closesAt

/**
 * @param attempt version of the play that will hold the paper, a number no play has twice: whatever the phone asks with,
 *   neither the questions nor the paper's id ever come again
 */
const layPaper = ({ head, pool }: Level, play: string, asked: Asked, attempt: number, now: Date): OpenPaper => {
  const { rule, revision } = pool
  const dice = keyedDice(drawSecret(), 'paper', play, String(head.level), asked._id, String(attempt))
  const items = drawPaper(pool.pool, rule.draw, dice)
  return {
    ...{ id: deriveId('paper', play, String(attempt)), level: head.level, title: rule.title, revision },
    ...{ startedAt: now, dueAt: new Date(now.getTime() + rule.seconds * 1000), passRight: rule.passRight },
    ...{ items, locked: [], device: asked.device ?? null },
  }
}

/** A retry, or the other phone, meets the paper at hand. */
const paperAtHand = (play: PlayDoc | null, now: Date) => (play?.paper && !isOver(play.paper, now) ? play.paper : null)

/** Late repetitions of a call come within the latest few papers. */
const keepAsked = 20

/** While questions are being checked the pool may hold less than a paper needs. */
const fillsPaper = ({ pool, rule }: Level['pool']) =>
  rule.draw.every(({ questions }, part) => (pool[part]?.length ?? 0) >= questions)

const checkMayStart = (play: PlayDoc, progress: Progress, { head, pool }: Level, asked: string, now: Date) => {
  if (!isOpen(head, now)) throw new AppError('PERIOD_CLOSED')
  if (play.asked.includes(asked)) throw new AppError('PAPER_CLOSED')
  const refusal = whyNotBegin(head.rules, progress, head.level, head.opensAt, now)
  if (refusal) throw new AppError(refusal)
  if (!fillsPaper(pool)) throw new AppError('PERIOD_CLOSED', { message: '这一关的题目正在核对，请稍后再来。' })
}

/** A paper nobody handed in closes before the next one is laid: it is a paper like any other. */
const closeForgotten = (play: PlayDoc, { pool }: Level, openid: string, now: Date): Closing | null =>
  play.paper && closePaper(play, play.paper, pool, lockedMarks(play.paper), 'clock', openid, now)

const laidPatch = (play: PlayDoc, level: Level, paper: OpenPaper, { _id }: Asked, now: Date): Patch => {
  const { window, begun, revived } = begin(level.head.rules, play, paper.level, now)
  return {
    ...{ state: 'answering', paper, window, begun, revived, until: level.head.closesAt, updatedAt: now },
    asked: command.push({ each: [_id], slice: -keepAsked }),
  }
}

/** Lays a paper into a play that stands. Who comes back after erasing himself plays on under his own name. */
const lay = (play: PlayDoc, level: Level, asked: Asked, openid: string, now: Date) => {
  const forgotten = closeForgotten(play, level, openid, now)
  const current = forgotten?.play ?? play
  checkMayStart(play, current, level, asked._id, now)
  const paper = layPaper(level, play._id, asked, play.version + 1, now)
  const closing = forgotten ? closePatch(forgotten, now) : { openid }
  return { paper, patch: { ...closing, ...laidPatch(current, level, paper, asked, now) } }
}

const layFirst = async (level: Level, asked: Asked, openid: string, scanned: Scanned | undefined, now: Date) => {
  const source = cameBy(sourceOf(asked.source, asked.boothId), scanned)
  const play = newPlay(level.head, openid, { ...asked, source }, now)
  checkMayStart(play, play, level, asked._id, now)
  const paper = layPaper(level, play._id, asked, 0, now)
  const begun = begin(level.head.rules, play, paper.level, now)
  const laid = await createPlay({ ...play, ...begun, state: 'answering', paper, asked: [asked._id] })
  if (laid) countRecorded()
  return laid ? paper : null
}

const layNext = async (play: PlayDoc, level: Level, asked: Asked, openid: string, now: Date) => {
  const { paper, patch } = lay(play, level, asked, openid, now)
  return (await movePlay(play, patch)) ? paper : null
}

/** The paper at hand as the phone shows it; its pool may be another level's, or an earlier revision. */
const show = async (campaignId: string, paper: OpenPaper, now: Date) => {
  const pool = await findPool(campaignId, paper.level, paper.revision)
  if (!pool) throw new AppError('NOT_FOUND')
  return toPaper(pool, paper, now)
}

const startOnce = async (input: Asked, openid: string, now: Date) => {
  const { campaignId } = input
  const found = await findStart(campaignId, input.level, openid)
  if (!found) throw new AppError('NOT_FOUND')
  const { level, play, scanned } = found
  const atHand = paperAtHand(play, now)
  if (atHand) return show(campaignId, atHand, now)
  const laid = play
    ? await layNext(play, level, input, openid, now)
    : await layFirst(level, input, openid, scanned, now)
  return laid && toPaper(level.pool, laid, now)
}

/** Lays a paper: level, play and what was scanned, the pool where it is not known yet, write: three trips at most. */
export const start: Handler<typeof quizContract.start> = (input, { caller, now }) =>
  insist(() => startOnce(input, caller.openid, now))
