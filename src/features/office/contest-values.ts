import { addDays, endOfDay, startOfDay } from 'types/calendar'
import type { RawInputOf } from 'types/contract'
import type { contestEntries } from 'types/quiz-contest'
import type { RuleSet } from 'types/quiz-rules'
import { findRuleSet, type ShippedRuleSet } from 'types/rule-sets'
import { dayOf } from '@/lib/clock'
import type { Step } from './node-browser'

type NewCampaign = Omit<RawInputOf<typeof contestEntries.createCampaign>, '_id'>

/** What is asked beside the rules. Days are `YYYY-MM-DD`, first and last; the cap is in yuan, as people think. */
export type CampaignValues = {
  node: Step
  title: string
  slogan: string
  opensAt: string | undefined
  closesAt: string | undefined
  prizeCap: number | undefined
}

const usualDays = 30
const usualCap = 200

export const freshCampaign = (node: Step, now: Date, title = '', slogan = ''): CampaignValues => ({
  ...{ node, title, slogan, prizeCap: usualCap },
  ...{ opensAt: dayOf(now), closesAt: addDays(dayOf(now), usualDays) },
})

/** Rules and levels as the officer is changing them; `code` says where they came from. */
export type Contest = RuleSet & { code: string }

export const contestOf = ({ code, rules, levels }: ShippedRuleSet): Contest => ({ code, rules, levels })

export const nameOfRuleSet = (code: string): string => findRuleSet(code)?.name ?? '自定规则'

/** Last day for a first day: in a contest of a level a day, as many days as levels. */
export const usualLastDay = (contest: Contest, first: string): string =>
  addDays(first, contest.rules.order === 'daily' ? contest.levels.length - 1 : usualDays)

const isoOf = (day: string | undefined, at: (day: string) => Date) => (day ? at(day).toISOString() : '')

/** The campaign as the contract takes it. What was left empty stays so, for the server to ask for it. */
export const toCampaign = (values: CampaignValues, { code, rules, levels }: Contest): NewCampaign => ({
  ...{ nodeId: values.node.id, title: values.title, slogan: values.slogan, ruleSet: code },
  ...{ opensAt: isoOf(values.opensAt, startOfDay), closesAt: isoOf(values.closesAt, endOfDay) },
  ...{ contest: { rules, levels }, prizeCap: Math.round((values.prizeCap ?? -1) * 100) },
})

export type RulePart = 'attempts' | 'answering' | 'points' | 'chances' | 'identity' | 'ranking'

const partOf: Record<string, RulePart> = {
  ...{ attempts: 'attempts', order: 'attempts', answering: 'answering', wrong: 'answering', points: 'points' },
  ...{ chances: 'chances', cards: 'chances', period: 'chances', identity: 'identity', ranking: 'ranking' },
}

export type Problems = { rules: Partial<Record<RulePart, string[]>>; levels: Record<number, string[]> }

/** What the server found wrong with rules and levels, each at the row it belongs to. */
export const contestProblems = (fields: Readonly<Record<string, string>>): Problems => {
  const problems: Problems = { rules: {}, levels: {} }
  for (const [path, sentence] of Object.entries(fields)) {
    const [, level] = /^contest\.levels\.(\d+)(?:\.|$)/.exec(path) ?? []
    const [, rule = ''] = /^contest\.rules\.(\w+)/.exec(path) ?? []
    const part = partOf[rule]
    if (level !== undefined) problems.levels[Number(level)] = [...(problems.levels[Number(level)] ?? []), sentence]
    else if (part) problems.rules[part] = [...(problems.rules[part] ?? []), sentence]
  }
  return problems
}
