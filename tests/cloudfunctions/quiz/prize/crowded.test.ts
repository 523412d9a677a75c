import { deriveId } from 'types/ids'
import type { MyPrize } from 'types/quiz-prize'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { freeDrainer, holdDrainer, testEnv } from '../../../support/factories/quiz'
import { campaignId, claim, offer, officer, prizeLines, prizeNow } from '../../../support/factories/quiz-prizes'
import { drainedUntil } from '../../../support/factories/quiz-play'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const players = ['anna', 'ben', 'cai'].map((openid) => ({ openid, chances: 3 }))

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(prizeLines(players)), env: testEnv, now: prizeNow })
})
afterAll(fresh.close)

const modify = (collectionName: string, query: object, change: object) =>
  cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName, queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false, query: JSON.stringify(query), data: JSON.stringify(change) },
  })
const time = (text: string) => ({ $date: { $numberLong: String(Date.parse(text)) } })
const crowd = (prizeId: string, n: number, at: string) => {
  const won = Array.from({ length: n }, (_, index) => ({
    ...{ id: deriveId('crowd', String(index)), kind: 'claim', n: 1, at: time(at) },
  }))
  return modify('quiz_prizes', { _id: prizeId }, { $set: { won } })
}
const claims = () => rawDocuments(cloud, 'quiz_claims')

test('a prize that remembers more than an answer holds stops nobody', async () => {
  const rush = await offer(cloud, '雨伞', { stock: 5000 })
  const calm = await offer(cloud, '水杯', { stock: 5 })
  await holdDrainer(cloud)
  await claim(cloud, rush.id, 'anna')
  await claim(cloud, calm.id, 'ben')
  await crowd(rush.id, 13_000, prizeNow)
  const { prizes } = await cloud.call<{ prizes: MyPrize[] }>('quiz', 'myPrizes', { campaignId }, 'cai')
  expect(prizes).toHaveLength(2)
  expect((await cloud.call<{ items: object[] }>('quiz', 'prizes', { campaignId }, officer)).items).toHaveLength(2)
  await freeDrainer(cloud)
  await drainedUntil(cloud, async () => (await claims()).length === 2)
  expect(await claim(cloud, rush.id, 'cai')).toMatchObject({ state: 'asking' })
  await drainedUntil(cloud, async () => (await claims()).length === 3)
})

test('a prize that cannot be handed out now holds up no other, and its askings come again', async () => {
  const bad = await offer(cloud, '雨伞', { stock: 5 })
  const good = await offer(cloud, '水杯', { stock: 5 })
  await holdDrainer(cloud)
  await claim(cloud, bad.id, 'anna')
  await claim(cloud, good.id, 'ben')
  await modify('quiz_prizes', { _id: bad.id }, { $set: { won: 'broken' } })
  await freeDrainer(cloud)
  await drainedUntil(cloud, async () => (await claims()).length === 1)
  expect((await claims())[0]?.prizeTitle).toBe('水杯')
  await modify('quiz_prizes', { _id: bad.id }, { $set: { won: [] } })
  await cloud.clock({ advanceMs: 31_000 })
  await drainedUntil(cloud, async () => (await claims()).length === 2)
  expect(await rawDocuments(cloud, 'plays', { outboxAt: { $ne: null } })).toEqual([])
})

test('what a sold-out prize remembers is forgotten in time', async () => {
  const prize = await offer(cloud, '雨伞', { stock: 1 })
  await claim(cloud, prize.id, 'anna')
  await drainedUntil(cloud, async () => (await claims()).length === 1)
  const won = async () => (await rawDocuments(cloud, 'quiz_prizes', { _id: prize.id }))[0]?.won
  expect(await won()).toHaveLength(1)
  await cloud.clock({ advanceMs: 601_000 })
  await drainedUntil(cloud, async () => ((await won()) as unknown[]).length === 0)
})

test('who was excluded between asking and handing out gets his chance back and no piece', async () => {
  const prize = await offer(cloud, '雨伞', { stock: 1 })
  await holdDrainer(cloud)
  await claim(cloud, prize.id, 'anna')
  await modify('plays', { openid: 'anna' }, { $set: { excluded: { reason: '刷题', at: time(prizeNow) } } })
  await freeDrainer(cloud)
  const play = async () => JSON.stringify((await rawDocuments(cloud, 'plays', { openid: 'anna' }))[0])
  await drainedUntil(cloud, async () => (await play()).includes('"state":"none"'))
  expect(await claims()).toEqual([])
  const [doc] = await rawDocuments(cloud, 'quiz_prizes', { _id: prize.id })
  expect(JSON.stringify(doc?.left)).toMatch(/^\D*1\D*$/)
  const mine = await cloud.call<{ chances: number }>('quiz', 'myPrizes', { campaignId }, 'anna')
  expect(mine.chances).toBe(3)
})
