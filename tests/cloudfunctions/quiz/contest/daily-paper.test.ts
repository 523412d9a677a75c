import { deriveId } from 'types/ids'
import type { Cloud } from '../../../support/cloud'
import { playing } from '../../../support/factories/quiz-play'
import {
  openContest,
  personsRanked,
  playRecord,
  refusedAt,
  settled,
  shanghai,
  standings,
  startContestCloud,
  sum,
  unitCount,
  unitsRanked,
  units,
  type Sitting,
} from '../../../support/factories/contest'

jest.setTimeout(240_000)

/** 每日一答: one paper of fifteen a day; each adds its right answers to person and unit, every five are a chance. */
const id = deriveId('campaign', 'daily')
const cast = {
  anna: { unit: 'works' },
  ben: { unit: 'works' },
  cai: { unit: 'yard' },
  dora: {},
  emil: { unit: 'mill' },
} as const

const record: readonly Sitting[] = [
  { who: 'anna', at: '2026-06-01 09:00', wrong: 0 },
  { who: 'ben', at: '2026-06-01 09:10', wrong: 6 },
  { who: 'cai', at: '2026-06-01 12:00', wrong: 1 },
  { who: 'dora', at: '2026-06-01 20:00', wrong: 5 },
  // Begun on the first of June, handed in on the second: the second's own paper is still there.
  { who: 'emil', at: '2026-06-01 23:58', wrong: 11, after: 5 },
  { who: 'emil', at: '2026-06-02 00:10', wrong: 15 },
  { who: 'cai', at: '2026-06-02 07:00', wrong: 0 },
  { who: 'anna', at: '2026-06-03 09:00', wrong: 1 },
  { who: 'dora', at: '2026-06-03 09:30', wrong: 2 },
  // Begun a minute before the contest ends.
  { who: 'ben', at: '2026-06-03 23:59', wrong: 3, after: 4 },
]
const rights = (who: string) => record.filter((one) => one.who === who).map(({ wrong }) => 15 - wrong)
const pointsOf = (...people: string[]) => sum(people.flatMap(rights))
const chancesOf = (who: string) => sum(rights(who).map((right) => Math.floor(right / 5)))

/** When somebody had all the points he ends with. */
const reachedAt = (who: string) => record.filter((one) => one.who === who && one.wrong < 15).at(-1)?.at ?? ''

let cloud: Cloud
const refused: (string | null)[] = []
const before: unknown[] = []
beforeAll(async () => {
  cloud = await startContestCloud(cast)
  await cloud.clock({ now: shanghai('2026-05-28 10:00') })
  await openContest(cloud, { id, code: 'daily-paper', opensAt: '2026-06-01 00:00', closesAt: '2026-06-04 00:00' })
  refused.push(await refusedAt(cloud, id, 'anna', '2026-05-31 23:59'))
  await playRecord(cloud, id, record.slice(0, -1))
  refused.push(await refusedAt(cloud, id, 'anna', '2026-06-03 12:00'))
  await settled(cloud)
  before.push(await unitCount(cloud, id, 'mill'), (await standings(cloud, id)).find(({ who }) => who === 'dora')?.score)
  await cloud.call('quiz', 'declareUnit', { campaignId: id, unitId: units.mill._id }, 'dora')
  await playRecord(cloud, id, record.slice(-1))
  refused.push(await refusedAt(cloud, id, 'emil', '2026-06-04 00:04'))
  await settled(cloud)
})
afterAll(() => cloud.stop())

test('every paper adds, every five right answers of one paper are a chance', async () => {
  const found = await standings(cloud, id)
  for (const who of Object.keys(cast)) {
    const one = found.find((standing) => standing.who === who)
    expect({ who, points: one?.points, chances: one?.chances }).toEqual({
      ...{ who, points: pointsOf(who), chances: chancesOf(who) },
    })
  }
})

test('persons rank by their points, of equals who had them first', async () => {
  const ranked = Object.keys(cast).sort((a, b) => pointsOf(b) - pointsOf(a) || (reachedAt(a) < reachedAt(b) ? -1 : 1))
  const found = await standings(cloud, id)
  expect(found.map(({ who, score }) => [who, score])).toEqual(ranked.map((who) => [who, pointsOf(who)]))
  expect(await personsRanked(cloud, id, cast)).toEqual(ranked.map((who, index) => [index + 1, who, pointsOf(who)]))
})

test('units hold the points of their people', async () => {
  expect(await unitCount(cloud, id, 'works')).toEqual({ players: 2, points: pointsOf('anna', 'ben'), scorers: 2 })
  expect(await unitCount(cloud, id, 'yard')).toEqual({ players: 1, points: pointsOf('cai'), scorers: 1 })
})

test('units and regions rank by the points of their people', async () => {
  const rows = (groups: Record<string, string[]>) =>
    Object.entries(groups)
      .map(([name, people]) => ({ name, players: people.length, points: pointsOf(...people) }))
      .sort((a, b) => b.points - a.points)
      .map(({ name, players, points }, index) => [index + 1, name, players, points])
  const [works, mill, yard] = [['anna', 'ben'], ['dora', 'emil'], ['cai']]
  expect(await unitsRanked(cloud, id, 'units')).toEqual(
    rows({ [units.works.name]: works, [units.mill.name]: mill, [units.yard.name]: yard }),
  )
  expect(await unitsRanked(cloud, id, 'regions')).toEqual(
    rows({ 东河区总工会: [...works, ...mill], 西山区总工会: yard }),
  )
})

test('who tells no unit does not rank, and who tells it later brings along what was played before', async () => {
  expect(before).toEqual([{ players: 1, points: pointsOf('emil'), scorers: 1 }, 0])
  expect(await unitCount(cloud, id, 'mill')).toEqual({ players: 2, points: pointsOf('emil', 'dora'), scorers: 2 })
})

test('one a day, and none before it opens or after it has closed', async () => {
  expect(refused).toEqual(['PERIOD_CLOSED', 'NO_ATTEMPT_LEFT', 'PERIOD_CLOSED'])
  expect((await playing(() => cloud, id).view('anna')).state).toBe('closed')
})
