import { deriveId } from 'types/ids'
import { freshProgress } from 'types/quiz-engine'
import type { PrizeRow } from 'types/quiz-prize'
import type { Rules } from 'types/quiz-rules'
import type { Cloud } from '../cloud'
import { grantOf, nodeDoc, personDoc, seedLine, type SeedLine } from './org'
import { campaignLines } from './quiz'

export const prizeNow = '2026-06-10T02:00:00.000Z'
export const campaignId = deriveId('campaign', 'test')
export const [officer, officer2, outsider] = ['wx-officer-1', 'wx-officer-2', 'wx-officer-west']

const city = nodeDoc({ name: '青泽市总工会', managers: 2 })
const east = nodeDoc({ name: '东河区总工会', parent: city, managers: 2 })
const west = nodeDoc({ name: '西岭区总工会', parent: city, managers: 2 })

type Player = {
  openid: string
  chances?: number
  earned?: Record<string, number>
  points?: number
  rankScore?: number
  passed?: number[]
  name?: string | null
  unit?: string | null
  excluded?: boolean
}

export const playOf = ({ openid }: Pick<Player, 'openid'>) => deriveId('play', campaignId, openid)

/** A play at rest, with what it has earned. */
export const playLine = (player: Player): SeedLine => {
  const { openid, chances = 1, points = 100, rankScore = points, passed = [1], name = null, unit = null } = player
  const at = new Date('2026-06-05T02:00:00.000Z')
  const levels = Object.fromEntries(passed.map((level) => [level, { best: 100, passed: true, tries: 1 }]))
  return seedLine('plays', {
    ...freshProgress(),
    ...{ _id: playOf(player), campaignId, openid, under: east.under, state: 'idle', version: 1, name },
    ...{
      unit: unit && { id: deriveId('unit', unit), name: unit, how: 'search', verified: false },
      unitChanges: 0,
      until: null,
    },
    ...{ levels, points, rankScore, chances, earned: player.earned ?? { all: chances }, spent: 0 },
    ...{ excluded: player.excluded ? { reason: '核实中', at } : null, wrong: [], paper: null, asked: [] },
    ...{ outbox: [], outboxAt: null, createdAt: at, updatedAt: at },
  })
}

/** A contest of the east district with two officers, one from elsewhere, and these players. */
export const prizeLines = (players: readonly Player[], rules: Partial<Rules> = {}) => [
  ...[city, east, west].map((node) => seedLine('nodes', node)),
  ...[
    personDoc({ openid: officer, name: '秦工会', grants: [grantOf('officer', east)] }),
    personDoc({ openid: officer2, name: '马主席', grants: [grantOf('officer', city)] }),
    personDoc({ openid: outsider, name: '冯西岭', grants: [grantOf('officer', west)] }),
  ].map((person) => seedLine('people', person)),
  ...campaignLines({ under: east.under, rules }),
  ...players.map(playLine),
]

export const prizeInput = (name: string, wish: Record<string, unknown> = {}) => ({
  ...{ _id: deriveId('prize', name), campaignId, title: name, value: 50_00, mode: 'stock', stock: 5, perPerson: 1 },
  ...{ price: { chances: 1, level: null, points: 0 }, place: '工会服务大厅', expiresAt: '2026-06-25T15:59:59.000Z' },
  ...wish,
})

/** A prize on offer. */
export const offer = async (cloud: Cloud, name: string, wish: Record<string, unknown> = {}): Promise<PrizeRow> => {
  const { id, version } = await cloud.call<PrizeRow>('quiz', 'createPrize', prizeInput(name, wish), officer)
  return cloud.call<PrizeRow>('quiz', 'movePrize', { id, version, act: 'open' }, officer)
}

export const claim = (cloud: Cloud, prizeId: string, openid: string, name = 'first') =>
  cloud.call<{ id: string; state: string; chances: number }>(
    'quiz',
    'claimPrize',
    { _id: deriveId('asking', openid, name), campaignId, prizeId },
    openid,
  )

/** Drains without what the clock brings: the trips of the call are those of the drainer alone. */
export const drainOnce = (cloud: Cloud) =>
  cloud.callRaw('quiz', { action: 'tick', input: { nudged: true } }, 'wx-anybody')

/** A drainer that is killed at one of its trips, and a clock that lets its lease run out. */
export const drainKilledAt = async (cloud: Cloud, trips: number) => {
  await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', trips, times: 1 })
  await drainOnce(cloud)
  await cloud.clearFaults()
  await cloud.clock({ advanceMs: 31_000, fire: 'quiz' })
}
