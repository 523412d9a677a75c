import { deriveId } from 'types/ids'
import type { OutputOf } from 'types/contract'
import type { quizContract } from 'types/quiz'
import { sharedCloud, type Cloud, type Shared } from '../../../support/cloud'
import { playing } from '../../../support/factories/quiz-play'
import { city, seedLine } from '../../../support/factories/org'
import {
  campaignId,
  officer,
  ownRank,
  personRows,
  rankRows,
  settled,
  startRankCloud,
  unitId,
  units,
  type UnitName,
} from '../../../support/factories/ranks'
import { rawDocuments } from '../../../support/raw-documents'

const cast = { anna: 'works', ben: 'works', cai: 'stall', dan: 'dock', eva: 'office', fox: null } as const
const fresh = sharedCloud()
// The contests differ under one id: nothing of the last one may be kept in memory.
const open = (options: Shared) => fresh.open({ ...options, cold: true })
let cloud: Cloud
afterAll(fresh.close)
const { attempt } = playing(() => cloud, campaignId)

/** Everybody plays, twice or at several levels, well and badly. */
const playAll = async () => {
  await attempt('anna', 'a1', 1)
  await attempt('anna', 'a2', 0)
  await attempt('anna', 'a3', 2, 2)
  await attempt('ben', 'b1', 5)
  await attempt('cai', 'c1', 0)
  await attempt('dan', 'd1', 2)
  await attempt('dan', 'd2', 3)
  await attempt('eva', 'e1', 3)
  await attempt('fox', 'f1', 0)
  await settled(cloud)
}

/** The best paper of each level, from the papers at rest alone. */
const recount = async () => {
  const best = new Map<string, Map<number, number>>()
  for (const paper of await rawDocuments(cloud, 'papers')) {
    const levels = best.get(String(paper.openid)) ?? new Map<number, number>()
    const [level, score] = [Number(paper.level), Number(paper.score)]
    best.set(String(paper.openid), levels.set(level, Math.max(levels.get(level) ?? 0, score)))
  }
  const points = (openid: string) => [...(best.get(openid)?.values() ?? [])].reduce((sum, score) => sum + score, 0)
  const of = (unit: UnitName) => {
    const members = Object.entries(cast).filter(([openid, its]) => its === unit && best.has(openid))
    const sum = members.reduce((total, [openid]) => total + points(openid), 0)
    const [{ workers }, players] = [units[unit], members.length]
    return {
      players,
      points: sum,
      strength: sum / Math.max(10, workers),
      rate: players / workers,
      average: sum / players,
    }
  }
  return { of, points }
}
const rounded = (figures: Record<string, number>) =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 10_000) / 10_000]))

test('units stand in the order of a recount of the raw papers, all figures beside each other', async () => {
  cloud = await startRankCloud({ cast }, open)
  await playAll()
  const raw = await recount()
  const names = ['works', 'stall', 'dock', 'office'] as const
  for (const by of ['strength', 'points', 'players'] as const) {
    const rows = await rankRows(cloud, { of: 'units', by })
    const expected = names.map((name) => raw.of(name)[by]).sort((a, b) => b - a)
    expect(rows.map((row) => row[by])).toEqual(expected.map((value) => Math.round(value * 10_000) / 10_000))
    expect(rows.map(({ rank }) => rank)).toEqual(expected.map((value) => expected.indexOf(value) + 1))
  }
  const rows = await rankRows(cloud, { of: 'units' })
  for (const name of names) {
    const row = rows.find(({ id }) => id === unitId(name))
    expect(row).toMatchObject(rounded(raw.of(name)))
    expect(row).toMatchObject({ unverified: 1, workers: units[name].workers })
  }
  expect(rows.find(({ id }) => id === unitId('works'))?.region).toBe(city.nodes.east.name)
  expect(rows.find(({ id }) => id === unitId('office'))?.region).toBeNull()
})

