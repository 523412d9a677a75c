import { deriveId } from 'types/ids'
import type { DrawView } from 'types/quiz-prize'
import type { Cloud } from '../../../support/cloud'
import {
  drawAll,
  markOf,
  openContest,
  playRecord,
  refusedAt,
  settled,
  shanghai,
  standings,
  startContestCloud,
  type Sitting,
} from '../../../support/factories/contest'

jest.setTimeout(240_000)

/** 月度答题: ten questions, ten papers a month; sixty and more is a chance in the month's draw; six months. */
const id = deriveId('campaign', 'monthly')
const cast = { anna: { unit: 'works' }, ben: {}, cai: { unit: 'yard' } } as const

const wrongsOfAnna = [0, 3, 4, 5, 10, 1, 4, 6, 2]
const june: readonly Sitting[] = [
  ...wrongsOfAnna.map((wrong, index) => ({ who: 'anna', at: `2026-06-1${index} 09:00`, wrong })),
  { who: 'ben', at: '2026-06-30 12:00', wrong: 5 },
  // The tenth paper, begun ten minutes before July and handed in after it has come.
  { who: 'anna', at: '2026-06-30 23:50', wrong: 4, after: 14 },
]
const july: readonly Sitting[] = [
  { who: 'anna', at: '2026-07-01 00:10', wrong: 4 },
  { who: 'ben', at: '2026-07-31 23:59', wrong: 0, after: 10 },
]
const last: readonly Sitting[] = [{ who: 'cai', at: '2026-11-30 23:55', wrong: 0, after: 12 }]

const chancesOf = (sittings: readonly Sitting[], who: string) =>
  sittings.filter((one) => one.who === who && (10 - one.wrong) * 10 >= 60).length

const draws: DrawView[] = []
const refused: (string | null)[] = []
let cloud: Cloud
beforeAll(async () => {
  cloud = await startContestCloud(cast)
  await cloud.clock({ now: shanghai('2026-05-28 10:00') })
  await openContest(cloud, { id, code: 'monthly-sixty', opensAt: '2026-06-01 00:00', closesAt: '2026-12-01 00:00' })
  await playRecord(cloud, id, june)
  await playRecord(cloud, id, july.slice(0, 1))
  await settled(cloud)
  draws.push(
    await drawAll(cloud, { campaignId: id, name: '六月', period: '2026-06', pieces: [20] }, '2026-07-02 09:00'),
  )
  for (let paper = 1; paper < 10; paper++) {
    await playRecord(cloud, id, [{ who: 'anna', at: `2026-07-1${paper} 09:00`, wrong: 9 }])
  }
  refused.push(await refusedAt(cloud, id, 'anna', '2026-07-31 23:59'))
  await playRecord(cloud, id, july.slice(1))
  refused.push(await refusedAt(cloud, id, 'anna', '2026-08-01 00:00'))
  await playRecord(cloud, id, last)
  refused.push(await refusedAt(cloud, id, 'cai', '2026-12-01 00:08'))
  await settled(cloud)
})
afterAll(() => cloud.stop())

test('sixty is enough, fifty is not; the chance lies in the month the paper was begun in', async () => {
  const earned = Object.fromEntries((await standings(cloud, id)).map((one) => [one.who, one.earned]))
  expect(earned).toEqual({
    anna: { '2026-06': chancesOf(june, 'anna'), '2026-07': 1 },
    ben: { '2026-07': 1 },
    cai: { '2026-11': 1 },
  })
  expect(chancesOf(june, 'anna')).toBe(7)
})

test('ten papers a month: the eleventh is refused on the last day and laid on the first', () => {
  expect(refused).toEqual(['NO_ATTEMPT_LEFT', null, 'PERIOD_CLOSED'])
})

test('the month is drawn among its own chances, each as good as another', () => {
  const [first] = draws
  expect(first?.commitment?.entries).toBe(1)
  expect(new Set(first?.winners.map(({ mark }) => mark))).toEqual(new Set([markOf(id, 'anna')]))
})
