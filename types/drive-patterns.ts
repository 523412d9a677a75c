import { addDays, type CalendarDate, type HolidayBook } from './calendar'
import { noGoals, type DriveCover, type DriveForm, type DriveStage } from './drive-form'

/** `MM-DD`; `next`: in the year after the one the drive begins in. */
type YearDay = { on: string; next?: boolean }
type Fixed = { from: YearDay; to: YearDay }
/** Days up to the eve of a holiday: of a fixed date, or of the Spring Festival as the holiday book has it. */
type Before = { before: string; days: number }

type PatternStage = { name: string; from: YearDay; to: YearDay; due?: YearDay; words: string }

/** A ready-made drive that comes every year. */
export type DrivePattern = {
  code: string
  theme: string
  slogan: string
  /** Where its days come from, in one sentence. */
  basis: string
  cover: DriveCover
  days: Fixed | Before
  monthly?: boolean
  kinds?: DriveForm['kinds']
  stages?: readonly PatternStage[]
}

const day = (on: string): YearDay => ({ on })
const later = (on: string): YearDay => ({ on, next: true })
const whole = (from: string, to: string): Fixed => ({ from: day(from), to: day(to) })

export const drivePatterns: readonly DrivePattern[] = [
  {
    ...{ code: 'spring-festival', theme: '春节节前安全检查', slogan: '查隐患 保平安 过好年', cover: 'flame' },
    ...{ basis: '春节放假前十五天', days: { before: 'spring', days: 15 }, kinds: ['fire', 'electric'] },
  },
  {
    ...{ code: 'disease-week', theme: '职业病防治法宣传周', slogan: '职业健康 职工共享', cover: 'health' },
    ...{ basis: '每年 4 月 25 日至 5 月 1 日', days: whole('04-25', '05-01'), kinds: ['health'] },
  },
  {
    ...{ code: 'may-day', theme: '“五一”节前安全检查', slogan: '节前查一遍 节日更安全', cover: 'helmet' },
    ...{ basis: '“五一”前十五天', days: { before: '05-01', days: 15 } },
  },
  {
    ...{ code: 'ankang-cup', theme: '“安康杯”竞赛', slogan: '人人讲安全 个个会应急', cover: 'flag' },
    ...{ basis: '每年 4 月启动，12 月总结', days: whole('04-01', '12-31') },
    stages: [
      { name: '动员', from: day('04-01'), to: day('04-30'), words: '印发方案，组织报名，明确牵头部门和联系人。' },
      { name: '开展', from: day('05-01'), to: day('11-30'), words: '组织闯关答题、隐患随手拍、合理化建议和应急演练。' },
      {
        ...{ name: '总结', from: day('12-01'), to: day('12-31'), due: day('12-20') },
        words: '汇总参与情况和整改结果，推荐先进集体和个人。',
      },
    ],
  },
  {
    ...{ code: 'safety-month', theme: '安全生产月', slogan: '人人讲安全 个个会应急', cover: 'helmet' },
    ...{ basis: '每年 6 月', days: whole('06-01', '06-30') },
    stages: [
      { name: '动员', from: day('06-01'), to: day('06-05'), words: '启动仪式，设展台，发布闯关答题。' },
      { name: '开展', from: day('06-06'), to: day('06-25'), words: '职工答题，随手拍隐患，志愿者进企业。' },
      {
        name: '总结',
        from: day('06-26'),
        to: day('06-30'),
        due: day('06-30'),
        words: '公布成绩和整改情况，兑现奖励。',
      },
    ],
  },
  {
    ...{ code: 'heat', theme: '高温天气劳动保护', slogan: '送清凉 保健康', cover: 'sun' },
    ...{ basis: '每年 6 月至 9 月', days: whole('06-01', '09-30'), kinds: ['health'] },
  },
  {
    ...{ code: 'national-day', theme: '“十一”节前安全检查', slogan: '查隐患 防风险 迎国庆', cover: 'flag' },
    ...{ basis: '国庆节前十五天', days: { before: '10-01', days: 15 } },
  },
  {
    ...{ code: 'fire-month', theme: '119 消防宣传月', slogan: '全民消防 生命至上', cover: 'flame' },
    ...{ basis: '每年 11 月', days: whole('11-01', '11-30'), kinds: ['fire', 'electric'] },
  },
  {
    ...{ code: 'law-week', theme: '《安全生产法》宣传周', slogan: '学法守法 安全生产', cover: 'law' },
    ...{ basis: '每年 12 月第一周', days: whole('12-01', '12-07') },
  },
  {
    ...{ code: 'search-drive', theme: '“查保促”集中行动', slogan: '查身边隐患 保职工安全 促企业发展', cover: 'helmet' },
    ...{ basis: '12 月至次年 4 月，其间每月报送统计表', monthly: true },
    days: { from: day('12-01'), to: later('04-30') },
    stages: [
      { name: '动员部署', from: day('12-01'), to: day('12-31'), words: '制定方案，动员企业和班组，明确四查分工。' },
      {
        ...{ name: '开展工作', from: later('01-01'), to: later('03-31') },
        words: '职工排查、专家查找、职工代表巡查、班组互查，建立台账，跟踪整改。',
      },
      {
        ...{ name: '总结提高', from: later('04-01'), to: later('04-30'), due: later('05-10') },
        words: '报送集中行动情况报告，总结做法，推荐先进。',
      },
    ],
  },
]

export const findPattern = (code: string | null | undefined): DrivePattern | undefined =>
  drivePatterns.find((pattern) => pattern.code === code)

const dateIn = (year: number, { on, next }: YearDay): CalendarDate => `${year + (next ? 1 : 0)}-${on}`

// New year's holiday has ended by then, and no Spring Festival begins later.
const springOf = (year: number, { holidays }: HolidayBook): CalendarDate | null =>
  [...holidays].sort().find((date) => date > `${year}-01-12` && date < `${year}-02-25`) ?? null

/** First and last day of the pattern in the drive that begins in `year`; null while the year's holidays are unknown. */
export const daysOf = (pattern: DrivePattern, year: number, book: HolidayBook) => {
  const { days } = pattern
  if ('from' in days) return { from: dateIn(year, days.from), to: dateIn(year, days.to) }
  const holiday = days.before === 'spring' ? springOf(year, book) : `${year}-${days.before}`
  return holiday === null ? null : { from: addDays(holiday, -days.days), to: addDays(holiday, -1) }
}

/** The pattern as a form an officer may change; null while its days are unknown. */
export const formOf = (pattern: DrivePattern, year: number, book: HolidayBook): DriveForm | null => {
  const days = daysOf(pattern, year, book)
  if (!days) return null
  const { code, theme, slogan, cover, monthly = false, kinds = [], stages = [] } = pattern
  const dated = stages.map(({ name, from, to, due, words }): DriveStage => ({
    ...{ name, words, from: dateIn(year, from), to: dateIn(year, to) },
    due: due ? dateIn(year, due) : null,
  }))
  const named = `${year} 年${/^\d/.test(theme) ? ' ' : ''}${theme}`
  return {
    theme: named,
    slogan,
    cover,
    pattern: code,
    ...days,
    monthly,
    open: true,
    stages: dated,
    goals: noGoals,
    kinds,
  }
}
