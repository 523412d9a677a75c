import { RuleSet, type KeptRule } from 'types/volunteer-year-set'

/** The rules of a year as they are typed: hours, days in one line. */
export type RuleValues = Omit<RuleSet, 'excellent' | 'reminders'> & {
  from: string
  excellent: { times: number; hours: number; absences: number }
  reminders: string
}

const between = /[、，,;；\s]+/

export const toValues = (rule: KeptRule, from: number): RuleValues => {
  const { needed, neededLate, lateFrom, quotaPercent, objectionDays, opensFrom, numbers } = rule
  const { times, minutes, absences } = rule.excellent
  return {
    ...{ needed, neededLate, lateFrom, quotaPercent, objectionDays, opensFrom, numbers: { ...numbers } },
    excellent: { times, hours: minutes / 60, absences },
    ...{ reminders: rule.reminders.join('、'), from: String(from) },
  }
}

/** @returns the set, or a sentence for each field that is wrong */
export const readValues = (values: RuleValues) => {
  const { reminders, excellent, needed, neededLate, lateFrom, quotaPercent, objectionDays, opensFrom, numbers } = values
  const { hours, ...least } = excellent
  const set = {
    ...{ needed, neededLate, lateFrom, quotaPercent, objectionDays, opensFrom, numbers },
    excellent: { ...least, minutes: Math.round(Number(hours) * 60) },
    reminders: reminders.split(between).filter(Boolean),
  }
  const read = RuleSet.safeParse(set)
  if (read.success) return { set: read.data }
  const [first] = read.error.issues
  return { wrong: first?.message ?? '有一项填得不对', field: String(first?.path[0] ?? '') }
}
