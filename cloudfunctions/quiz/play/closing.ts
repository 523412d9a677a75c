import { qualityCounts } from 'types/quality-counts'
import { isPerfect, percentOf, settle } from 'types/quiz-engine'
import type { Rules } from 'types/quiz-rules'
import type { OutboxItem } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import type { Patch } from '../../kit/collection'
import type { CountPayload, ExpandCounts } from '../../kit/outbox'
import type { ClosedPaper, OpenPaper, PaperDoc, PlayDoc, PoolDoc } from '../documents'
import type { Marked } from './mark-paper'
import { graceMs } from './play-store'
import { rankScoreOf, standingChange } from './standing'

export const isOver = (paper: OpenPaper, now: Date) => now.getTime() > paper.dueAt.getTime() + graceMs

/** What was locked of a paper; the rest is unanswered, and so wrong. */
export const lockedMarks = (paper: OpenPaper): Marked => {
  const byNo = new Map(paper.locked.map((answer) => [answer.no, answer]))
  const ordered = [...paper.locked].sort((a, b) => a.at - b.at)
  const spent = new Map(ordered.map(({ no, at }, index) => [no, at - (ordered[index - 1]?.at ?? 0)]))
  return {
    chosen: paper.items.map((_, index) => byNo.get(index + 1)?.chosen ?? []),
    rights: paper.items.map((_, index) => byNo.get(index + 1)?.right ?? false),
    times: paper.items.map((_, index) => spent.get(index + 1) ?? null),
  }
}

const outcomeOf = (paper: OpenPaper, { chosen, rights }: Marked) => {
  const right = rights.filter(Boolean).length
  const wrong = rights.filter((one, index) => !one && (chosen[index]?.length ?? 0) > 0).length
  const outcome = { level: paper.level, right, wrong, total: paper.items.length, begunAt: paper.startedAt }
  return { ...outcome, passed: right >= paper.passRight }
}

/** Wrong answers a player may practise again: the latest so many. */
const keepWrong = 100

const wrongBook = (play: PlayDoc, paper: OpenPaper, { rights }: Marked) => {
  const seen = new Set(paper.items.map(({ q }) => q))
  const wrong = paper.items.filter((_, index) => !rights[index]).map(({ q }) => ({ q, level: paper.level }))
  return [...play.wrong.filter(({ q }) => !seen.has(q)), ...wrong].slice(-keepWrong)
}

const lastOf = ({ id, level, revision, startedAt, submittedAt, rights }: ClosedPaper): PlayDoc['last'] => ({
  ...{ id, level, revision, startedAt, submittedAt, rights },
})

export type Closing = { closed: ClosedPaper; play: PlayDoc; items: OutboxItem[] }

/**
 * Everything a closing paper changes, worked out from the play as read; written by closePatch in one update.
 * @param openid of who hands it in: the play of who erased himself and came back still bears a pseudonym
 */
export const closePaper = (
  play: PlayDoc,
  paper: OpenPaper,
  pool: Pick<PoolDoc, 'rules'>,
  marked: Marked,
  closedBy: ClosedPaper['closedBy'],
  openid: string,
  now: Date,
): Closing => {
  const { rules } = pool
  const outcome = outcomeOf(paper, marked)
  const { id, level, title, revision, startedAt, dueAt, passRight, items, device } = paper
  const kept = { id, level, title, revision, startedAt, passRight, items, device }
  const end = Math.min(now.getTime(), dueAt.getTime())
  const { progress, gained } = settle(rules, play, outcome, new Date(end))
  const closed: ClosedPaper = {
    ...{ ...kept, ...marked, submittedAt: now, closedBy, gained, right: outcome.right, score: percentOf(outcome) },
    ...{ seconds: Math.round((end - paper.startedAt.getTime()) / 1000), passed: outcome.passed },
    nextLevel: outcome.passed && rules.order === 'unlock' ? paper.level + 1 : null,
  }
  const after: PlayDoc = {
    ...{ ...play, ...progress, openid, state: 'idle', paper: null, wrong: wrongBook(play, paper, marked) },
    ...{ chances: play.chances + gained.chances, last: lastOf(closed) },
  }
  after.rankScore = rankScoreOf(rules, after)
  return { closed, play: after, items: outboxOf(rules, play, after, closed) }
}

const outboxOf = (rules: Rules, before: PlayDoc, after: PlayDoc, closed: ClosedPaper): OutboxItem[] => {
  const { campaignId, openid, unit } = after
  const key = `campaign.${campaignId}`
  const firstPass = closed.passed && before.levels[closed.level]?.passed !== true
  const add = [
    { key, field: 'papers', by: 1 },
    ...(firstPass ? [{ key, field: 'passed', by: 1 }] : []),
    ...(isPerfect({ right: closed.right, total: closed.items.length }) ? [{ key, field: 'perfect', by: 1 }] : []),
    ...standingChange(rules, before, after),
  ]
  const doc: PaperDoc = { ...closed, _id: closed.id, campaignId, openid, unit: unit?.id ?? null }
  return [
    { id: `${closed.id}.count`, to: 'counters', kind: 'count', payload: { add } },
    { id: `${closed.id}.paper`, to: 'local', kind: 'paper', payload: doc },
  ]
}

/** What a closed paper counts for its questions is read off the paper itself, which waits beside the count. */
export const withQuality: ExpandCounts = ({ id, payload }, outbox) => {
  const { add } = payload as CountPayload
  const paper = outbox.find((item) => item.kind === 'paper' && `${String(item.payload._id)}.count` === id)
  return paper ? { add, many: [qualityCounts(String(paper.payload.campaignId), paper.payload as PaperDoc)] } : { add }
}

/** The fields of the play that a closed paper changes. */
export const closePatch = ({ play, items }: Closing, now: Date): Patch => {
  const { openid, levels, points, perfect, reachedAt, cards, earned, chances, rankScore, wrong, last } = play
  return {
    ...{ openid, state: 'idle', paper: null, levels, points, perfect, reachedAt, cards, earned, chances },
    ...{ rankScore, wrong, last, outbox: command.push(items), outboxAt: now, updatedAt: now },
  }
}
