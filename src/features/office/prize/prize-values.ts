import type { RawInputOf } from 'types/contract'
import { prizeModeLabels, type PrizeRow, type prizeEntries } from 'types/quiz-prize'
import { dayIn, endOfDay } from '@/lib/clock'
import { showNumber } from '@/lib/show-number'

type NewPrize = Omit<RawInputOf<typeof prizeEntries.createPrize>, '_id'>

/** A prize as the form holds it: yuan are what people think in. */
export type PrizeValues = {
  title: string
  value: number | undefined
  mode: 'stock' | 'draw'
  stock: number | undefined
  perPerson: number | undefined
  price: { chances: number | undefined; level: number | undefined; points: number | undefined }
  place: string
  /** `YYYY-MM-DD`, the last day. */
  expiresAt: string | undefined
}

const usualDays = 30

export const freshPrize = (): PrizeValues => ({
  ...{ title: '', value: undefined, mode: 'stock', stock: undefined, perPerson: 1, place: '' },
  ...{ price: { chances: 1, level: undefined, points: undefined }, expiresAt: dayIn(usualDays) },
})

export const modeOptions = [
  { value: 'stock', label: `${prizeModeLabels.stock}，按条件申领` },
  { value: 'draw', label: `${prizeModeLabels.draw}，开奖后发放` },
] as const

/** The prize as the contract takes it. A number left empty stays away, so that the server asks for it. */
export const toPrizeInput = (values: PrizeValues, campaignId: string): NewPrize => {
  const { title, value, mode, stock, perPerson, price, place, expiresAt } = values
  const isDraw = mode === 'draw'
  return {
    ...{ campaignId, title, mode, place, stock: stock ?? 0, perPerson: perPerson ?? 0 },
    value: Math.round((value ?? 0) * 100),
    price: isDraw
      ? { chances: 0, level: null, points: 0 }
      : { chances: price.chances ?? 0, level: price.level ?? null, points: price.points ?? 0 },
    expiresAt: expiresAt ? endOfDay(expiresAt) : '',
  }
}

/** `50 元` of fen. */
export const showYuan = (fen: number): string => `${(fen / 100).toFixed(2).replace(/\.00$/, '')} 元`

/** What it takes to get one. */
export const conditionWords = ({ mode, price }: Pick<PrizeRow, 'mode' | 'price'>): string => {
  if (mode === 'draw') return prizeModeLabels.draw
  const parts = [
    ...(price.chances > 0 ? [`${price.chances} 次机会`] : []),
    ...(price.level === null ? [] : [`通过第 ${price.level} 关`]),
    ...(price.points > 0 ? [`${showNumber(price.points)} 积分`] : []),
  ]
  return `${prizeModeLabels.stock} · ${parts.join('，')}`
}