test('regions are the sums of their units over the workers of all that are registered there', async () => {
  cloud = await startRankCloud({ cast }, open)
  await playAll()
  const raw = await recount()
  const rows = await rankRows(cloud, { of: 'regions', by: 'points' })
  const [works, stall, dock] = [raw.of('works'), raw.of('stall'), raw.of('dock')]
  const east = rows.find(({ id }) => id === city.nodes.east._id)
  expect(east).toMatchObject({ workers: 123, players: 3, points: works.points + stall.points })
  const west = rows.find(({ id }) => id === city.nodes.west._id)
  expect(west).toMatchObject({ workers: 70, players: 1, points: dock.points, rate: 0.0143 })
  expect(rows.map(({ rank }) => rank)).toEqual([1, 2])
  const own = { campaignId, by: 'points' }
  const mine = await cloud.call<OutputOf<typeof quizContract.myUnitRank>>('quiz', 'myUnitRank', own, 'dan')
  expect(mine.region).toEqual(west)
  expect(mine.unit).toEqual(
    (await rankRows(cloud, { of: 'units', by: 'points' })).find(({ id }) => id === unitId('dock')),
  )
})

test('one player of a unit of three is not compared by participation or average, and its numbers still stand there', async () => {
  cloud = await startRankCloud({ cast: { ...cast, gus: 'office', hal: 'office', ida: 'office', jon: 'office' } }, open)
  await playAll()
  for (const openid of ['gus', 'hal', 'ida']) await attempt(openid, openid, 4)
  await attempt('jon', 'jon', 3)
  await settled(cloud)
  for (const by of ['rate', 'average'] as const) {
    const rows = await rankRows(cloud, { of: 'units', by })
    expect(rows[0]).toMatchObject({ id: unitId('office'), rank: 1, players: 5 })
    expect(rows.find(({ id }) => id === unitId('stall'))).toMatchObject({
      rank: null,
      rate: 0.3333,
      average: 100,
      needed: 2,
    })
  }
  const strongest = await rankRows(cloud, { of: 'units', by: 'strength' })
  expect(strongest.map(({ rank }) => rank)).toEqual([1, 2, 3, 4])
  expect(strongest.find(({ id }) => id === unitId('stall'))?.strength).toBe(10)
})

test('who changes his unit takes his points along', async () => {
  cloud = await startRankCloud({ cast }, open)
  await playAll()
  await cloud.call('quiz', 'declareUnit', { campaignId, unitId: unitId('idle') }, 'dan')
  await settled(cloud)
  const rows = await rankRows(cloud, { of: 'units', by: 'points' })
  expect(rows.map(({ id }) => id)).not.toContain(unitId('dock'))
  expect(rows.find(({ id }) => id === unitId('idle'))).toMatchObject({
    players: 1,
    points: (await recount()).points('dan'),
  })
  const regions = await rankRows(cloud, { of: 'regions', by: 'points' })
  expect(regions.find(({ id }) => id === city.nodes.west._id)).toMatchObject({ workers: 70, players: 1 })
})

test('where only players with points count, the others are no participants', async () => {
  cloud = await startRankCloud({ cast, ranking: { onlyScorers: true } }, open)
  await playAll()
  const works = (await rankRows(cloud, { of: 'units' })).find(({ id }) => id === unitId('works'))
  expect(works).toMatchObject({ players: 1, points: 160, average: 160 })
})

test('registered units without a player are known to the officer before anybody has played', async () => {
  cloud = await startRankCloud({ cast }, open)
  const absent = async () => {
    await cloud.tick('quiz')
    await settled(cloud)
    const input = { campaignId }
    const list = await cloud.call<OutputOf<typeof quizContract.absentees>>('quiz', 'absentees', input, officer)
    const results = await cloud.call<OutputOf<typeof quizContract.results>>('quiz', 'results', input, officer)
    return { names: list.items.map(({ name }) => name).sort(), results }
  }
  const before = await absent()
  expect(before.names).toEqual(
    Object.values(units)
      .map(({ name }) => name)
      .sort(),
  )
  expect(before.results).toMatchObject({ units: 0, absent: 5, workers: 205, players: 0 })
  await playAll()
  const after = await absent()
  expect(after.names).toEqual([units.idle.name])
  expect(after.results).toMatchObject({ units: 4, absent: 1, players: 6, papers: 9 })
})

