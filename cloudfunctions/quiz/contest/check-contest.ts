import { AppError } from 'types/app-error'
import { dateOf, daysBetween } from 'types/calendar'
import type { LevelRule, Rules } from 'types/quiz-rules'
import type { Bank } from './pools'

export type Problems = Record<string, string>

/** @throws AppError INVALID_INPUT with a sentence for each field, where there is any */
export const refuse = (fields: Problems) => {
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields })
}

type Days = { opensAt: Date; closesAt: Date }

/** A contest ends after it has begun, and one with a level a day lasts as many days as it has levels. */
export const dayProblems = ({ opensAt, closesAt }: Days, order: Rules['order'], levels: number): Problems => {
  if (closesAt <= opensAt) return { closesAt: '结束时间要晚于开始时间' }
  const days = daysBetween(dateOf(opensAt), dateOf(new Date(closesAt.getTime() - 1))) + 1
  if (order !== 'daily' || days >= levels) return {}
  return { closesAt: `每天开放一关，共 ${levels} 关，活动至少要 ${levels} 天` }
}

/** Levels for which the bank has too few questions, each at its draw. */
export const drawProblems = (levels: readonly LevelRule[], bank: Bank, first = 0): Problems =>
  Object.fromEntries(
    levels.flatMap((level, index) => {
      const short = bank.shortOf(level)
      if (short === null) return []
      const sentence = `题库里这样的题只有 ${short} 道，请少抽几题或放宽类别和难度`
      return [[`contest.levels.${first + index}.draw`, sentence]]
    }),
  )
