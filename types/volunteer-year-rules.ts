import { dateOf, startOfDay, type CalendarDate } from './calendar'
import { certificatePattern } from './volunteer-certificate-rules'
import * as z from './zod'

/** The year's result; `excellent` before the union's word is a candidate. */
export const YearResult = z.enum(['excellent', 'qualified', 'unqualified'])
export type YearResult = z.output<typeof YearResult>
export const yearResultLabels: Record<YearResult, string> = {
  excellent: '优秀',
  qualified: '合格',
  unqualified: '不合格',
}

/** How far somebody is: none, some but too few, enough; `left` is no volunteer any more. */
export const YearShelf = z.enum(['none', 'some', 'enough', 'left'])
export type YearShelf = z.output<typeof YearShelf>

/** What counts in a year, as data: a change is a new rule from a new year on. */
export type YearRule = {
  version: string
  /** First calendar year it holds for. */
  from: number
  /** Special activities (专题活动) a volunteer pledges. */
  needed: number
  /** Who was enrolled on or after this day of the year (`07-01`) needs `neededLate`. */
  lateFrom: string
  neededLate: number
  /** At least these make a candidate for 优秀; minutes are minutes of service. */
  excellent: { times: number; minutes: number; absences: number }
  /** How many of a hundred may be 优秀. */
  quotaPercent: number
  /** Calendar days in which the volunteer may object to his result. */
  objectionDays: number
  /** First day on which a year's assessment may be opened (`12-01`). */
  opensFrom: string
  /** Days of the year from which on who is short is reminded, once a day named here. */
  reminders: readonly string[]
  /** How numbers of certificates of the year are written. */
  numbers: { text: string; digits: number }
}

export const yearRules: readonly YearRule[] = [
  {
    ...{ version: '2018-1', from: 2018, needed: 2, lateFrom: '07-01', neededLate: 2 },
    ...{ excellent: { times: 4, minutes: 16 * 60, absences: 0 }, quotaPercent: 15, objectionDays: 5 },
    ...{ opensFrom: '12-01', reminders: ['09-01', '11-01'], numbers: certificatePattern },
  },
]

export const yearRuleOf = (year: number, rules: readonly YearRule[] = yearRules): YearRule => {
  const rule = [...rules].sort((left, right) => right.from - left.from).find(({ from }) => from <= year) ?? rules[0]
  if (!rule) throw new Error('no rule of the year')
  return rule
}

/** The calendar year of an instant in Asia/Shanghai. */
export const yearOf = (at: Date | string): number => Number(dateOf(at).slice(0, 4))

const dayOfYear = (year: number, day: string): CalendarDate => `${year}-${day}`

/** Special activities needed of who was enrolled then. */
export const neededIn = (year: number, enrolledAt: Date | string | null, rule = yearRuleOf(year)): number =>
  enrolledAt && dateOf(enrolledAt) >= dayOfYear(year, rule.lateFrom) ? rule.neededLate : rule.needed

/** Enrolled so late in the year, or after it, that less may be asked. */
export const isLate = (year: number, enrolledAt: Date | string | null, rule: YearRule): boolean =>
  enrolledAt !== null && dateOf(enrolledAt) >= dayOfYear(year, rule.lateFrom)

export const opensAt = (year: number, rule = yearRuleOf(year)): Date => startOfDay(dayOfYear(year, rule.opensFrom))

/** The reminder that is due: the latest of its days that has come in this year; null before the first. */
export const reminderDue = (now: Date, rule = yearRuleOf(yearOf(now))): string | null =>
  [...rule.reminders]
    .sort()
    .filter((day) => dayOfYear(yearOf(now), day) <= dateOf(now))
    .at(-1) ?? null

/** Numbers of one volunteer in one year: special activities, all, minutes of service, absences. */
export type YearNumbers = { times: number; all: number; minutes: number; absences: number }

export const shelfOf = ({ times }: Pick<YearNumbers, 'times'>, need: number): Exclude<YearShelf, 'left'> =>
  times >= need ? 'enough' : times > 0 ? 'some' : 'none'

/** What the rule makes of the numbers; people decide. */
export const proposeResult = (numbers: YearNumbers, need: number, rule: YearRule): YearResult => {
  if (numbers.times < need) return 'unqualified'
  const { times, minutes, absences } = rule.excellent
  const stands = numbers.times >= times && numbers.minutes >= minutes && numbers.absences <= absences
  return stands ? 'excellent' : 'qualified'
}

/** How many of so many people may be 优秀; one at least. */
export const quotaOf = (people: number, rule: YearRule): number =>
  people === 0 ? 0 : Math.max(1, Math.floor((people * rule.quotaPercent) / 100))

/** `7.5`: hours with one decimal. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10

/** `7.5 小时`, `40 分钟`. */
export const hoursWord = (minutes: number): string => (minutes < 60 ? `${minutes} 分钟` : `${hoursOf(minutes)} 小时`)