describe('persons', () => {
  const names = (rows: Awaited<ReturnType<typeof personRows>>) => rows.map(({ rank, score }) => [rank, score])
  /** Anna and Ben have as much, Ben a day later, Cai on the same day as Ben but after him; Dan has less. */
  const fourPlay = async () => {
    await attempt('anna', 'a', 1)
    await cloud.clock({ now: '2026-06-11T02:00:00.000Z' })
    await attempt('ben', 'b', 1)
    await cloud.clock({ now: '2026-06-11T03:00:00.000Z' })
    await attempt('cai', 'c', 1)
    await attempt('dan', 'd', 2)
    await settled(cloud)
  }

  test.each([
    ['shared', [1, 1, 1, 4]],
    ['draw', [1, 1, 1, 4]],
    ['earlier', [1, 2, 3, 4]],
  ] as const)('of equals under %s', async (ties, ranks) => {
    cloud = await startRankCloud({ cast, ranking: { ties } }, open)
    await fourPlay()
    expect(names(await personRows(cloud, 'anna'))).toEqual(ranks.map((rank, at) => [rank, at < 3 ? 80 : 60]))
    // From page to page nothing changes.
    const paged = [...(await personRows(cloud, 'anna', 1, 2)), ...(await personRows(cloud, 'anna', 2, 2))]
    expect(paged.map(({ rank }) => rank)).toEqual(ranks)
    const own = await Promise.all(['anna', 'ben', 'cai', 'dan'].map((openid) => ownRank(cloud, openid)))
    expect(own.map(({ rank }) => rank)).toEqual(ranks)
    expect(own.every(({ ranked }) => ranked === 4)).toBe(true)
  })

  test('names are masked, one’s own row is marked, who has no points has no rank', async () => {
    cloud = await startRankCloud({ cast }, open)
    await fourPlay()
    await attempt('eva', 'e', 5)
    await settled(cloud)
    const rows = await personRows(cloud, 'ben')
    expect(rows.map(({ own }) => own)).toEqual([false, true, false, false])
    expect(rows.every(({ name }) => name === '项**')).toBe(true)
    expect(JSON.stringify(rows)).not.toContain('安宁')
    expect(rows[0]?.mark).toBe((await ownRank(cloud, 'anna')).mark)
    expect(await ownRank(cloud, 'eva')).toMatchObject({ rank: null, ranked: 4, score: 0 })
  })

  test('a contest without a ranking of persons has none', async () => {
    cloud = await startRankCloud({ cast, ranking: { persons: 'off' } }, open)
    await fourPlay()
    expect(await personRows(cloud, 'anna')).toEqual([])
    expect((await ownRank(cloud, 'anna')).rank).toBeNull()
  })
})

test('counters of scores keep nothing nobody stands at any more', async () => {
  const rules = { points: { by: 'percent', perRight: 1, counted: 'every', onlyPerfect: false } } as const
  cloud = await startRankCloud({ cast, ranking: { ties: 'earlier' }, rules }, open)
  for (const name of ['a', 'b', 'c']) {
    await attempt('anna', name)
    await settled(cloud)
    await cloud.clock({ advanceMs: 86_400_000 })
  }
  const [scores] = await rawDocuments(cloud, 'counters', { _id: `quiz.scores.${campaignId}` })
  expect(Object.keys(scores?.values ?? {}).sort()).toEqual(['s300', 's300d2026-06-12'])
  expect(await ownRank(cloud, 'anna')).toMatchObject({ rank: 1, ranked: 1, score: 300 })
  await attempt('ben', 'low', 3)
  await settled(cloud)
  expect(await ownRank(cloud, 'ben')).toMatchObject({ rank: 2, ranked: 2 })
})

test('the list of persons ends after a thousand', async () => {
  const crowd = Array.from({ length: 1010 }, (_, index) =>
    seedLine('plays', {
      ...{ _id: deriveId('crowd', String(index)), campaignId, openid: `wx-crowd-${index}`, name: null, unit: null },
      ...{ rankScore: 2000 - index, reachedAt: null, outbox: [], outboxAt: null },
    }),
  )
  cloud = await startRankCloud({ cast, more: crowd }, open)
  const page = (at: number) => personRows(cloud, 'anna', at, 50)
  expect((await page(20)).at(-1)?.rank).toBe(1000)
  expect(await page(21)).toEqual([])
  expect(await personRows(cloud, 'anna', 21, 49)).toHaveLength(20)
})
