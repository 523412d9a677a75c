import { prizeModeLabels, type MyPrize, type PrizeRow } from 'types/quiz-prize'
import { showNumber } from '@/lib/show-number'

/** `50 元`, `12.50 元` of fen. */
export const showYuan = (fen: number): string => `${(fen / 100).toFixed(2).replace(/\.00$/, '')} 元`

type Priced = Pick<PrizeRow, 'price' | 'mode'>

/** What it takes to get one: `1 次机会 · 通过第 2 关`. */
export const priceWords = ({ price, mode }: Priced): string => {
  if (mode === 'draw') return prizeModeLabels.draw
  const parts = [
    ...(price.chances > 0 ? [`${price.chances} 次机会`] : []),
    ...(price.level === null ? [] : [`通过第 ${price.level} 关`]),
    ...(price.points > 0 ? [`${showNumber(price.points)} 积分`] : []),
  ]
  return parts.join(' · ')
}

export const leftWords = ({ left, stock, mode }: Pick<MyPrize, 'left' | 'stock' | 'mode'>): string =>
  mode === 'draw' ? `共 ${showNumber(stock)} 份` : left > 0 ? `还剩 ${showNumber(left)} 份` : '已经领完'

/** `7KQ 2M9 XAB`: in threes it can be read out. */
export const spaced = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ')

/** `2026 年 6 月`, `6 月 1 日那一周`, of a draw's period. */
export const periodWords = (period: string | null): string => {
  if (period === null) return '整个活动'
  const [year, month, day] = period.split('-').map(Number)
  return day === undefined ? `${year} 年 ${month} 月` : `${month} 月 ${day} 日起的一周`
}
