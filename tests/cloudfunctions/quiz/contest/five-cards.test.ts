import type { OutputOf } from 'types/contract'
import { deriveId } from 'types/ids'
import type { playEntries } from 'types/quiz-play'
import type { Cloud } from '../../../support/cloud'
import { playing } from '../../../support/factories/quiz-play'
import {
  openContest,
  playRecord,
  refusedAt,
  settled,
  shanghai,
  standings,
  startContestCloud,
  sum,
  unitCount,
  units,
  unitsRanked,
  type Sitting,
} from '../../../support/factories/contest'

jest.setTimeout(240_000)

/** 五日集卡: a theme a day, twenty questions to study, five drawn; all right is the day's card, five cards are a chance. */
const id = deriveId('campaign', 'cards')
const cast = { anna: { unit: 'works' }, ben: { unit: 'works' }, cai: { unit: 'yard' }, dora: { unit: 'yard' } } as const
const dayOf = (level: number, clock: string) => `2026-06-${String(6 + level).padStart(2, '0')} ${clock}`

const sitting = (who: string, level: number, clock: string, wrong: number): Sitting => {
  return { who, level, at: dayOf(level, clock), wrong }
}
/** What is played besides the second day, on which ben needs the article of his mistake. */
const record: readonly Sitting[] = [
  ...[sitting('anna', 1, '08:00', 0), sitting('ben', 1, '09:00', 0), sitting('cai', 1, '10:00', 0)],
  ...[sitting('dora', 1, '11:00', 5), sitting('dora', 1, '11:10', 5)],
]
const later: readonly Sitting[] = [
  ...[sitting('anna', 2, '13:00', 0), sitting('cai', 2, '14:00', 0)],
  ...[sitting('anna', 3, '08:00', 2), sitting('anna', 3, '08:10', 0), sitting('ben', 3, '09:00', 0)],
  ...[sitting('anna', 4, '08:00', 0), sitting('ben', 4, '09:00', 0), sitting('cai', 4, '10:00', 1)],
  ...[sitting('cai', 4, '10:10', 0), sitting('anna', 5, '08:00', 0), sitting('cai', 5, '10:00', 0)],
  // All right once more: no second card of the day, and no beginning of another set.
  ...[sitting('anna', 5, '20:00', 0), { ...sitting('ben', 5, '23:58', 0), after: 4 }],
]
/** ben's second day: two papers with mistakes, a third one for the article. */
const second = [sitting('ben', 2, '09:00', 1), sitting('ben', 2, '09:10', 2), sitting('ben', 2, '09:20', 0)]
const everything = [...record, ...second, ...later]

const bestOf = (who: string, level: number) =>
  Math.max(0, ...everything.filter((one) => one.who === who && one.level === level).map(({ wrong }) => 5 - wrong))
const days = [1, 2, 3, 4, 5]
const pointsOf = (who: string) => 20 * sum(days.map((level) => bestOf(who, level)))
const cardsOf = (who: string) =>
  days.filter((level) => bestOf(who, level) === 5).map((level) => '安全生产月'[level - 1])

let cloud: Cloud
const { start, submit, view } = playing(() => cloud, id)
const revive = (paper: string, who: string) =>
  cloud.call<{ attemptsLeft: number }>('quiz', 'revive', { id: paper, campaignId: id }, who)
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    ({ code }: { code: string }) => code,
  )

const told: Record<string, unknown> = {}

/** Two papers, none left; the article, for its time and not a second less; a third paper and never a fourth. */
const playSecondDay = async () => {
  const [first, other, third] = second
  if (!first || !other || !third) return
  await playRecord(cloud, id, [first])
  await cloud.clock({ now: shanghai(other.at) })
  const paper = await start('ben', 'ben second', 2)
  told.after = (await submit('ben', paper, other.wrong)).reviveAfter
  told.without = await codeOf(start('ben', 'ben without', 2))
  await cloud.clock({ advanceMs: 14_000 })
  told.early = await codeOf(revive(paper.id, 'ben'))
  await cloud.clock({ advanceMs: 2_000 })
  told.read = await revive(paper.id, 'ben')
  told.again = await revive(paper.id, 'ben')
  await playRecord(cloud, id, [third])
  told.fourth = await refusedAt(cloud, id, 'ben', dayOf(2, '09:30'), 2)
}

