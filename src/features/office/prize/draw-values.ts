import type { RawInputOf } from 'types/contract'
import type { prizeEntries } from 'types/quiz-prize'
import { dayIn } from '@/lib/clock'

type NewDraw = Omit<RawInputOf<typeof prizeEntries.createDraw>, '_id'>
type Period = 'contest' | 'month' | 'week'

export type DrawValues = {
  title: string
  kind: 'chances' | 'ties'
  /** '' for the whole contest. */
  period: string
  /** Prize id → how many pieces; none where it is not drawn. */
  counts: Record<string, number | undefined>
  name: string
  where: string
  /** `YYYY-MM-DD`, and the hour of that day it is published at, `HH:mm`. */
  day: string | undefined
  time: string
}

export const kindOptions = [
  { value: 'chances', label: '按机会抽奖' },
  { value: 'ties', label: '按名次发奖，并列抽签' },
] as const

// The lottery's own hour: it is drawn every evening at a quarter past nine.
export const freshDraw = (): DrawValues => ({
  ...{ title: '', kind: 'chances', period: '', counts: {}, name: '', where: '中国福彩网' },
  ...{ day: dayIn(1), time: '21:15' },
})

const dayMs = 86_400_000
const shanghaiDay = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

/** Periods one may draw for, the latest first: what the chances of the contest go by. */
export const periodOptions = (period: Period, now: Date): { value: string; label: string }[] => {
  const whole = { value: '', label: '整个活动' }
  const today = shanghaiDay(now.getTime())
  if (period === 'contest') return [whole]
  if (period === 'month') {
    const [year = 0, month = 0] = today.split('-').map(Number)
    const months = [0, 1, 2, 3, 4, 5].map((ago) => new Date(Date.UTC(year, month - 1 - ago, 1)))
    return [
      ...months.map((at) => ({
        value: at.toISOString().slice(0, 7),
        label: `${at.getUTCFullYear()} 年 ${at.getUTCMonth() + 1} 月`,
      })),
      whole,
    ]
  }
  const noon = Date.parse(`${today}T00:00:00Z`)
  const monday = noon - ((new Date(noon).getUTCDay() + 6) % 7) * dayMs
  const weeks = [0, 1, 2, 3, 4, 5].map((ago) => new Date(monday - ago * 7 * dayMs))
  return [
    ...weeks.map((at) => ({
      value: at.toISOString().slice(0, 10),
      label: `${at.getUTCMonth() + 1} 月 ${at.getUTCDate()} 日起的一周`,
    })),
    whole,
  ]
}

const instantOf = (day: string | undefined, time: string): string => {
  if (!day || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return ''
  return new Date(`${day}T${time}:00+08:00`).toISOString()
}

/** The draw as the contract takes it: prizes without a number are not drawn. */
export const toDrawInput = (values: DrawValues, campaignId: string): NewDraw => {
  const { title, kind, period, counts, name, where, day, time } = values
  const prizes = Object.entries(counts).flatMap(([prizeId, count]) => (count ? [{ prizeId, count }] : []))
  return {
    ...{ campaignId, title, kind, prizes, ...(kind === 'chances' && period && { period }) },
    value: { name, where, at: instantOf(day, time) },
  }
}

/** The server's complaints, at the fields of the form. */
export const drawProblems = (fields: Readonly<Record<string, string>>, input: NewDraw): Record<string, string> => {
  const named: Record<string, string> = { 'value.name': 'name', 'value.where': 'where', 'value.at': 'time' }
  return Object.fromEntries(
    Object.entries(fields).map(([path, sentence]) => {
      const [, at] = /^prizes\.(\d+)/.exec(path) ?? []
      if (at !== undefined) return [`counts.${input.prizes[Number(at)]?.prizeId ?? ''}`, sentence]
      return [named[path] ?? path, sentence]
    }),
  )
}
