import { deriveId } from 'types/ids'
import type { Cloud } from '../../../support/cloud'
import { playing } from '../../../support/factories/quiz-play'
import {
  drawAll,
  markOf,
  openContest,
  personsRanked,
  playRecord,
  settled,
  shanghai,
  standings,
  startContestCloud,
  sum,
  unitCount,
  units,
  type Cast,
  type Sitting,
} from '../../../support/factories/contest'

jest.setTimeout(240_000)

/** 全对累计: five questions as often as one likes, only papers without a mistake count, their number ranks. */
const id = deriveId('campaign', 'all right')
const cast: Cast = {
  ...{ anna: { unit: 'works', name: '安小宁' }, ben: { unit: 'works', name: '边大河' } },
  ...{ cai: { unit: 'yard', name: '蔡青石' }, dora: { unit: 'yard' }, emil: { name: '易平' }, fay: { unit: 'mill' } },
}

/** Wrong answers of each paper of one player, a paper every five minutes. */
const evening = (who: string, at: string, wrongs: readonly number[]): Sitting[] =>
  wrongs.map((wrong, index) => {
    const minutes = index * 5
    const clock = `${String(18 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return { who, at: `${at} ${clock}`, wrong }
  })
const record: readonly Sitting[] = [
  ...evening('anna', '2026-06-02', [0, 1, 0, 5, 0, 0, 2, 0, 0, 0, 3, 0, 0]),
  ...evening('ben', '2026-06-03', [0, 0, 1, 0]),
  ...evening('cai', '2026-06-04', [1, 0, 0, 0, 4]),
  ...evening('dora', '2026-06-05', [0, 0, 0, 0]),
  ...evening('emil', '2026-06-06', [1, 1]),
  { who: 'fay', at: '2026-06-06 19:00', wrong: 0 },
]
const perfectOf = (who: string) => record.filter((one) => one.who === who && one.wrong === 0).length
const pointsOf = (...people: string[]) => 5 * sum(people.map(perfectOf))

let cloud: Cloud
beforeAll(async () => {
  cloud = await startContestCloud(cast)
  await cloud.clock({ now: shanghai('2026-06-01 10:00') })
  await openContest(cloud, { id, code: 'all-right', opensAt: '2026-06-01 00:00', closesAt: '2026-07-01 00:00' })
  await playRecord(cloud, id, record)
  await settled(cloud)
})
afterAll(() => cloud.stop())

test('thirteen papers in an evening are no more than nine perfect ones', async () => {
  const { perfect, points, attemptsLeft, chances } = await playing(() => cloud, id).view('anna')
  expect({ perfect, points, attemptsLeft, chances }).toEqual({
    ...{ perfect: perfectOf('anna'), points: pointsOf('anna'), attemptsLeft: null, chances: 0 },
  })
  expect(perfectOf('anna')).toBe(9)
})

test('persons rank by the number of perfect papers; ben and cai stand level', async () => {
  const scores = Object.fromEntries((await standings(cloud, id)).map(({ who, score }) => [who, score]))
  expect(scores).toEqual({ anna: 9, ben: 3, cai: 3, dora: 0, emil: 0, fay: 0 })
})

test('without a name nothing counts for the rank; told later, everything does', async () => {
  await cloud.clock({ now: shanghai('2026-06-07 09:00') })
  expect(perfectOf('dora')).toBe(4)
  for (const who of ['dora', 'fay']) await cloud.call('org', 'setProfile', { name: '邓多多' }, who)
  // Either of the two is enough: the unit told once more, or another paper.
  await cloud.call('quiz', 'declareUnit', { campaignId: id, unitId: units.yard._id }, 'dora')
  await playRecord(cloud, id, [{ who: 'fay', at: '2026-06-07 10:00', wrong: 5 }])
  await settled(cloud)
  const scores = Object.fromEntries((await standings(cloud, id)).map(({ who, score }) => [who, score]))
  expect(scores).toMatchObject({ dora: 4, fay: 1 })
  const ranked = await personsRanked(cloud, id, cast)
  // ben and cai share a rank until the lot is drawn.
  expect(ranked.map(([rank, , score]) => [rank, score])).toEqual([
    ...[
      [1, 9],
      [2, 4],
      [3, 3],
      [3, 3],
      [5, 1],
    ],
  ])
  expect(ranked.map(([, who]) => who).slice(0, 2)).toEqual(['anna', 'dora'])
})

test('units stand by participants and points', async () => {
  expect(await unitCount(cloud, id, 'works')).toEqual({ players: 2, points: pointsOf('anna', 'ben'), scorers: 2 })
  expect(await unitCount(cloud, id, 'yard')).toEqual({ players: 2, points: pointsOf('cai', 'dora'), scorers: 2 })
})

test('the contest over, equals are ranked by lot, and the better always stand before them', async () => {
  const { winners } = await drawAll(
    cloud,
    { campaignId: id, name: '名次', period: null, kind: 'ties', pieces: [1, 1, 1, 1] },
    '2026-07-01 09:00',
  )
  const places = winners.map(({ mark }) => mark)
  expect(places.slice(0, 2)).toEqual([markOf(id, 'anna'), markOf(id, 'dora')])
  expect(places.slice(2).sort()).toEqual([markOf(id, 'ben'), markOf(id, 'cai')].sort())
})