beforeAll(async () => {
  cloud = await startContestCloud(cast)
  await cloud.clock({ now: shanghai('2026-06-01 10:00') })
  await openContest(cloud, { id, code: 'five-cards', opensAt: '2026-06-07 00:00', closesAt: '2026-06-12 00:00' })
  await playRecord(cloud, id, record)
  await playSecondDay()
  await playRecord(cloud, id, later)
  await settled(cloud)
})
afterAll(() => cloud.stop())

test('the best paper of each day counts, and a paper without a mistake is its card', async () => {
  const found = await standings(cloud, id)
  for (const who of Object.keys(cast)) {
    const { points, cards } = await view(who)
    expect({ who, points, cards: [...cards].sort() }).toEqual({
      who,
      points: pointsOf(who),
      cards: cardsOf(who).sort(),
    })
    expect(found.find((one) => one.who === who)?.score).toBe(pointsOf(who))
  }
})

test('five cards are one chance, four are none', async () => {
  const chances = Object.fromEntries((await standings(cloud, id)).map((one) => [one.who, one.chances]))
  expect(chances).toEqual(Object.fromEntries(Object.keys(cast).map((who) => [who, cardsOf(who).length === 5 ? 1 : 0])))
  expect(chances).toEqual({ anna: 1, ben: 1, cai: 0, dora: 0 })
})

test('who reads the article gets one paper back, once, and not before he can have read it', () => {
  expect(told).toEqual({
    ...{ after: 15, without: 'NO_ATTEMPT_LEFT', early: 'NOT_ALLOWED_NOW' },
    ...{ read: { attemptsLeft: 1 }, again: { attemptsLeft: 1 }, fourth: 'NO_ATTEMPT_LEFT' },
  })
})

test('units count who has points; who never had one is a player but no scorer', async () => {
  const scorersOf = (...people: string[]) => people.filter((who) => pointsOf(who) > 0).length
  const of = (...people: string[]) => ({
    ...{ players: people.length, points: sum(people.map(pointsOf)), scorers: scorersOf(...people) },
  })
  expect(await unitCount(cloud, id, 'works')).toEqual(of('anna', 'ben'))
  expect(await unitCount(cloud, id, 'yard')).toEqual(of('cai', 'dora'))
  expect(scorersOf('cai', 'dora')).toBe(1)
  // Ranked by how many have points: dora is none of them.
  expect(await unitsRanked(cloud, id, 'units')).toEqual([
    [1, units.works.name, 2, pointsOf('anna') + pointsOf('ben')],
    [2, units.yard.name, 1, pointsOf('cai')],
  ])
  expect((await unitsRanked(cloud, id, 'regions')).map(([rank, , players]) => [rank, players])).toEqual([
    [1, 2],
    [2, 1],
  ])
})

test('the day’s paper comes out of the twenty questions that were there to study', async () => {
  type Practice = OutputOf<typeof playEntries.practice>
  const open = deriveId('campaign', 'studied')
  await cloud.clock({ now: shanghai('2026-07-01 08:00') })
  await openContest(cloud, { id: open, code: 'five-cards', opensAt: '2026-07-01 00:00', closesAt: '2026-07-06 00:00' })
  const page = (from: number) => cloud.call<Practice>('quiz', 'practice', { campaignId: open, level: 1, from }, 'anna')
  const [one, two] = [await page(0), await page(10)]
  const stems = [...one.items, ...two.items].map(({ stem }) => stem)
  expect({ total: one.total, distinct: new Set(stems).size }).toEqual({ total: 20, distinct: 20 })
  const paper = await playing(() => cloud, open).start('anna', 'studied')
  expect(paper.questions).toHaveLength(5)
  expect(paper.questions.every(({ stem }) => stems.includes(stem))).toBe(true)
})

test('a theme is open on its day alone', async () => {
  const other = deriveId('campaign', 'days')
  await cloud.clock({ now: shanghai('2026-08-01 08:00') })
  await openContest(cloud, { id: other, code: 'five-cards', opensAt: '2026-08-03 00:00', closesAt: '2026-08-08 00:00' })
  expect(await refusedAt(cloud, other, 'anna', '2026-08-03 23:59', 2)).toBe('LEVEL_LOCKED')
  expect(await refusedAt(cloud, other, 'anna', '2026-08-05 00:00', 2)).toBe('LEVEL_LOCKED')
  expect(await refusedAt(cloud, other, 'anna', '2026-08-04 00:00', 2)).toBeNull()
})
