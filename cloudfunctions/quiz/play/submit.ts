import { AppError } from 'types/app-error'
import type { quizContract } from 'types/quiz'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { Handler } from '../../kit/serve'
import { countRecorded } from '../../kit/current-call'
import { findUnitOf } from '../person-store'
import type { ClosedPaper, OpenPaper, PlayDoc } from '../documents'
import { markPaper } from './mark-paper'
import { findClosed, findPlay, movePlay } from './play-store'
import { toResult } from './views'

/** A paper handed in on the last second may travel this long. */
const graceMs = 10_000

type Marked = ReturnType<typeof markPaper>

const closePaper = (paper: OpenPaper, marked: Marked, now: Date): ClosedPaper => {
  const { id, level, title, startedAt, dueAt, passRight, items } = paper
  const passed = marked.right >= passRight
  const end = Math.min(now.getTime(), dueAt.getTime())
  return {
    ...{ id, level, title, startedAt, passRight, items, submittedAt: now, passed },
    ...{ chosen: marked.chosen, rights: marked.rights, score: marked.score },
    ...{ seconds: Math.round((end - startedAt.getTime()) / 1000), nextLevel: passed ? level + 1 : null },
  }
}

const outboxOf = (
  play: PlayDoc,
  closed: ClosedPaper,
  openid: string,
  unit: PlayDoc['unit'],
  gained: number,
  firstPass: boolean,
): OutboxItem[] => {
  const { campaignId } = play
  const newInUnit = unit && Object.keys(play.levels).length === 0
  const add = [
    { key: `campaign.${campaignId}`, field: 'papers', by: 1 },
    ...(firstPass ? [{ key: `campaign.${campaignId}`, field: 'passed', by: 1 }] : []),
    ...(unit ? [{ key: `unit.${campaignId}.${unit.id}`, field: 'points', by: gained }] : []),
    ...(newInUnit ? [{ key: `unit.${campaignId}.${unit.id}`, field: 'players', by: 1 }] : []),
  ]
  return [
    { id: `${closed.id}.count`, to: 'counters', kind: 'count', payload: { add } },
    {
      id: `${closed.id}.paper`,
      to: 'local',
      kind: 'paper',
      payload: { ...closed, _id: closed.id, campaignId, openid, unit },
    },
    { id: `${closed.id}.totals`, to: 'local', kind: 'totals', payload: { campaignId, unit } },
  ]
}

// The play of who erased himself and came back still bears a pseudonym: what he hands in now is his again.
const settle = async (play: PlayDoc, closed: ClosedPaper, openid: string, now: Date) => {
  // The unit is the one declared when the first paper is handed in; later changes do not move points about.
  const unit = Object.keys(play.levels).length === 0 ? await findUnitOf(openid) : play.unit
  const before = play.levels[closed.level] ?? { best: 0, passed: false, tries: 0 }
  const best = Math.max(before.best, closed.score)
  const gained = best - before.best
  const after = { best, passed: before.passed || closed.passed, tries: before.tries + 1 }
  const items = outboxOf(play, closed, openid, unit, gained, closed.passed && !before.passed)
  return movePlay(play, {
    ...{ openid, state: 'idle', paper: null, unit, points: play.points + gained },
    ...{
      levels: { ...play.levels, [closed.level]: after },
      outbox: command.push(items),
      outboxAt: now,
      updatedAt: now,
    },
  })
}

const resultOf = async (
  play: PlayDoc | null,
  { id, campaignId }: { id: string; campaignId: string },
  openid: string,
) => {
  const closed = await findClosed(play, id, campaignId, openid)
  return closed && toResult(campaignId, closed)
}

/** Marks and closes a paper: play, (unit on the first paper,) write. A paper that is closed already answers its result again. */
export const submit: Handler<typeof quizContract.submit> = async (input, { caller, now }) => {
  const { id, campaignId, answers } = input
  const play = await findPlay(campaignId, caller.openid)
  const paper = play?.paper
  if (!play || paper?.id !== id) {
    const result = await resultOf(play, input, caller.openid)
    if (!result) throw new AppError('NOT_FOUND')
    return result
  }
  if (now.getTime() > paper.dueAt.getTime() + graceMs) throw new AppError('PAPER_CLOSED')
  const closed = closePaper(paper, markPaper(paper.items, answers), now)
  if (await settle(play, closed, caller.openid, now)) {
    countRecorded()
    return toResult(campaignId, closed)
  }
  // The same paper handed in twice at once: one of the two closed it, the other answers with what came of it.
  const result = await resultOf(await findPlay(campaignId, caller.openid), input, caller.openid)
  if (!result) throw new AppError('CONFLICT')
  return result
}
