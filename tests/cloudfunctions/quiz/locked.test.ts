import { deriveId } from 'types/ids'
import type { Paper, PaperResult } from 'types/quiz-play'
import type { Rules } from 'types/quiz-rules'
import { ruleSets } from 'types/rule-sets'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { campaignLines, testEnv } from '../../support/factories/quiz'
import { answersOf, drainedUntil, playing } from '../../support/factories/quiz-play'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const root = deriveId('node', 'root')
const [gentle, strict] = [deriveId('campaign', 'gentle'), deriveId('campaign', 'strict')]
const usual = ruleSets[0].rules
const lockedRules = (wrong: Partial<Rules['wrong']>): Partial<Rules> => ({
  answering: 'locked',
  wrong: { ...usual.wrong, ...wrong },
  attempts: { count: 1, per: 'day', each: 'contest' },
})
const lines = [
  ...campaignLines({ id: gentle, under: [root], rules: lockedRules({}) }),
  ...campaignLines({ id: strict, under: [root], rules: lockedRules({ as: 'ends', revives: 1, readSeconds: 20 }) }),
]

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(lines), env: testEnv, now: '2026-06-10T02:00:00.000Z' })
})
afterAll(fresh.close)

type Locked = { no: number; chosen: number[]; right: boolean; closed: boolean }
const lock = (openid: string, { id, campaignId }: Paper, answer: { no: number; chosen: number[] }) =>
  cloud.call<Locked>('quiz', 'lock', { id, campaignId, ...answer }, openid)
const result = ({ id, campaignId }: Paper) => cloud.call<PaperResult>('quiz', 'result', { id, campaignId }, 'anna')
const begin = (campaignId: string, name = 'a') => playing(() => cloud, campaignId).start('anna', name)
const lockAll = async (paper: Paper, wrong = 0) => {
  const told: Locked[] = []
  for (const answer of answersOf(paper, wrong)) told.push(await lock('anna', paper, answer))
  return told
}
const raw = async (campaignId: string) => (await rawDocuments(cloud, 'plays', { campaignId }))[0]

