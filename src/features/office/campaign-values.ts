import { endOfDay, startOfDay } from 'types/calendar'
import { questionCategories, type QuestionCategory } from 'types/bank'
import { levels } from 'types/bank-levels'
import type { RawInputOf } from 'types/contract'
import type { contestEntries } from 'types/quiz-contest'
import type { Option } from '@/components/chip'
import { dayOf } from '@/lib/clock'
import type { Step } from './node-browser'

type NewCampaign = Omit<RawInputOf<typeof contestEntries.createCampaign>, '_id'>

/** A level as the form holds it: minutes are what people think in. */
export type LevelValues = {
  title: string
  categories: string[]
  questions: number | undefined
  minutes: number | undefined
  passRight: number | undefined
}
export type CampaignValues = {
  node: Step
  title: string
  slogan: string
  /** `YYYY-MM-DD`, first and last day. */
  opensAt: string | undefined
  closesAt: string | undefined
  attemptsPerDay: number | undefined
}

const usual = { questions: 10, minutes: 5, passRight: 6 } as const
const usualDays = 30
const day = 86_400_000

/** The eight levels of the product's own bank. */
export const usualLevels = (): LevelValues[] =>
  levels.map(({ title, categories }) => ({ title, categories: [...categories], ...usual }))

export const freshLevel = (no: number): LevelValues => ({ title: `第 ${no} 关`, categories: [], ...usual })

export const freshCampaign = (node: Step, now: Date): CampaignValues => ({
  ...{ node, title: '', slogan: '', attemptsPerDay: 5 },
  ...{ opensAt: dayOf(now), closesAt: dayOf(new Date(now.getTime() + usualDays * day)) },
})

/** Questions of a sheet without a category lie under this name. */
const imported = { value: 'imported', label: '导入的题（未分类）' }

export const categoryOptions: readonly Option[] = [
  ...(Object.keys(questionCategories) as QuestionCategory[]).map((value) => ({
    value,
    label: questionCategories[value],
  })),
  imported,
]

/** `用电动火、危险物品` */
export const categoryWords = (categories: readonly string[]): string =>
  categories.map((category) => categoryOptions.find(({ value }) => value === category)?.label ?? category).join('、')

/** `10 题 · 5 分钟 · 答对 6 题过关` */
export const levelWords = ({ questions, minutes, passRight }: LevelValues): string =>
  `${questions ?? '?'} 题 · ${minutes ?? '?'} 分钟 · 答对 ${passRight ?? '?'} 题过关`

/** The whole campaign as the contract takes it. A number left empty stays away, so that the server asks for it. */
export const toCampaign = (values: CampaignValues, rules: readonly LevelValues[]): NewCampaign => ({
  ...{ nodeId: values.node.id, title: values.title, slogan: values.slogan },
  opensAt: values.opensAt ? startOfDay(values.opensAt).toISOString() : '',
  closesAt: values.closesAt ? endOfDay(values.closesAt).toISOString() : '',
  attemptsPerDay: values.attemptsPerDay ?? 0,
  levels: rules.map(({ title, categories, questions, minutes, passRight }) => ({
    ...{ title, categories, questions: questions ?? 0, passRight: passRight ?? 0 },
    seconds: Math.round((minutes ?? 0) * 60),
  })),
})

/** What the server found wrong with each level: 0-based level → sentences. */
export const levelProblems = (fields: Readonly<Record<string, string>>): Record<number, string[]> => {
  const problems: Record<number, string[]> = {}
  for (const [path, sentence] of Object.entries(fields)) {
    const [, no] = /^levels\.(\d+)(?:\.|$)/.exec(path) ?? []
    if (no !== undefined) problems[Number(no)] = [...(problems[Number(no)] ?? []), sentence]
  }
  return problems
}
