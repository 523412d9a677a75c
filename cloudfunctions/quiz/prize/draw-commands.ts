import { randomBytes } from 'node:crypto'
import { AppError } from 'types/app-error'
import { drawMachine } from 'types/prize-machines'
import type { quizContract } from 'types/quiz'
import { periodOf } from 'types/quiz-engine'
import { sha256Hex } from 'types/sha256'
import { born, move, type OutboxItem } from '../../kit/aggregate'
import { isSame, isSameAuthor } from '../../kit/same'
import { seal } from '../../kit/sensitive'
import type { Handler } from '../../kit/serve'
import { findCampaign } from '../contest/campaign-store'
import type { CampaignDoc } from '../documents'
import { createDraw as insertDraw, draws as store, findDraw } from './draw-store'
import type { DrawDoc, DrawPrize, PrizeDoc } from './documents'
import { listPrizes } from './prize-store'
import { toDrawRow } from './views'

type NewDraw = Parameters<Handler<typeof quizContract.createDraw, CampaignDoc>>[0]

export const seedAad = (drawId: string) => `quiz_draws/${drawId}/seed`

const dayMs = 86_400_000
/** Winners must have this long to fetch their pieces. */
const fetchMs = 3 * dayMs
const firstMoment = (period: string) => new Date(`${period.length === 7 ? `${period}-01` : period}T00:00:00+08:00`)

const isPeriod = (rules: CampaignDoc['rules'], period: string): boolean => {
  const start = firstMoment(period)
  return !Number.isNaN(start.getTime()) && periodOf(rules.period, start) === period
}

const periodProblem = ({ kind, period }: NewDraw, { rules }: CampaignDoc): string | null => {
  if (period === undefined) return null
  if (kind === 'ties') return '按名次发奖算整个活动，不分周期'
  const shape = { contest: null, month: /^\d{4}-\d{2}$/, week: /^\d{4}-\d{2}-\d{2}$/ }[rules.period]
  if (!shape) return '这次活动的抽奖机会不分周期'
  return shape.test(period) && isPeriod(rules, period) ? null : '这个周期与活动规则不符，请重新选择'
}

const expiresEarly = (prize: PrizeDoc, valueAt: Date): string | null =>
  prize.expiresAt.getTime() < valueAt.getTime() + fetchMs
    ? `“${prize.title}”的领奖截止时间太早：至少要在公开数公布之后 3 天，请换一个公开数或奖品`
    : null

const prizeProblem = (prize: PrizeDoc | undefined, count: number, valueAt: Date): string | null => {
  if (!prize || prize.mode !== 'draw') return '请选择用于抽奖的奖品'
  if (prize.state !== 'open') return `“${prize.title}”还没有上架，请先上架`
  return prize.left < count ? `“${prize.title}”只剩 ${prize.left} 份` : expiresEarly(prize, valueAt)
}

const check = (input: NewDraw, contest: CampaignDoc, prizes: ReadonlyMap<string, PrizeDoc>, now: Date) => {
  const fields: Record<string, string> = {}
  const period = periodProblem(input, contest)
  if (period) fields.period = period
  if (new Date(input.value.at) <= now) fields['value.at'] = '公布时间要晚于现在：名单要在公开数公布之前锁定'
  for (const [index, { prizeId, count }] of input.prizes.entries()) {
    const problem = prizeProblem(prizes.get(prizeId), count, new Date(input.value.at))
    if (problem) fields[`prizes.${index}.count`] = problem
  }
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields })
}

const said = ['campaignId', 'title', 'kind', 'period', 'prizes', 'value'] as const

const again = (before: DrawDoc | null, draw: DrawDoc) => {
  if (!before || !isSameAuthor(before, draw) || !isSame(before, draw, said)) throw new AppError('ALREADY_EXISTS')
  return toDrawRow(before)
}

const nothingYet = {
  ...{ seed: null, seedHash: null, reservation: null, commitment: null, listFile: null, resultFile: null },
  ...{ entered: null, winners: [], winnersTotal: 0, withheld: 0, voided: null, problem: null },
}

