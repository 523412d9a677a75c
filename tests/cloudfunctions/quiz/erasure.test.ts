import { deriveId } from 'types/ids'
import type { Paper, PaperResult } from 'types/quiz-play'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { deliverTo } from '../../support/factories/org'
import { campaignLines, freeDrainer, holdDrainer, testEnv } from '../../support/factories/quiz'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const campaignId = deriveId('campaign', 'test')
const player = 'wx-who-leaves'

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({
    seed: seedFile(campaignLines({ under: [deriveId('node', 'root')] })),
    env: testEnv,
    now: '2026-06-10T02:00:00.000Z',
  })
})
afterAll(fresh.close)

const start = (name: string) =>
  cloud.call<Paper>('quiz', 'start', { _id: deriveId('paper', name), campaignId, level: 1 }, player)
const submit = ({ id }: Paper) => cloud.call<PaperResult>('quiz', 'submit', { id, campaignId, answers: [] }, player)
const result = ({ id }: Paper) => cloud.call<PaperResult>('quiz', 'result', { id, campaignId }, player)
const mine = async () =>
  (await cloud.call<{ papers: { id: string }[] }>('quiz', 'mine', { campaignId }, player)).papers.map(({ id }) => id)
const erase = () => deliverTo(cloud, 'quiz', [{ id: 'gone', kind: 'erase', payload: { openid: player } }], 'org')

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const atRest = async (count: number) => {
  for (let round = 0; round < 100; round++) {
    await cloud.tick('quiz')
    const waiting = await rawDocuments(cloud, 'plays', { outboxAt: { $ne: null } })
    if (waiting.length === 0 && (await rawDocuments(cloud, 'papers')).length === count) return
    await wait(100)
  }
  throw new Error('papers are still on their way')
}
const everything = async () => JSON.stringify([await rawDocuments(cloud, 'papers'), await rawDocuments(cloud, 'plays')])

test('who erased himself and comes back plays on, reads his results, and can go again', async () => {
  const before = await start('before')
  await submit(before)
  await atRest(1)
  await erase()
  expect(await everything()).not.toContain(player)
  await expect(result(before)).rejects.toMatchObject({ code: 'NOT_FOUND' })

  const after = await start('after')
  const handedIn = await submit(after)
  expect(await submit(after)).toEqual(handedIn)
  expect(await result(after)).toEqual(handedIn)
  expect(await mine()).toEqual([after.id])
  await atRest(2)
  expect(await result(after)).toEqual(handedIn)
  expect(await mine()).toEqual([after.id])

  await erase()
  expect(await everything()).not.toContain(player)
})

test('a paper begun before the erasure and handed in after it is his own', async () => {
  const paper = await start('a')
  await erase()
  const handedIn = await submit(paper)
  await atRest(1)
  expect(await result(paper)).toEqual(handedIn)
  expect(await mine()).toEqual([paper.id])
})

test('handing in and erasing oneself in the same moment leaves play and paper under one name', async () => {
  for (let round = 0; round < 8; round++) {
    const paper = await start(`race ${round}`)
    await Promise.all([submit(paper).catch(() => null), erase()])
  }
  await atRest(8)
  const [play] = await rawDocuments(cloud, 'plays')
  const papers = await rawDocuments(cloud, 'papers')
  // Who hands in after his erasure has come back: then the play bears his name again, and those papers do.
  if (play?.openid !== player) expect(papers.filter(({ openid }) => openid === player)).toEqual([])
})

test('a paper that waits for the drainer while its player erases himself comes to rest without him', async () => {
  await holdDrainer(cloud)
  const paper = await start('a')
  await submit(paper)
  await erase()
  expect(await mine()).toEqual([])
  await freeDrainer(cloud)
  await atRest(1)
  expect(await everything()).not.toContain(player)
  expect(JSON.stringify(await rawDocuments(cloud, 'papers'))).toContain('erased:')
})

test.each(['counters', 'papers'])('so does one the drainer has in its hands already (%s are slow)', async (name) => {
  await holdDrainer(cloud)
  await submit(await start('a'))
  await freeDrainer(cloud)
  await cloud.fault({ target: 'database', name, mode: 'slow', ms: 1500, times: 1 })
  const drained = cloud.tick('quiz')
  await wait(500)
  await erase()
  await drained
  await cloud.clearFaults()
  await atRest(1)
  expect(await everything()).not.toContain(player)
})
