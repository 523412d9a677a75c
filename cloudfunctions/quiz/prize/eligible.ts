import type { PlayDoc } from '../documents'
import type { PrizeDoc } from './documents'

export const chancesLeft = ({ chances, spent }: Pick<PlayDoc, 'chances' | 'spent'>) => Math.max(0, chances - spent)

type Told = Pick<PlayDoc, 'name' | 'unit'>

/** Whether the player has told what the rules of the contest ask for before a prize. */
export const hasTold = (identity: PrizeDoc['identity'], { name, unit }: Told): boolean =>
  identity === 'none' || (unit !== null && (identity === 'unit' || name !== null))

const asked = (play: PlayDoc, prizeId: string) =>
  (play.askings ?? []).filter((asking) => asking.prizeId === prizeId && asking.state !== 'none').length

const prizeClosed = (prize: PrizeDoc, now: Date): string | null => {
  if (prize.mode === 'draw') return '这个奖品通过抽奖发放，不用申领。'
  if (prize.state !== 'open' || prize.expiresAt <= now) return '这个奖品已经停止发放。'
  return null
}

const unearned = ({ price }: PrizeDoc, play: PlayDoc): string | null => {
  if (price.level !== null && play.levels[price.level]?.passed !== true) return `通过第 ${price.level} 关后才能领。`
  if (play.points < price.points) return `积分达到 ${price.points} 分后才能领，您现在有 ${play.points} 分。`
  const missing = price.chances - chancesLeft(play)
  return missing > 0 ? `需要 ${price.chances} 次机会，还差 ${missing} 次。` : null
}

/** Why this player cannot ask for a piece now, in one sentence; null: he can. */
export const whyNotClaim = (prize: PrizeDoc, play: PlayDoc | null, now: Date): string | null => {
  const closed = prizeClosed(prize, now)
  if (closed) return closed
  if (!play) return '先闯一关再来领奖品。'
  if (play.excluded) return '您的成绩正在核实，暂时不能领奖品，请联系举办活动的工会。'
  if (asked(play, prize._id) >= prize.perPerson)
    return prize.perPerson === 1 ? '每人一份，您已经领过了。' : `每人最多 ${prize.perPerson} 份，您已经领满了。`
  if (!hasTold(prize.identity, play))
    return prize.identity === 'unit' ? '请先选好所在单位，再来领奖品。' : '请先填好姓名和所在单位，再来领奖品。'
  return unearned(prize, play) ?? (prize.left < 1 ? '已经领完了，看看别的奖品吧。' : null)
}