export const createDraw: Handler<typeof quizContract.createDraw, CampaignDoc> = async (
  input,
  { subject: contest, now, acting },
) => {
  const { _id, title, kind, period = null, value } = input
  const prizes = new Map((await listPrizes(contest._id)).map((prize) => [prize._id, prize]))
  const chosen = input.prizes.map(({ prizeId, count }): DrawPrize => {
    return { prizeId, title: prizes.get(prizeId)?.title ?? '', count }
  })
  const draw: DrawDoc = {
    ...born(acting('officer'), {
      ...{ _id, state: 'draft' as const, under: contest.under, subject: `抽奖「${title}」`, at: now },
    }),
    ...{ ...nothingYet, campaignId: contest._id, identity: contest.rules.identity, title, kind, period },
    ...{ prizes: chosen, value: { ...value, at: new Date(value.at) } },
  }
  const before = await findDraw(_id)
  if (before) return again(before, draw)
  check(input, contest, prizes, now)
  return (await insertDraw(draw)) ? toDrawRow(draw) : again(await findDraw(_id), draw)
}

const work = (drawId: string): Omit<OutboxItem, 'id'> => ({ to: 'local', kind: 'draw-work', payload: { drawId } })

const tooEarly = (draw: DrawDoc, contest: CampaignDoc | null, now: Date): string | null => {
  if (draw.value.at <= now) return '公开数的公布时间已过，请作废后换一个还没公布的公开数。'
  if (draw.kind === 'ties')
    return contest?.state === 'closed' ? null : '活动还没有结束，名次还会变，请在结束后再锁定名单。'
  if (draw.period === null || !contest) return null
  // Where the period of this very moment is the draw's or an earlier one, it is not over.
  return draw.period < periodOf(contest.rules.period, now) ? null : '这个周期还没有结束，请在结束后再锁定名单。'
}

const checkCommit = async (draw: DrawDoc, now: Date) => {
  const [contest, prizes] = await Promise.all([findCampaign(draw.campaignId), listPrizes(draw.campaignId)])
  const chosen = prizes.filter(({ _id }) => draw.prizes.some(({ prizeId }) => prizeId === _id))
  const early = chosen.map((prize) => expiresEarly(prize, draw.value.at)).find((problem) => problem !== null)
  const message = tooEarly(draw, contest, now) ?? (early && `${early}。`)
  if (message) throw new AppError('NOT_ALLOWED_NOW', { message })
}

/** The seed is made here, before anybody can know the value; the list is collected by the drainer. */
export const commitDraw: Handler<typeof quizContract.commitDraw, DrawDoc> = async (
  { version },
  { subject: draw, now, acting },
) => {
  if (draw.state === 'draft') await checkCommit(draw, now)
  const seed = randomBytes(32).toString('hex')
  const set = {
    ...{ seed: seal(seed, seedAad(draw._id)), seedHash: sha256Hex(seed), problem: null },
    reservation: `${draw._id}.${version + 1}`,
  }
  const push = [work(draw._id)]
  const moved = await move(store, drawMachine, draw, acting('officer'), 'commit', version, { at: now, set, push })
  return toDrawRow({ ...draw, problem: null, state: moved.state, version: moved.version })
}

/** Once, and not before the time that was announced. */
export const enterValue: Handler<typeof quizContract.enterValue, DrawDoc> = async (
  { version, value },
  { subject: draw, now, acting },
) => {
  if (draw.state === 'committed' && now < draw.value.at)
    throw new AppError('NOT_ALLOWED_NOW', { message: '还没到公开数的公布时间，请在公布之后再录入。' })
  const step = {
    ...{ at: now, set: { entered: { text: value, at: now } }, data: { value } },
    ...{ push: [work(draw._id)], same: draw.entered?.text === value },
  }
  const moved = await move(store, drawMachine, draw, acting('officer'), 'enter', version, step)
  return toDrawRow({ ...draw, entered: { text: value, at: now }, state: moved.state, version: moved.version })
}

/** What must give back the pieces set aside, named so that a later try's are not touched. */
export const release = (draw: DrawDoc, back: ReadonlyMap<string, number>): Omit<OutboxItem, 'id'> => ({
  to: 'local',
  kind: 'draw-release',
  payload: { reservation: draw.reservation, back: [...back].map(([prizeId, n]) => ({ prizeId, n })) },
})
export const releaseAll = (draw: DrawDoc) =>
  release(draw, new Map(draw.prizes.map(({ prizeId, count }) => [prizeId, count])))

/** Gives a draw up, until a value was entered and never after. */
export const voidDraw: Handler<typeof quizContract.voidDraw, DrawDoc> = async (
  { version, reason },
  { subject: draw, now, acting },
) => {
  const step = {
    ...{ at: now, set: { voided: reason }, data: { reason }, same: draw.voided === reason },
    push: draw.reservation ? [releaseAll(draw)] : [],
  }
  const moved = await move(store, drawMachine, draw, acting('officer'), 'void', version, step)
  return toDrawRow({ ...draw, voided: reason, state: moved.state, version: moved.version })
}
