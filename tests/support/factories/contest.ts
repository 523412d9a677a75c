import { questionKey } from 'types/bank'
import { formatSheetTime } from 'types/calendar'
import { deriveId, receiptCode } from 'types/ids'
import type { OutputOf } from 'types/contract'
import type { contestEntries } from 'types/quiz-contest'
import type { DrawView } from 'types/quiz-prize'
import type { rankEntries } from 'types/quiz-rank'
import type { RuleSet } from 'types/quiz-rules'
import { findRuleSet } from 'types/rule-sets'
import { startCloud, type Cloud } from '../cloud'
import { rawDocuments } from '../raw-documents'
import { seedFile } from '../seed-file'
import { city, cityLines, enterpriseDoc, fromEjson, personDoc, seedLine } from './org'
import { bankDocuments, testEnv } from './quiz'
import { drainedUntil, playing } from './quiz-play'

const { root, east, west } = city.nodes

/** Units of the contests under test: two in the east, one in the west. */
export const units = {
  works: enterpriseDoc('青石机械厂', east, { workers: 40 }),
  mill: enterpriseDoc('河口纺织厂', east, { workers: 25 }),
  yard: enterpriseDoc('西岭造船厂', west, { workers: 60 }),
} as const
export type UnitName = keyof typeof units

/** Who plays, and what he has told of himself before. */
export type Cast = Record<string, { unit?: UnitName; name?: string }>

const bankLines = () =>
  bankDocuments().map((question) =>
    seedLine('questions', { ...question, key: questionKey(question.stem), nodeId: root._id, under: root.under }),
  )

const castLines = (cast: Cast) =>
  Object.entries(cast).map(([openid, { unit, name }]) =>
    seedLine('people', personDoc({ openid, name: name ?? null, unit: unit && units[unit] })),
  )

export const officer = 'wx-admin'
/** An instant of the Shanghai clock: `2026-06-01 09:00`. */
export const shanghai = (clock: string) => new Date(`${clock.replace(' ', 'T')}:00+08:00`).toISOString()

export const startContestCloud = (cast: Cast): Promise<Cloud> => {
  const enterprises = Object.values(units).map((doc) => seedLine('enterprises', doc))
  return startCloud({
    seed: seedFile([...cityLines(), ...enterprises, ...castLines(cast), ...bankLines()]),
    env: testEnv,
  })
}

type Row = OutputOf<typeof contestEntries.createCampaign>
type Wish = { id: string; code: string; opensAt: string; closesAt: string; change?: (set: RuleSet) => RuleSet }

/** Makes and opens a contest from a shipped rule set, as an officer of the city does. */
export const openContest = async (cloud: Cloud, { id, code, opensAt, closesAt, change }: Wish): Promise<Row> => {
  const shipped = findRuleSet(code)
  if (!shipped) throw new Error(code)
  const plain: RuleSet = { rules: shipped.rules, levels: shipped.levels }
  const input = {
    ...{ _id: id, nodeId: root._id, title: shipped.name, slogan: '人人讲安全', ruleSet: code, prizeCap: 20_000 },
    ...{ opensAt: shanghai(opensAt), closesAt: shanghai(closesAt), contest: change ? change(plain) : plain },
  }
  const made = await cloud.call<Row>('quiz', 'createCampaign', input, officer)
  return cloud.call<Row>('quiz', 'moveCampaign', { id, version: made.version, act: 'open' }, officer)
}

/** One paper of the record: begun at `at`, handed in after `after` minutes with so many wrong answers. */
export type Sitting = { who: string; at: string; wrong: number; level?: number; after?: number }

const inMinutesOf = (sitting: Sitting | undefined) =>
  sitting ? formatSheetTime(inMinutes(sitting.at, sitting.after ?? 2)) : ''

const inMinutes = (at: string, minutes: number) => new Date(Date.parse(shanghai(at)) + minutes * 60_000).toISOString()

/** Plays a record of sittings in its order, each at its time; time never goes back, for drainers hold their lease by it. */
export const playRecord = async (cloud: Cloud, campaignId: string, record: readonly Sitting[]) => {
  const { start, submit } = playing(() => cloud, campaignId)
  const late = record.findIndex(({ at }, index) => index > 0 && at < inMinutesOf(record[index - 1]))
  if (late > 0) throw new Error(`${record[late]?.at} comes too late in the record`)
  for (const [index, { who, at, wrong, level = 1, after = 2 }] of record.entries()) {
    await cloud.clock({ now: shanghai(at), fire: 'quiz' })
    const paper = await start(who, `${who} ${at} ${index}`, level)
    await cloud.clock({ now: inMinutes(at, after), fire: 'quiz' })
    const result = await submit(who, paper, wrong)
    if (result.right !== result.total - wrong) throw new Error(`${who} ${at}: ${result.right} of ${result.total}`)
  }
}

/** Why a paper may not be begun at that time. */
export const refusedAt = async (cloud: Cloud, campaignId: string, who: string, at: string, level = 1) => {
  await cloud.clock({ now: shanghai(at) })
  const _id = deriveId('refused', who, at, String(level))
  return cloud.call('quiz', 'start', { _id, campaignId, level }, who).then(
    () => null,
    ({ code }: { code: string }) => code,
  )
}

export type Standing = { who: string; score: number; points: number; chances: number; earned: Record<string, number> }

type StoredPlay = Omit<Standing, 'who' | 'score'> & { openid: string; rankScore: number; reachedAt: Date | null }

