import { deriveId } from 'types/ids'
import type { InputOf, OutputOf } from 'types/contract'
import type { quizContract } from 'types/quiz'
import type { RankRow } from 'types/quiz-rank'
import type { Rules } from 'types/quiz-rules'
import { ruleSets } from 'types/rule-sets'
import { startCloudAt, type Cloud, type Shared } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { seedFile } from '../seed-file'
import { city, cityLines, enterpriseDoc, personDoc, seedLine } from './org'
import { bankDocuments, campaignLines, testEnv } from './quiz'
import { drainedUntil } from './quiz-play'

const { root, east, west } = city.nodes

/** Registered units: two in the east, one of them tiny; two in the west, one nobody plays for; one right at the city. */
export const units = {
  works: enterpriseDoc('青石机械厂', east, { workers: 120 }),
  stall: enterpriseDoc('路口小店', east, { workers: 3 }),
  dock: enterpriseDoc('西岭码头', west, { workers: 40 }),
  idle: enterpriseDoc('西岭货栈', west, { workers: 30 }),
  office: enterpriseDoc('市直机关', root, { workers: 12 }),
} as const
export type UnitName = keyof typeof units
export const unitId = (name: UnitName) => units[name]._id

export const campaignId = deriveId('campaign', 'ranks')
export const officer = 'wx-admin'

/** Ten questions with four options and one right, in every level: all players meet the same ones. */
export const tenQuestions = bankDocuments()
  .filter(({ kind, options }) => kind === 'single' && options.length === 4)
  .slice(0, 10)

type Ranking = Partial<Rules['ranking']>
type Wish = {
  cast: Record<string, UnitName | null>
  ranking?: Ranking
  rules?: Partial<Rules>
  few?: boolean
  more?: object[]
}

const contestLines = ({ ranking, rules, few }: Wish) => {
  const set = { ...rules, ranking: { ...ruleSets[0].rules.ranking, ...ranking } }
  const lines = campaignLines({ id: campaignId, under: root.under, rules: set, ...(few ? { questions: 10 } : {}) })
  if (!few) return lines
  return lines.map(({ c, d }) =>
    d.pool ? { c, d: { ...d, pool: [tenQuestions], questions: tenQuestions.map(({ _id }) => _id) } } : { c, d },
  )
}

/** A city with units and one contest of the whole city; who plays has told his unit in his profile. */
export const startRankCloud = (
  wish: Wish,
  open: (options: Shared) => Promise<Cloud> = startCloudAt,
): Promise<Cloud> => {
  const people = Object.entries(wish.cast).map(([openid, unit]) =>
    seedLine('people', personDoc({ openid, name: '项安宁', unit: unit ? units[unit] : undefined })),
  )
  const enterprises = Object.values(units).map((unit) => seedLine('enterprises', unit))
  const places = cityLines().filter(({ c }) => c !== 'enterprises')
  const seed = seedFile([...places, ...enterprises, ...people, ...contestLines(wish), ...(wish.more ?? [])])
  return open({ seed, env: testEnv, now: '2026-06-10T02:00:00.000Z' })
}

/** Nothing waits for the drainer any more. */
export const settled = (cloud: Cloud) =>
  drainedUntil(cloud, async () => {
    const waiting = await Promise.all(
      ['plays', 'campaigns', 'quiz_signals'].map((name) => rawDocuments(cloud, name, { outboxAt: { $ne: null } })),
    )
    return waiting.flat().length === 0
  })

type Asked = Omit<InputOf<typeof quizContract.ranking>, 'campaignId' | 'page' | 'size'> & {
  page?: number
  size?: number
}
type Answer = OutputOf<typeof quizContract.ranking>

export const rankRows = async (cloud: Cloud, asked: Asked): Promise<RankRow[]> => {
  const answer = await cloud.call<Answer>('quiz', 'ranking', { campaignId, ...asked }, officer)
  return answer.of === 'persons' ? [] : answer.items
}
export const personRows = async (cloud: Cloud, openid: string, page = 1, size = 20) => {
  const answer = await cloud.call<Answer>('quiz', 'ranking', { campaignId, of: 'persons', page, size }, openid)
  return answer.of === 'persons' ? answer.items : []
}
export const ownRank = (cloud: Cloud, openid: string) =>
  cloud.call<OutputOf<typeof quizContract.myRank>>('quiz', 'myRank', { campaignId }, openid)
