import { deriveId } from 'types/ids'
import type { Paper, PaperResult } from 'types/quiz-play'
import type { QualityRow } from 'types/quiz-quality'
import { startCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
import { seedFile } from '../../../support/seed-file'

const { root, east } = city.nodes
const [admin, eastern, western] = ['wx-admin', 'wx-east1', 'wx-west1']
const players = Array.from({ length: 36 }, (_, index) => `wx-player-${index}`)
const stems = ['人人都会的消防题目', '没有人会的消防题目', '有人会有人不会的题', '答案标反了的消防题']

let cloud: Cloud
let desk: BankDesk
let campaignId: string
beforeAll(async () => {
  cloud = await startCloud({ seed: seedFile(cityLines()), env: orgEnv })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  desk = openBankDesk(cloud)
  await desk.takeIn(
    'city',
    root._id,
    stems.map((stem) => ({ stem })),
    admin,
  )
  campaignId = await desk.run('running', east._id, eastern, { questions: 4 })
}, 60_000)
afterAll(() => cloud.stop())

/** Whether a player of this number knows the question: the first stem everybody, the second nobody, and so on. */
const knows = (stem: string, player: number) =>
  [true, false, player % 2 === 0, player % 2 === 1][stems.indexOf(stem)] ?? false

const play = async (openid: string, player: number) => {
  const paper = await cloud.call<Paper>('quiz', 'start', { _id: deriveId('ask', openid), campaignId, level: 1 }, openid)
  const answers = paper.questions.map(({ no, stem, options }) => ({
    no,
    chosen: [options.indexOf(knows(stem, player) ? '甲' : '乙')],
    seconds: 10 + no,
  }))
  return cloud.call<PaperResult>('quiz', 'submit', { id: paper.id, campaignId, answers }, openid)
}
const quality = (openid: string, level = 1) =>
  cloud.call<{ items: QualityRow[] }>('quiz', 'quality', { id: campaignId, level }, openid)

test('an officer sees what thirty-six papers say about each question, what needs a look first', async () => {
  for (const [player, openid] of players.entries()) await play(openid, player)
  await desk.settleDown()
  const { items } = await quality(eastern)
  const byStem = new Map(items.map((row) => [row.stem, row]))
  expect(items.map(({ asked }) => asked)).toEqual([36, 36, 36, 36])
  expect(byStem.get(stems[0] ?? '')).toMatchObject({ hit: 1, discrimination: null, concerns: ['easy'] })
  expect(byStem.get(stems[1] ?? '')).toMatchObject({ hit: 0, discrimination: null, concerns: ['hard'] })
  // Who knows the third never knows the fourth: measured against the rest of the paper both are the wrong way round.
  expect(byStem.get(stems[2] ?? '')).toMatchObject({ hit: 0.5, discrimination: -1, concerns: ['reversed'] })
  expect(items.map(({ concerns }) => concerns[0])).toEqual(['reversed', 'reversed', 'hard', 'easy'])
  await expect(quality(western)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(quality(eastern, 2)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(quality('wx-player-0')).rejects.toMatchObject({ code: 'FORBIDDEN' })
}, 60_000)

test('an objection counts, and comes first', async () => {
  const [openid = ''] = players
  const { papers } = await cloud.call<{ papers: { id: string }[] }>('quiz', 'mine', { campaignId }, openid)
  const input = { _id: deriveId('said'), campaignId, paperId: papers[0]?.id, no: 1, words: '答案不对' }
  await cloud.call('quiz', 'dispute', input, openid)
  await desk.settleDown()
  expect((await quality(admin)).items[0]).toMatchObject({
    disputes: 1,
    asked: 36,
    concerns: expect.arrayContaining(['disputed']),
  })
})

test('a drainer that dies at any trip counts every paper once', async () => {
  const late = 'wx-late-player'
  await play(late, 0)
  for (const trips of [2, 3, 4, 5, 6, 7, 8]) {
    await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', times: 1, trips })
    await cloud.tick('quiz').catch(() => undefined)
    await cloud.clearFaults()
    await cloud.clock({ advanceMs: 31_000 })
  }
  await desk.settleDown()
  expect((await quality(admin)).items.map(({ asked }) => asked)).toEqual([37, 37, 37, 37])
}, 60_000)
