import { isCalendarDate } from './calendar'
import { Done, Version } from './fields'
import type { Contract } from './contract'
import { Year } from './volunteer-year'
import * as z from './zod'

const whole = (least: number, most: number, name: string) => {
  const error = `${name}请填 ${least} 到 ${most} 的整数`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

/** A day of any year: `09-01`. No year has the 29th of February for sure. */
const Day = z
  .string({ error: '请填写月日，例如 09-01' })
  .refine((day) => /^\d\d-\d\d$/.test(day) && isCalendarDate(`2023-${day}`), {
    error: '没有这一天，请写成 09-01 的样子',
  })

/** `安志〔{year}〕{count}号`: with the year and the count, each once. */
const NumberText = z
  .string({ error: '请填写编号样式' })
  .trim()
  .max(30, { error: '编号样式最多 30 个字' })
  .refine((text) => text.split('{year}').length === 2 && text.split('{count}').length === 2, {
    error: '编号样式里要有一个{year}和一个{count}',
  })

/** What an administrator decides about a year. Minutes are minutes of service. */
export const RuleSet = z.strictObject({
  needed: whole(1, 24, '专题活动次数'),
  neededLate: whole(0, 24, '下半年入册的次数'),
  lateFrom: Day,
  excellent: z.strictObject({
    times: whole(1, 60, '优秀候选的次数'),
    minutes: whole(0, 60_000, '优秀候选的时长'),
    absences: whole(0, 9, '优秀候选的缺席次数'),
  }),
  quotaPercent: whole(1, 100, '优秀比例'),
  objectionDays: whole(3, 30, '异议天数'),
  opensFrom: Day,
  reminders: z.array(Day).max(6, { error: '提醒最多 6 次' }),
  numbers: z.strictObject({ text: NumberText, digits: whole(3, 6, '编号位数') }),
})
export type RuleSet = z.output<typeof RuleSet>

/** Set for a year and all after it, until another one. */
export const KeptRule = RuleSet.extend({
  from: z.int(),
  version: z.string(),
  shipped: z.boolean().describe('as it came with the product'),
})
export type KeptRule = z.output<typeof KeptRule>

/** What a year asks of volunteers, and how its certificates are numbered. */
export const yearSetEntries = {
  yearRules: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      sets: z.array(KeptRule).describe('the latest first'),
      version: Version.nullable().describe('null: nobody has changed anything yet'),
      mayChange: z.boolean(),
      years: z.array(z.int()).describe('from which a new set may hold'),
    }),
    access: { role: ['officer', 'regulator'] },
  },
  setYearRules: {
    kind: 'command',
    input: z.strictObject({ version: Version.nullable(), from: Year, set: RuleSet }),
    output: Done,
    access: { role: 'officer', scope: 'root' },
    audit: '修改年度服务规则',
  },
} as const satisfies Contract
