import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { dateOf, endOfDay } from 'types/calendar'
import { deriveId } from 'types/ids'
import type { QuestionFile } from 'types/bank'
import type { LevelRule, Rules } from 'types/quiz-rules'
import { ruleSets } from 'types/rule-sets'
import type { City } from './city'
import { runningDrive } from './drives'
import type { Person } from './people'
import type { Node } from './tree'
import { trail } from './trail'

export const campaignTitle = '安全生产月'
export const campaignId = deriveId('seed-campaign', campaignTitle)
const folder = path.resolve('config/data/questions')

export type Question = ReturnType<typeof readBank>[number]

/** The shipped bank as documents of `questions`. */
export const readBank = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as QuestionFile
      return file.questions.map(({ id, options, ...question }) => ({
        ...{
          ...question,
          _id: deriveId('bank', id),
          law: file.law,
          lawVersion: file.version,
          state: 'live',
          source: 'bank',
        },
        options: question.kind === 'judge' ? ['正确', '错误'] : options,
      }))
    })
    .sort((a, b) => (a._id < b._id ? -1 : 1))

const ladder = ruleSets[0]

/** The rules of the demonstration: the level ladder, with more attempts a day than a real contest would allow. */
export const rules: Rules = { ...ladder.rules, attempts: { count: 20, per: 'day', each: 'contest' } }
export const levelRules = ladder.levels

/** The pool of a level: drawn, as `createCampaign` draws it, and the same at every build. */
export const poolOf = (bank: readonly Question[], rule: LevelRule) =>
  bank
    .filter((question) => rule.draw[0]?.categories.includes(question.category))
    .map((question) => ({ question, lot: deriveId('seed-pool', question._id) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, rule.pool || 200)
    .map(({ question }) => question)

export type Totals = { players: number; papers: number; passed: number }

/** What tells one running contest of the demonstration from another. Days count from today. */
export type Contest = {
  id: string
  title: string
  slogan: string
  ruleSet: string
  rules: Rules
  levelRules: readonly LevelRule[]
  days: { made: number; first: number; last: number }
  /** The drive it was made for. */
  driveId?: string
}

/** A contest that runs, with the pool of each of its levels. */
export const putContest = (
  city: City,
  node: Node,
  by: Person,
  bank: readonly Question[],
  contest: Contest,
  totals: Totals,
) => {
  const { id: campaignId, title, slogan, ruleSet, rules, levelRules, days, driveId } = contest
  const who = { by: by.personId, name: by.name }
  const happened = [
    { ...who, act: 'create', to: 'draft', at: city.at(days.made, 10), verb: '新建闯关活动' },
    { ...who, act: 'open', to: 'open', at: city.at(days.first, 8), verb: '开始或结束闯关活动' },
  ]
  // As a form sets them: the last day counts whole, and is the day that is shown.
  const closesAt = endOfDay(dateOf(city.at(days.last, 12)))
  const window = { opensAt: city.at(days.first, 0), closesAt }
  const place = { collection: 'campaigns', _id: campaignId, under: node.under, subject: `闯关活动「${title}」` }
  city.add('campaigns', {
    ...trail(city, place, happened),
    ...{ nodeId: node._id, title, slogan, rules, levelRules, levels: levelRules.length },
    ...{ ...window, ...totals, ruleSet, prizeCap: 200_00, driveId: driveId ?? null },
  })
  for (const [index, rule] of levelRules.entries()) {
    const [level, _id] = [index + 1, `${campaignId}.${index + 1}`]
    const pool = poolOf(bank, rule)
    const shared = { level, revision: 'seed', rules, rule }
    city.add('quiz_levels', { _id, campaignId, under: node.under, state: 'open', ...window, ...shared })
    const questions = pool.map((question) => question._id)
    city.add('quiz_levels', { _id: `${_id}.pool`, pooledFor: campaignId, ...shared, pool: [pool], questions })
  }
}

export const putCampaign = (city: City, root: Node, by: Person, bank: readonly Question[], totals: Totals) => {
  const slogan = '人人讲安全 个个会应急'
  const contest = { id: campaignId, title: campaignTitle, slogan, ruleSet: ladder.code, rules, levelRules }
  putContest(
    city,
    root,
    by,
    bank,
    { ...contest, days: { made: -25, first: -19, last: 12 }, driveId: runningDrive },
    totals,
  )
}
