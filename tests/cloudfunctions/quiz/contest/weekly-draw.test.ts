import { deriveId } from 'types/ids'
import type { DrawView } from 'types/quiz-prize'
import type { Cloud } from '../../../support/cloud'
import { playing } from '../../../support/factories/quiz-play'
import {
  drawAll,
  markOf,
  openContest,
  playRecord,
  settled,
  shanghai,
  standings,
  startContestCloud,
  sum,
  unitCount,
  type Cast,
  type Sitting,
} from '../../../support/factories/contest'

jest.setTimeout(240_000)

/** 每周抽奖: who has played in a week has one chance in that week's draw; the scores of every day add up. */
const id = deriveId('campaign', 'weekly')
const cast: Cast = {
  ...{ anna: { unit: 'works' }, ben: { unit: 'works' }, cai: { unit: 'yard' }, dora: { unit: 'mill' } },
  ...{ emil: { unit: 'mill' }, fay: {} },
}

/** The first of June 2026 is a Monday. `blank`: handed in without an answer. */
const firstWeek: readonly (Sitting & { blank?: true })[] = [
  { who: 'anna', at: '2026-06-01 08:00', wrong: 2 },
  { who: 'anna', at: '2026-06-03 08:00', wrong: 0 },
  { who: 'ben', at: '2026-06-05 08:00', wrong: 20 },
  { who: 'fay', at: '2026-06-06 08:00', wrong: 0 },
  // Begun on Sunday, handed in on Monday: of the week it was begun in.
  { who: 'cai', at: '2026-06-07 23:57', wrong: 10, after: 6 },
]
const secondWeek: readonly Sitting[] = [
  { who: 'dora', at: '2026-06-08 00:10', wrong: 5 },
  { who: 'anna', at: '2026-06-14 23:00', wrong: 4 },
]
const scoreOf = (who: string) =>
  sum([...firstWeek, ...secondWeek].filter((one) => one.who === who).map(({ wrong }) => (20 - wrong) * 5))

const draws: DrawView[] = []
let cloud: Cloud
beforeAll(async () => {
  cloud = await startContestCloud(cast)
  await cloud.clock({ now: shanghai('2026-05-28 10:00') })
  await openContest(cloud, { id, code: 'weekly-draw', opensAt: '2026-06-01 00:00', closesAt: '2026-06-15 00:00' })
  await playRecord(cloud, id, firstWeek)
  // emil looks at the paper and hands in a blank sheet: that is no playing.
  const paper = await playing(() => cloud, id).start('emil', 'blank')
  await cloud.call('quiz', 'submit', { id: paper.id, campaignId: id, answers: [] }, 'emil')
  await playRecord(cloud, id, secondWeek)
  await settled(cloud)
  draws.push(
    await drawAll(
      cloud,
      { campaignId: id, name: '首周', period: '2026-06-01', pieces: [1, 2, 50] },
      '2026-06-15 09:00',
    ),
  )
  draws.push(
    await drawAll(cloud, { campaignId: id, name: '次周', period: '2026-06-08', pieces: [1] }, '2026-06-17 09:00'),
  )
})
afterAll(() => cloud.stop())

test('one chance a week for who has played in it, however often', async () => {
  const earned = Object.fromEntries((await standings(cloud, id)).map((one) => [one.who, one.earned]))
  expect(earned).toEqual({
    ...{ anna: { '2026-06-01': 1, '2026-06-08': 1 }, ben: { '2026-06-01': 1 }, cai: { '2026-06-01': 1 } },
    ...{ dora: { '2026-06-08': 1 }, emil: {}, fay: { '2026-06-01': 1 } },
  })
})

test('the scores of all days add up; persons and units rank by them', async () => {
  const ranked = ['anna', 'dora', 'cai', 'ben', 'emil', 'fay']
  const found = await standings(cloud, id)
  const scored = found.filter(({ score }) => score > 0)
  expect(scored.map(({ who, score }) => [who, score])).toEqual(ranked.slice(0, 3).map((who) => [who, scoreOf(who)]))
  expect(await unitCount(cloud, id, 'works')).toEqual({
    players: 2,
    points: scoreOf('anna') + scoreOf('ben'),
    scorers: 1,
  })
})

test('each week is drawn among those who played in it and have told their unit', () => {
  const marks = (people: readonly string[]) => people.map((who) => markOf(id, who)).sort()
  const [first, second] = draws
  expect(first?.commitment?.entries).toBe(3)
  // 53 pieces and three people with one chance each: everybody gets one, nobody a second.
  expect(first?.winners.map(({ mark }) => mark).sort()).toEqual(marks(['anna', 'ben', 'cai']))
  expect(second?.commitment?.entries).toBe(2)
  expect(second?.winners).toHaveLength(1)
  expect(marks(['anna', 'dora'])).toContain(second?.winners[0]?.mark)
})