describe('answers that are locked one by one', () => {
  test('each says right or wrong and nothing else; the last one closes the paper', async () => {
    const paper = await begin(gentle)
    expect(paper).toMatchObject({ answering: 'locked', endsOnWrong: false, locked: [] })
    const told = await lockAll(paper, 2)
    expect(told.map(({ right }) => right)).toEqual([false, false, true, true, true])
    expect(told.map(({ closed }) => closed)).toEqual([false, false, false, false, true])
    expect(Object.keys(told[0] ?? {}).sort()).toEqual(['chosen', 'closed', 'no', 'right'])
    expect(await result(paper)).toMatchObject({ right: 3, score: 60, passed: true, closedBy: 'player' })
  })

  test('a locked answer stands, whatever comes after it from either phone', async () => {
    const paper = await begin(gentle)
    const [first] = answersOf(paper)
    const other = { no: 1, chosen: [(first?.chosen[0] ?? 0) === 0 ? 1 : 0] }
    const told = await lock('anna', paper, first ?? other)
    expect(await lock('anna', paper, other)).toEqual(told)
    const both = await Promise.all([other, other, other].map((answer) => lock('anna', paper, { ...answer, no: 2 })))
    expect(new Set(both.map((one) => JSON.stringify(one))).size).toBe(1)
    expect((await begin(gentle, 'again')).locked.map(({ no }) => no)).toEqual([1, 2])
  })

  test('after the last one every repetition answers as before, and the paper counts once', async () => {
    const paper = await begin(gentle)
    const told = await lockAll(paper)
    const again = await lock('anna', paper, { no: 5, chosen: [0] })
    expect(again).toEqual(told[4])
    await drainedUntil(cloud, async () => (await rawDocuments(cloud, 'papers')).length === 1)
    expect(await lock('anna', paper, { no: 5, chosen: [0] })).toEqual(told[4])
  })

  test('handing in early counts what was locked, and nothing the phone adds', async () => {
    const paper = await begin(gentle)
    const answers = answersOf(paper)
    for (const answer of answers.slice(0, 2)) await lock('anna', paper, answer)
    const { campaignId, id } = paper
    const handedIn = await cloud.call<PaperResult>('quiz', 'submit', { id, campaignId, answers }, 'anna')
    expect(handedIn).toMatchObject({ right: 2, score: 40 })
  })

  test('a paper left lying is closed by the clock with what was locked', async () => {
    const paper = await begin(gentle)
    for (const answer of answersOf(paper).slice(0, 3)) await lock('anna', paper, answer)
    await cloud.clock({ advanceMs: 135_000 })
    await expect(lock('anna', paper, { no: 4, chosen: [0] })).rejects.toMatchObject({ code: 'PAPER_CLOSED' })
    await cloud.clock({ advanceMs: 60_000 })
    await drainedUntil(cloud, async () => (await raw(gentle))?.state === 'idle')
    expect(await result(paper)).toMatchObject({ right: 3, closedBy: 'clock', seconds: 120 })
    expect((await raw(gentle))?.points).toBe(60)
  })

  test.each([
    ['an option that is not there', { no: 1, chosen: [11] }, 'INVALID_INPUT'],
    ['a question that was not asked', { no: 9, chosen: [0] }, 'INVALID_INPUT'],
    ['no option at all', { no: 1, chosen: [] }, 'INVALID_INPUT'],
  ])('%s is refused and nothing is locked', async (_name, answer, code) => {
    const paper = await begin(gentle)
    await expect(lock('anna', paper, answer)).rejects.toMatchObject({ code })
    expect((await begin(gentle, 'again')).locked).toEqual([])
  })

  test('another player’s paper is none of mine', async () => {
    const paper = await begin(gentle)
    await expect(lock('ben', paper, { no: 1, chosen: [0] })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a mistake that ends the paper', () => {
  const fail = async (name: string) => {
    const paper = await begin(strict, name)
    const [wrong] = answersOf(paper, 1)
    expect(await lock('anna', paper, wrong ?? { no: 1, chosen: [0] })).toMatchObject({ right: false, closed: true })
    return paper
  }
  const revive = (paper: Paper) =>
    cloud.call<{ attemptsLeft: number }>('quiz', 'revive', { id: paper.id, campaignId: strict }, 'anna')

  test('closes it at once; reading the article for long enough gives it back, once', async () => {
    const paper = await fail('a')
    expect(await result(paper)).toMatchObject({ closedBy: 'mistake', right: 0, reviveAfter: 20 })
    await expect(begin(strict, 'b')).rejects.toMatchObject({ code: 'NO_ATTEMPT_LEFT' })
    await expect(revive(paper)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await cloud.clock({ advanceMs: 21_000 })
    expect(await revive(paper)).toEqual({ attemptsLeft: 1 })
    expect(await revive(paper)).toEqual({ attemptsLeft: 1 })
    const second = await fail('c')
    await cloud.clock({ advanceMs: 21_000 })
    expect((await result(second)).reviveAfter).toBeNull()
    await expect(revive(second)).rejects.toMatchObject({ code: 'NO_ATTEMPT_LEFT' })
  })

  test('a paper without a mistake gives nothing back', async () => {
    const paper = await begin(strict)
    await lockAll(paper)
    await cloud.clock({ advanceMs: 60_000 })
    await expect(revive(paper)).rejects.toMatchObject({ code: 'NO_ATTEMPT_LEFT' })
  })
})

test('no call takes more than three trips', async () => {
  const { start } = playing(() => cloud, strict)
  await lock('ben', await start('ben', 'warm'), { no: 1, chosen: [0] })
  await cloud.resetMetrics()
  const paper = await begin(strict)
  const [wrong] = answersOf(paper, 1)
  await lock('anna', paper, wrong ?? { no: 1, chosen: [0] })
  await cloud.clock({ advanceMs: 60_000 })
  await cloud.call('quiz', 'revive', { id: paper.id, campaignId: strict }, 'anna')
  const quiz = (await cloud.metrics()).functions.find(({ name }) => name === 'quiz')
  for (const action of ['start', 'lock', 'revive'])
    expect([action, (quiz?.actions[action]?.trips.max ?? 9) <= 3]).toEqual([action, true])
})
