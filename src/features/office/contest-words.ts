import { questionCategories, type QuestionCategory } from 'types/bank'
import { questionsOf, type LevelRule, type Rules, type RuleSet } from 'types/quiz-rules'
import type { Option } from '@/components/chip'

/** Questions of a sheet without a category lie under this name. */
const imported = { value: 'imported', label: '导入的题（未分类）' }

export const categoryOptions: readonly Option[] = [
  ...(Object.keys(questionCategories) as QuestionCategory[]).map((value) => ({
    value,
    label: questionCategories[value],
  })),
  imported,
]

const allCategories = Object.keys(questionCategories).length

/** `用电动火、危险物品`; `全部类别`. */
export const categoryWords = (categories: readonly string[]): string =>
  categories.filter((category) => category in questionCategories).length === allCategories
    ? '全部类别'
    : categories
        .map((category) => categoryOptions.find(({ value }) => value === category)?.label ?? category)
        .join('、')

export const difficultyOptions: readonly Option[] = [
  { value: '1', label: '容易' },
  { value: '2', label: '适中' },
  { value: '3', label: '较难' },
]

const perWords = { day: '每天', month: '每月', contest: '整个活动' } as const
const periodWords = { contest: '活动期间', month: '每月', week: '每周' } as const

/** `每人每天 1 次`; `次数不限`. */
export const attemptWords = ({ count, per, each }: Rules['attempts']): string =>
  count === null ? '次数不限' : `每人${each === 'level' ? '每关' : ''}${perWords[per]} ${count} 次`

/** `一题一锁，答错一题扣 2 分`. */
export const answeringWords = ({ answering, wrong }: Rules): string =>
  [
    answering === 'locked' ? '一题一锁，当场知道对错' : '答完一起交卷',
    ...(wrong.as === 'ends' ? ['答错即止'] : []),
    ...(wrong.as === 'costs' ? [`答错一题扣 ${wrong.cost} 分`] : []),
    ...(wrong.revives > 0 ? [`读完法条可再得 ${wrong.revives} 次`] : []),
  ].join('，')

/** `每答对 1 题得 1 分，每次都累计`. */
export const pointWords = ({ points }: Rules): string =>
  [
    ...(points.onlyPerfect ? ['全对的卷才算'] : []),
    points.by === 'percent' ? '每份卷满分 100 分' : `每答对 1 题得 ${points.perRight} 分`,
    points.counted === 'best' ? '每关取最好的一次' : '每次都累计',
  ].join('，')

/** Each way to a chance as a sentence of its own; none where nothing is drawn. */
export const chanceParts = ({ chances, period }: Rules): string[] => [
  ...(chances.perRight === null ? [] : [`每答对 ${chances.perRight} 题得 1 次抽奖机会`]),
  ...(chances.atLeast === null ? [] : [`满 ${chances.atLeast} 分得 1 次抽奖机会`]),
  ...(chances.perCards ? ['集齐一套卡得 1 次抽奖机会'] : []),
  ...(chances.perPeriod ? [`${periodWords[period]}答过题就有 1 次抽奖机会`] : []),
]

export const chanceWords = (rules: Rules): string => {
  const parts = chanceParts(rules)
  if (parts.length === 0) return '不发抽奖机会'
  return rules.period === 'contest' ? parts.join('；') : `${parts.join('；')}（${periodWords[rules.period]}抽一次）`
}

export const identityWords = {
  none: '不用填姓名和单位',
  unit: '选了单位才算进排名和抽奖',
  'name-and-unit': '填了姓名和单位才算进排名和抽奖',
} as const

export const personRankWords = { points: '按积分', perfect: '按全对的份数', off: '不排个人' } as const
export const tieWords = { shared: '并列同名次', earlier: '先到的在前', draw: '结束后抽签' } as const
export const unitRankWords = {
  strength: '按人均积分（除以在册职工）',
  rate: '按参与率',
  average: '按平均分',
  points: '按总积分',
  players: '按参与人数',
} as const

/** `个人按积分，先到的在前；单位按参与人数（只算有分的）`. */
export const rankingWords = ({ ranking }: Rules): string => {
  const { persons, ties, units, onlyScorers } = ranking
  const person = persons === 'off' ? '不排个人' : `个人${personRankWords[persons]}，${tieWords[ties]}`
  return `${person}；单位${unitRankWords[units]}${onlyScorers ? '，只算有分的人' : ''}`
}

export const minutesOf = (seconds: number): number => Math.round(seconds / 6) / 10

/** `10 题 · 5 分钟 · 答对 6 题过关 · 先学 20 题`. */
export const levelWords = (level: LevelRule): string =>
  [
    `${questionsOf(level)} 题`,
    `${minutesOf(level.seconds)} 分钟`,
    `答对 ${level.passRight} 题过关`,
    ...(level.study ? [level.pool === 0 ? '可以先学' : `先学 ${level.pool} 题`] : []),
  ].join(' · ')

export const orderWords = { unlock: '过一关开一关', daily: '每天开放一关', free: '随时都能答' } as const

/** The whole contest in one line: `每人每天 1 次 · 15 题 · 每答对 5 题得 1 次抽奖机会`. */
export const contestWords = ({ rules, levels }: RuleSet): string => {
  const [first] = levels
  const size =
    levels.length > 1 ? `${levels.length} 关，${orderWords[rules.order]}` : `${first ? questionsOf(first) : 0} 题`
  return [attemptWords(rules.attempts), size, ...chanceParts(rules)].join(' · ')
}
