import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import type { quizContract } from 'types/quiz'
import { questionsOf, type LevelRule } from 'types/quiz-rules'
import type { Handler } from '../../kit/serve'
import type { Caller } from '../../kit/identity'
import type { OpenPaper, PoolDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { closePaper } from '../play/closing'
import { drawPaper, keyedDice } from '../play/draw-paper'
import { markPaper, type Marked } from '../play/mark-paper'
import { newPlay } from '../play/play'
import { toPaper, toResult } from '../play/views'
import { drawSecret } from '../secrets'
import { drawProblems, refuse } from './check-contest'
import { categoriesOf, openBank } from './pools'

type Tried = Pick<Parameters<Handler<typeof quizContract.markPreview>>[0], '_id' | 'contest' | 'level'>

const ruleOf = ({ contest, level }: Tried): LevelRule => {
  const rule = contest.levels[level - 1]
  if (!rule) throw new AppError('INVALID_INPUT', { fields: { level: '没有这一关，请重新选择' } })
  return rule
}

/** A pool that holds one paper's questions and no more: drawn anew at every call, the same while the bank is the same. */
const poolFor = async (tried: Tried, under: readonly string[]): Promise<PoolDoc> => {
  const { _id, contest, level } = tried
  const rule = ruleOf(tried)
  const bank = await openBank(under, categoriesOf([rule]))
  refuse(drawProblems([rule], bank, level - 1))
  const drawn = await bank.drawPools(deriveId('preview', _id, String(level)), [{ ...rule, pool: questionsOf(rule) }])
  return {
    ...{ _id, pooledFor: _id, level, revision: 'preview', rules: contest.rules, rule },
    ...{ pool: drawn[0] ?? [], questions: [] },
  }
}

/** The paper's id says which questions it holds and in which order, so that marks never meet another paper. */
const layPaper = (pool: PoolDoc, now: Date): OpenPaper => {
  const { _id, level, revision, rule } = pool
  const items = drawPaper(pool.pool, rule.draw, keyedDice(drawSecret(), 'preview', _id, String(level)))
  return {
    ...{ id: deriveId('preview', _id, ...items.map(({ q, order }) => `${q}.${order}`)), level, title: rule.title },
    ...{ revision, startedAt: now, dueAt: new Date(now.getTime() + rule.seconds * 1000), passRight: rule.passRight },
    ...{ items, locked: [], device: null },
  }
}

/** Where a mistake ends the paper, what was answered behind it does not count. */
const untilMistake = ({ rules }: PoolDoc, marked: Marked): Marked => {
  const mistake = marked.rights.findIndex((right, at) => !right && (marked.chosen[at]?.length ?? 0) > 0)
  if (rules.wrong.as !== 'ends' || mistake < 0) return marked
  return {
    ...marked,
    chosen: marked.chosen.map((chosen, at) => (at > mistake ? [] : chosen)),
    rights: marked.rights.map((right, at) => at < mistake && right),
  }
}

/** A paper as a player of this contest would meet it, drawn from the bank; nothing is kept and nobody counted. */
export const preview: Handler<typeof quizContract.preview, NodeDoc> = async (input, { subject: node, now }) => {
  const pool = await poolFor(input, node.under)
  return toPaper(pool, layPaper(pool, now), now)
}

const closeFor = (pool: PoolDoc, paper: OpenPaper, marked: Marked, { openid }: Caller, now: Date) => {
  const mistake = pool.rules.wrong.as === 'ends' && marked.rights.includes(false)
  const player = newPlay({ campaignId: pool.pooledFor, under: [], closesAt: now }, openid, { source: {} }, now)
  return closePaper(player, paper, pool, marked, mistake ? 'mistake' : 'player', openid, now).closed
}

/** What a player who begins with this paper would be told: marked and settled by the very code of the contest. */
export const markPreview: Handler<typeof quizContract.markPreview, NodeDoc> = async (
  input,
  { subject: node, caller, now },
) => {
  const pool = await poolFor(input, node.under)
  const paper = layPaper(pool, now)
  if (paper.id !== input.paper) throw new AppError('CONFLICT', { message: '题库刚有变动，请重新试答一次。' })
  const marked = untilMistake(pool, markPaper(pool, paper.items, input.answers))
  return toResult(pool, closeFor(pool, paper, marked, caller, now), null)
}
