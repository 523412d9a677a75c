import * as z from './zod'
import { Done, Version } from './fields'
import { wrongInHolidays } from './holidays'
import { ladderRules, type Rung } from './hazard-ladder'
import type { HazardGrade } from './hazard'
import type { Contract } from './contract'

/** Bounds of a rung's waiting days: none is skipped, none is forgotten. */
export const waitingDays = { least: 1, most: 60 }

const Days = z
  .int({ error: '请填写天数' })
  .min(waitingDays.least, { error: '最少 1 天' })
  .max(waitingDays.most, { error: '最多 60 天' })

/** Days an overdue hazard waits on each rung before it is taken further up, by grade. */
export const LadderDays = z.strictObject({
  general: z.strictObject({ post: Days, team: Days, workshop: Days, enterprise: Days, upper: Days }),
  major: z.strictObject({ enterprise: Days, upper: Days }),
})
export type LadderDays = z.output<typeof LadderDays>
export const shippedDays = LadderDays.parse({ general: ladderRules.general.days, major: ladderRules.major.days })

export const daysOn = (days: LadderDays, grade: z.output<typeof HazardGrade>, rung: Rung): number | undefined =>
  (days[grade] as Partial<Record<Rung, number>>)[rung]

const Year = z.string({ error: '请填写年份' }).regex(/^20\d\d$/, { error: '年份是四位数字，例如 2027' })
const Date = z.string({ error: '日期有误' }).max(10, { error: '日期有误' })
const book = {
  holidays: z.array(Date).max(60, { error: '日期太多' }),
  workdays: z.array(Date).max(30, { error: '日期太多' }),
}

/** As the caller last saw them; null: nobody has changed anything yet. */
const seen = { version: Version.nullable() }
const administrator = { role: 'officer', scope: 'root' } as const

/** What a union counts its terms by: holidays of the year, and how long a late hazard waits on each rung. */
export const ruleEntries = {
  rules: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({
      years: z.array(
        z.object({ year: z.string(), ...book, shipped: z.boolean().describe('as it came with the product') }),
      ),
      days: LadderDays,
      mayChange: z.boolean(),
      version: Version.nullable(),
    }),
    access: { role: 'officer' },
  },
  setHolidays: {
    kind: 'command',
    input: z.strictObject({ ...seen, year: Year, ...book }).superRefine(({ year, ...days }, context) => {
      // What is wrong with the year is said already, and is no word to say again.
      const wrong = Year.safeParse(year).success ? wrongInHolidays(days, year) : null
      if (wrong) context.addIssue({ code: 'custom', path: ['holidays'], message: wrong })
    }),
    output: Done,
    access: administrator,
    audit: '登记节假日',
  },
  setLadderDays: {
    kind: 'command',
    input: z.strictObject({ ...seen, days: LadderDays }),
    output: Done,
    access: administrator,
    audit: '修改督促等待天数',
  },
} as const satisfies Contract