/** Persons in the order of their rank, as they lie in the database; who does not count has score 0. */
export const standings = async (cloud: Cloud, campaignId: string): Promise<Standing[]> => {
  const stored = await rawDocuments(cloud, 'plays', { campaignId })
  const plays = stored.map((doc) => fromEjson(doc) as unknown as StoredPlay)
  const timeOf = ({ reachedAt }: StoredPlay) => reachedAt?.getTime() ?? Infinity
  return plays
    .sort((a, b) => b.rankScore - a.rankScore || timeOf(a) - timeOf(b))
    .map(({ openid: who, rankScore: score, points, chances, earned }) => ({ who, score, points, chances, earned }))
}

type Ranking = OutputOf<typeof rankEntries.ranking>
const rankingOf = (cloud: Cloud, campaignId: string, of: string) =>
  cloud.call<Ranking>('quiz', 'ranking', { campaignId, of }, 'wx-passer-by')

/** Persons as anybody sees them ranked: `[rank, who, score]`. */
export const personsRanked = async (cloud: Cloud, campaignId: string, cast: Cast) => {
  const ranking = await rankingOf(cloud, campaignId, 'persons')
  if (ranking.of !== 'persons') throw new Error(ranking.of)
  const nameOf = (mark: string) => Object.keys(cast).find((who) => markOf(campaignId, who).startsWith(mark))
  return ranking.items.map(({ rank, mark, score }) => [rank, nameOf(mark), score])
}

/** Units or regions as anybody sees them ranked: `[rank, name, players, points]`. */
export const unitsRanked = async (cloud: Cloud, campaignId: string, of: 'units' | 'regions') => {
  const ranking = await rankingOf(cloud, campaignId, of)
  if (ranking.of === 'persons') throw new Error(ranking.of)
  return ranking.items
    .filter(({ players }) => players > 0)
    .map(({ rank, name, players, points }) => [rank, name, players, points])
}

const numbersOf = (values: unknown) =>
  Object.fromEntries(Object.entries((values ?? {}) as object).map(([field, value]) => [field, Number(value)]))

/** The counters of one unit in one contest. */
export const unitCount = async (cloud: Cloud, campaignId: string, unit: UnitName) => {
  const [doc] = await rawDocuments(cloud, 'counters', { _id: `quiz.unit.${campaignId}.${units[unit]._id}` })
  const { players = 0, points = 0, scorers = 0 } = numbersOf(doc?.values)
  return { players, points, scorers }
}

const waitingOf = async (cloud: Cloud) => {
  const found = ['plays', 'campaigns'].map((name) => rawDocuments(cloud, name, { outboxAt: { $ne: null } }))
  return (await Promise.all(found)).flat()
}

/** Ticks until every outbox of the quiz is empty; what could not be carried out waits half a minute for its next turn. */
export const settled = async (cloud: Cloud) => {
  for (let round = 0; round < 600; round++) {
    await cloud.tick('quiz')
    if ((await waitingOf(cloud)).length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const waiting = (await waitingOf(cloud)).map(({ _id, outboxAt, outbox }) => ({ _id, outboxAt, outbox }))
  const leases = await rawDocuments(cloud, 'leases')
  throw new Error(`the outboxes never emptied: ${JSON.stringify({ waiting, leases })}`)
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

type DrawWish = {
  campaignId: string
  name: string
  period: string | null
  pieces: readonly number[]
  kind?: 'chances' | 'ties'
}

const drawPrizes = async (cloud: Cloud, { campaignId, name, pieces }: DrawWish) => {
  const prizes: { prizeId: string; count: number }[] = []
  for (const [index, stock] of pieces.entries()) {
    const input = {
      ...{ _id: deriveId('prize', campaignId, name, String(index)), campaignId, title: `${name}${index + 1}等奖` },
      ...{ value: 5_000, mode: 'draw', stock, perPerson: 5, price: { chances: 0, level: null, points: 0 } },
      ...{ place: '工会服务大厅', expiresAt: '2027-06-30T15:59:59.000Z' },
    }
    const { id, version } = await cloud.call<{ id: string; version: number }>('quiz', 'createPrize', input, officer)
    await cloud.call('quiz', 'movePrize', { id, version, act: 'open' }, officer)
    prizes.push({ prizeId: id, count: stock })
  }
  return prizes
}

/** Draws to the end, as an officer does: list locked and published, the public value entered a day later. */
export const drawAll = async (cloud: Cloud, wish: DrawWish, now: string): Promise<DrawView> => {
  await cloud.clock({ now: shanghai(now) })
  await settled(cloud)
  const { campaignId, name, period, kind = 'chances' } = wish
  const at = inMinutes(now, 24 * 60)
  const id = deriveId('draw', campaignId, name)
  const draw = (act: string, input: object) =>
    cloud.call<{ version: number; state: string }>('quiz', act, { id, ...input }, officer)
  const value = { name: '福彩 3D 开奖号', where: '中国福彩网', at }
  const prizes = await drawPrizes(cloud, wish)
  const input = { _id: id, campaignId, title: name, kind, prizes, value, ...(period && { period }) }
  const { version } = await cloud.call<{ version: number }>('quiz', 'createDraw', input, officer)
  await draw('commitDraw', { version })
  const standing = (state: string) => async () => {
    const [doc] = await rawDocuments(cloud, 'quiz_draws', { _id: id })
    return doc?.state === state
  }
  await drainedUntil(cloud, standing('committed'))
  await cloud.clock({ now: inMinutes(now, 25 * 60) })
  const [doc] = await rawDocuments(cloud, 'quiz_draws', { _id: id })
  await draw('enterValue', { version: Number(doc?.version), value: '381' })
  await drainedUntil(cloud, standing('drawn'))
  return cloud.call<DrawView>('quiz', 'draw', { id }, officer)
}

/** How lists of a draw call this player. */
export const markOf = (campaignId: string, who: string) => receiptCode(deriveId('play', campaignId, who))
