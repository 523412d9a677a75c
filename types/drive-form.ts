import * as z from './zod'
import { addDays, daysBetween, isCalendarDate, type CalendarDate } from './calendar'
import { optionalText, text } from './fields'
import { HazardKind } from './hazard'

/** Covers are drawn: a colour, a sign and the drive's own words. */
export const driveCovers = {
  flag: '红旗',
  helmet: '安全帽',
  flame: '消防',
  sun: '高温',
  health: '健康',
  law: '法律',
} as const
export const DriveCover = z.enum(['flag', 'helmet', 'flame', 'sun', 'health', 'law'], { error: '请选择封面' })
export type DriveCover = z.output<typeof DriveCover>

const Day = (name: string) => z.string({ error: `请选择${name}` }).refine(isCalendarDate, { error: `请选择${name}` })

export const DriveStage = z.strictObject({
  name: text(12, '阶段名称'),
  from: Day('阶段开始日期'),
  to: Day('阶段结束日期'),
  due: Day('上报日期').nullable().describe('when something is to be handed in; may lie behind the stage'),
  words: optionalText(200, '要做的事'),
})
export type DriveStage = z.output<typeof DriveStage>

const Goal = z
  .int({ error: '目标请填写整数' })
  .min(1, { error: '目标至少是 1' })
  .max(10_000_000, { error: '目标太大，请核对' })
  .nullable()

/** What the drive wants to reach; null: no goal. `rate`: enterprises with a player, in percent of the register. */
export const DriveGoals = z.strictObject({
  players: Goal,
  found: Goal,
  closed: Goal,
  activities: Goal,
  rate: z
    .int({ error: '目标请填写整数' })
    .min(1, { error: '目标至少是 1' })
    .max(100, { error: '最多 100%' })
    .nullable(),
})
export type DriveGoals = z.output<typeof DriveGoals>
export type DriveGoal = keyof DriveGoals
export const goalLabels: Record<DriveGoal, string> = {
  players: '答题人次',
  found: '查出隐患',
  closed: '整改销号',
  activities: '志愿活动',
  rate: '企业参与率',
}
export const goalUnits: Record<DriveGoal, string> = {
  players: '人次',
  found: '处',
  closed: '处',
  activities: '场',
  rate: '%',
}

/** What an officer writes of a drive; days are dates of Asia/Shanghai, first and last. */
export const DriveForm = z.strictObject({
  theme: text(30, '主题'),
  slogan: optionalText(40, '口号'),
  cover: DriveCover,
  pattern: z
    .string()
    .regex(/^[a-z-]{1,30}$/)
    .nullable()
    .describe('code of the pattern it was made from'),
  from: Day('第一天'),
  to: Day('最后一天'),
  monthly: z.boolean().describe('a 集中行动: reports are due monthly while it runs'),
  open: z.boolean().describe('unions below may put their own contests, activities and booths into it'),
  stages: z.array(DriveStage).max(6, { error: '最多 6 个阶段' }),
  goals: DriveGoals,
  kinds: z.array(HazardKind).max(10).describe('what to look for first; empty: everything'),
})
export type DriveForm = z.output<typeof DriveForm>

export const noGoals: DriveGoals = { players: null, found: null, closed: null, activities: null, rate: null }

const longest = 400

const stageProblems = ({ from, to, stages }: Pick<DriveForm, 'from' | 'to' | 'stages'>) => {
  const problems: Record<string, string> = {}
  stages.forEach((stage, at) => {
    const before = stages[at - 1]
    if (stage.to < stage.from) problems[`stages.${at}.to`] = '阶段结束不能早于开始'
    else if (stage.from < from || stage.to > to) problems[`stages.${at}.from`] = '阶段要在活动的日期之内'
    else if (before && stage.from <= before.to) problems[`stages.${at}.from`] = '阶段之间日期不能重叠，请按先后排列'
    if (stage.due !== null && stage.due < stage.from) problems[`stages.${at}.due`] = '上报日期不能早于阶段开始'
  })
  return problems
}

/** Field → what does not fit together. */
export const driveProblems = (form: DriveForm): Record<string, string> => {
  if (form.to < form.from) return { to: '最后一天不能早于第一天' }
  if (daysBetween(form.from, form.to) > longest) return { to: '一个主题活动最长一年左右，请核对年份' }
  const { found, closed } = form.goals
  return {
    ...stageProblems(form),
    ...(found !== null && closed !== null && closed > found ? { 'goals.closed': '整改目标不能多于查出目标' } : {}),
  }
}

/** The same day another year; 29 February becomes the 28th where there is none. */
export const sameDayIn = (date: CalendarDate, years: number): CalendarDate => {
  const shifted = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`
  return isCalendarDate(shifted) ? shifted : `${shifted.slice(0, 8)}28`
}

/** A former drive as the form of a new one: its words and goals, its days as many years on. */
export const copyOf = (form: DriveForm, years: number): DriveForm => ({
  ...form,
  ...{ from: sameDayIn(form.from, years), to: sameDayIn(form.to, years) },
  stages: form.stages.map((stage) => ({
    ...stage,
    ...{ from: sameDayIn(stage.from, years), to: sameDayIn(stage.to, years) },
    due: stage.due && sameDayIn(stage.due, years),
  })),
})

/** The stage a day lies in, else the next one; null after the last. */
export const stageOn = (stages: readonly DriveStage[], today: CalendarDate): DriveStage | null =>
  stages.find(({ to }) => today <= to) ?? null

/** What is to be handed in next, and for which stage. */
export const nextDue = (stages: readonly DriveStage[], today: CalendarDate) =>
  stages
    .flatMap(({ name, due }) => (due !== null && due >= today ? [{ name, due }] : []))
    .sort((a, b) => (a.due < b.due ? -1 : 1))[0] ?? null

/** Months a drive touches, `2026-12`, `2027-01` … */
export const monthsBetween = (from: CalendarDate, to: CalendarDate): string[] => {
  const months: string[] = []
  for (let day = from; day.slice(0, 7) <= to.slice(0, 7); day = addDays(`${day.slice(0, 7)}-28`, 4))
    months.push(day.slice(0, 7))
  return months
}
