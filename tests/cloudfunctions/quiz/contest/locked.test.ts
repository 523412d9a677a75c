import { deriveId } from 'types/ids'
import type { PaperResult } from 'types/quiz-play'
import type { Rules, RuleSet } from 'types/quiz-rules'
import type { Cloud } from '../../../support/cloud'
import { answersOf, playing } from '../../../support/factories/quiz-play'
import { openContest, settled, shanghai, standings, startContestCloud } from '../../../support/factories/contest'

jest.setTimeout(240_000)

/** 逐题锁定: contests whose answers stand one by one; a mistake ends the paper, or costs points. */
const cast = { anna: { unit: 'works' }, ben: { unit: 'yard' } } as const
const wrong = (as: Rules['wrong']['as'], cost: number) => ({ as, cost, revives: 0, readSeconds: 15 })
const lockedWith =
  (change: Partial<Rules>) =>
  ({ rules, levels }: RuleSet): RuleSet => ({ rules: { ...rules, answering: 'locked', ...change }, levels })

let cloud: Cloud
beforeAll(async () => {
  cloud = await startContestCloud(cast)
  await cloud.clock({ now: shanghai('2026-06-01 10:00') })
})
afterAll(() => cloud.stop())

const open = async (name: string, change: Partial<Rules>) => {
  const id = deriveId('campaign', name)
  const days = { opensAt: '2026-06-01 00:00', closesAt: '2026-06-30 00:00' }
  await openContest(cloud, { id, code: 'daily-paper', ...days, change: lockedWith(change) })
  return id
}
type Locked = { right: boolean; closed: boolean }

/** Locks the paper's answers in their order until it closes: `true` for a right one. */
const lockAll = async (id: string, who: string, plan: readonly boolean[]) => {
  const paper = await playing(() => cloud, id).start(who, `${id} ${who}`)
  const [rights, wrongs] = [answersOf(paper), answersOf(paper, paper.questions.length)]
  const found: Locked[] = []
  for (const [index, right] of plan.entries()) {
    const answer = (right ? rights : wrongs)[index]
    found.push(await cloud.call<Locked>('quiz', 'lock', { id: paper.id, campaignId: id, ...answer }, who))
  }
  return { paper, found }
}
const resultOf = (id: string, paper: string, who: string) =>
  cloud.call<PaperResult>('quiz', 'result', { id: paper, campaignId: id }, who)

test('a mistake ends the paper: what was right before it counts, nothing can be locked after it', async () => {
  const id = await open('ends', { wrong: wrong('ends', 0) })
  const plan = [...Array.from({ length: 11 }, () => true), false]
  const { paper, found } = await lockAll(id, 'anna', plan)
  expect(found.map(({ right }) => right)).toEqual(plan)
  expect(found.map(({ closed }) => closed)).toEqual(plan.map((right) => !right))
  const result = await resultOf(id, paper.id, 'anna')
  expect(result).toMatchObject({ right: 11, total: 15, closedBy: 'mistake', gained: { points: 11, chances: 2 } })
  const [next] = answersOf(paper).slice(12)
  // It answers what stands: nothing was chosen there.
  const late = await cloud.call<Locked>('quiz', 'lock', { id: paper.id, campaignId: id, ...next }, 'anna')
  expect(late).toMatchObject({ chosen: [], right: false, closed: true })
  await settled(cloud)
  expect(await standings(cloud, id)).toMatchObject([{ who: 'anna', score: 11, chances: 2 }])
})

test('a mistake costs points, a question left alone costs none', async () => {
  const points: Rules['points'] = { by: 'right', perRight: 2, counted: 'every', onlyPerfect: false }
  const id = await open('costs', { wrong: wrong('costs', 3), points })
  const plan = [true, true, false, true, false, true, true, true]
  const { paper } = await lockAll(id, 'ben', plan)
  const submitted = await cloud.call<PaperResult>(
    'quiz',
    'submit',
    { id: paper.id, campaignId: id, answers: answersOf(paper) },
    'ben',
  )
  // Only what was locked counts, whatever the phone sends at the end.
  expect(submitted).toMatchObject({ right: 6, closedBy: 'player', gained: { points: 6 * 2 - 2 * 3 } })
  await settled(cloud)
  expect(await standings(cloud, id)).toMatchObject([{ who: 'ben', score: 6 }])
})

test('nobody loses what he had: a bad paper adds nothing', async () => {
  const points: Rules['points'] = { by: 'right', perRight: 1, counted: 'every', onlyPerfect: false }
  const id = await open('costly', { wrong: wrong('costs', 50), points })
  const { found } = await lockAll(
    id,
    'anna',
    Array.from({ length: 15 }, (_, index) => index < 10),
  )
  expect(found.at(-1)).toMatchObject({ closed: true })
  await settled(cloud)
  expect(await standings(cloud, id)).toMatchObject([{ who: 'anna', score: 0, points: 0, chances: 2 }])
})
