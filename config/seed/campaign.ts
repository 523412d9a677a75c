import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { deriveId } from 'types/ids'
import type { QuestionFile } from 'types/bank'
import { questionKey } from 'types/bank'
import { levels } from 'types/bank-levels'
import type { City } from './city'
import type { Person } from './people'
import type { Node } from './tree'
import { trail } from './trail'

export const campaignId = deriveId('seed-campaign', '安全生产月')
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

export const rules = levels.map(({ title, categories }) => ({
  title,
  categories: [...categories],
  questions: 10,
  seconds: 300,
  passRight: 6,
}))

/** The pool of a level: drawn, as `createCampaign` draws it, and the same at every build. */
export const poolOf = (bank: readonly Question[], rule: { categories: readonly string[] }) =>
  bank
    .filter((question) => rule.categories.includes(question.category))
    .map((question) => ({ question, lot: deriveId('seed-pool', question._id) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, 200)
    .map(({ question }) => question)

export const putCampaign = (
  city: City,
  root: Node,
  by: Person,
  bank: readonly Question[],
  totals: { players: number; papers: number; passed: number },
) => {
  const owner = { nodeId: root._id, under: root.under }
  for (const question of bank) city.add('questions', { ...question, ...owner, key: questionKey(question.stem) })
  const who = { by: by.personId, name: by.name }
  const title = '安全生产月'
  const happened = [
    { ...who, act: 'create', to: 'draft', at: city.at(-25, 10), verb: '新建闯关活动' },
    { ...who, act: 'open', to: 'open', at: city.at(-19, 8), verb: '开始或结束闯关活动' },
  ]
  const window = { opensAt: city.at(-19, 0), closesAt: city.at(12, 24), attemptsPerDay: 20 }
  const place = { collection: 'campaigns', _id: campaignId, under: root.under, subject: `闯关活动「${title}」` }
  city.add('campaigns', {
    ...trail(city, place, happened),
    ...{ nodeId: root._id, title, slogan: '人人讲安全 个个会应急', rules, levels: rules.length, ...window, ...totals },
  })
  for (const [index, rule] of rules.entries()) {
    const shared = { campaignId, level: index + 1, under: root.under, state: 'open', ...window, rule, revision: 'seed' }
    const _id = `${campaignId}.${index + 1}`
    city.add('quiz_levels', { _id, ...shared })
    const pool = poolOf(bank, rule)
    city.add('quiz_levels', { _id: `${_id}.pool`, pooledFor: campaignId, revision: 'seed', pool })
  }
}
