import { AppError } from 'types/app-error'
import { prizeMachine } from 'types/prize-machines'
import type { quizContract } from 'types/quiz'
import { mostPieces } from 'types/quiz-prize'
import { born, isReplay, move, recording } from '../../kit/aggregate'
import { countRecorded } from '../../kit/current-call'
import { isSame, isSameAuthor } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import type { CampaignDoc } from '../documents'
import type { PrizeDoc } from './documents'
import { changePieces, createPrize as insertPrize, findPrize, listPrizes, prizes as store } from './prize-store'
import { toPrize } from './views'

type NewPrize = Parameters<Handler<typeof quizContract.createPrize, CampaignDoc>>[0]

/** `15.50` of 1550 fen. */
const showYuan = (fen: number) => (fen / 100).toFixed(2).replace(/\.00$/, '')

const check = ({ value, mode, price, expiresAt }: NewPrize, contest: CampaignDoc, now: Date) => {
  const fields: Record<string, string> = {}
  if (value > contest.prizeCap)
    fields.value = `单件奖品不能超过 ${showYuan(contest.prizeCap)} 元，这是本次活动设定的上限`
  if (new Date(expiresAt) <= now) fields.expiresAt = '领奖截止时间要晚于现在'
  if (price.level !== null && price.level > contest.levels)
    fields['price.level'] = `这次活动只有 ${contest.levels} 关，请填写 1 到 ${contest.levels}`
  if (mode === 'stock' && price.chances === 0 && price.level === null && price.points === 0)
    fields['price.chances'] = '请至少设一个条件：花几次机会、通过第几关或多少积分'
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields })
}

const said = ['title', 'value', 'mode', 'perPerson', 'price', 'place', 'expiresAt', 'campaignId'] as const

const again = (before: PrizeDoc | null, prize: PrizeDoc) => {
  if (!before || !isSameAuthor(before, prize) || !isSame(before, prize, said)) throw new AppError('ALREADY_EXISTS')
  return toPrize(before)
}

export const createPrize: Handler<typeof quizContract.createPrize, CampaignDoc> = async (
  input,
  { subject: contest, now, acting },
) => {
  check(input, contest, now)
  const { _id, title, value, mode, stock, perPerson, price, place } = input
  const prize: PrizeDoc = {
    ...born(acting('officer'), {
      ...{ _id, state: 'draft' as const, under: contest.under, subject: `奖品「${title}」`, at: now },
      data: { value, stock },
    }),
    ...{ campaignId: contest._id, identity: contest.rules.identity },
    ...{ title, value, mode, stock, left: stock, perPerson, price, place },
    ...{ expiresAt: new Date(input.expiresAt), won: [] },
  }
  return (await insertPrize(prize)) ? toPrize(prize) : again(await findPrize(_id), prize)
}

export const movePrize: Handler<typeof quizContract.movePrize, PrizeDoc> = async (
  { version, act },
  { subject, now, acting },
) => {
  const moved = await move(store, prizeMachine, subject, acting('officer'), act, version, { at: now })
  return toPrize({ ...subject, state: moved.state, version: moved.version })
}

const tooFew = (prize: PrizeDoc) =>
  new AppError('INVALID_INPUT', {
    fields: { by: `已经发出或留出 ${prize.stock - prize.left} 份，最多只能减少 ${prize.left} 份` },
  })

const tooMany = () =>
  new AppError('INVALID_INPUT', { fields: { by: `一种奖品最多 ${mostPieces} 份，更多请另建一种奖品` } })

/** Pieces may be taken while it runs: what decides is the one conditional update. */
export const changeStock: Handler<typeof quizContract.changeStock, PrizeDoc> = async (
  { version, by },
  { subject: prize, now, acting },
) => {
  const who = acting('officer')
  const last = prize.events.at(-1)
  if (isReplay(prize, who, 'stock', version)) {
    if (last?.data.by !== by) throw new AppError('CONFLICT')
    return toPrize(prize)
  }
  if (prize.version !== version) throw new AppError('CONFLICT')
  if (prize.state === 'closed') throw new AppError('NOT_ALLOWED_NOW')
  if (by > 0 && prize.stock + by > mostPieces) throw tooMany()
  const happening = { act: 'stock', from: prize.state, to: prize.state, at: now, data: { by } }
  if (!(await changePieces(prize, by, recording(prize, who, happening)))) {
    const current = await findPrize(prize._id)
    throw current && current.version === version ? tooFew(current) : new AppError('CONFLICT')
  }
  countRecorded()
  return toPrize({ ...prize, stock: prize.stock + by, left: prize.left + by, version: version + 1 })
}

export const prizes: Handler<typeof quizContract.prizes, CampaignDoc> = async (_input, { subject: contest }) => ({
  items: (await listPrizes(contest._id)).map(toPrize),
  cap: contest.prizeCap,
})
