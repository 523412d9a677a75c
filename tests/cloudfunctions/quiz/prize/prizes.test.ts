import { deriveId } from 'types/ids'
import type { PrizeRow } from 'types/quiz-prize'
import { startCloud, type Cloud } from '../../../support/cloud'
import { testEnv } from '../../../support/factories/quiz'
import {
  campaignId,
  claim,
  offer,
  officer,
  officer2,
  outsider,
  prizeInput,
  prizeLines,
  prizeNow,
} from '../../../support/factories/quiz-prizes'
import { drainedUntil } from '../../../support/factories/quiz-play'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

let cloud: Cloud
beforeAll(async () => {
  const players = ['anna', 'ben', 'cai'].map((openid) => ({ openid }))
  cloud = await startCloud({ seed: seedFile(prizeLines(players)), env: testEnv })
  await cloud.clock({ now: prizeNow })
})
afterAll(() => cloud.stop())

const create = (name: string, wish: Record<string, unknown> = {}, openid = officer) =>
  cloud.call<PrizeRow>('quiz', 'createPrize', prizeInput(name, wish), openid)
const stock = (id: string, version: number, by: number, openid = officer) =>
  cloud.call<PrizeRow>('quiz', 'changeStock', { id, version, by }, openid)
const leftOf = async (id: string) => (await rawDocuments(cloud, 'quiz_prizes', { _id: id }))[0]?.left

test('a prize is made once, put on offer, and taken off; only by officers of the contest', async () => {
  const made = await create('雨伞')
  expect(await create('雨伞')).toEqual(made)
  await expect(create('雨伞', { stock: 6, value: 60_00 })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
  await expect(create('围裙', {}, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const open = await cloud.call<PrizeRow>('quiz', 'movePrize', { id: made.id, version: 0, act: 'open' }, officer2)
  expect(open).toMatchObject({ state: 'open', left: 5 })
  const listed = await cloud.call<{ items: PrizeRow[]; cap: number }>('quiz', 'prizes', { campaignId }, officer)
  expect(listed.cap).toBe(200_00)
  expect(listed.items.map(({ title }) => title)).toContain('雨伞')
  const closed = await cloud.call<PrizeRow>('quiz', 'movePrize', { id: made.id, version: 1, act: 'close' }, officer)
  expect(closed.state).toBe('closed')
  await expect(claim(cloud, made.id, 'anna')).rejects.toMatchObject({ message: '这个奖品已经停止发放。' })
})

test.each([
  ['value', { value: 200_01 }, '单件奖品不能超过 200 元，这是本次活动设定的上限'],
  ['expiresAt', { expiresAt: '2026-06-09T00:00:00.000Z' }, '领奖截止时间要晚于现在'],
  ['price.level', { price: { chances: 0, level: 9, points: 0 } }, '这次活动只有 3 关，请填写 1 到 3'],
  [
    'price.chances',
    { price: { chances: 0, level: null, points: 0 } },
    '请至少设一个条件：花几次机会、通过第几关或多少积分',
  ],
  ['stock', { stock: 0 }, '数量请填写 1 到 5000 之间的整数'],
])('what does not fit is refused at its field: %s', async (field, wish, sentence) => {
  await expect(create(`不行-${field}`, wish)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: { [field]: sentence },
  })
  expect(await rawDocuments(cloud, 'quiz_prizes', { title: `不行-${field}` })).toEqual([])
})

test('the dearest prize the cap allows is allowed', async () => {
  expect(await create('饭煲', { value: 200_00 })).toMatchObject({ value: 200_00 })
})

test('the stock grows and shrinks, never below what is taken, and a retry counts once', async () => {
  const prize = await offer(cloud, '毛巾', { stock: 3 })
  await claim(cloud, prize.id, 'ben')
  await claim(cloud, prize.id, 'cai')
  await drainedUntil(cloud, async () => (await leftOf(prize.id)) === 1)
  await expect(stock(prize.id, prize.version, -2)).rejects.toMatchObject({
    fields: { by: '已经发出或留出 2 份，最多只能减少 1 份' },
  })
  const fewer = await stock(prize.id, prize.version, -1)
  expect(fewer).toMatchObject({ stock: 2 })
  expect(await stock(prize.id, prize.version, -1)).toMatchObject({ stock: 2 })
  await expect(stock(prize.id, prize.version, -1, officer2)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await leftOf(prize.id)).toBe(0)
  await expect(stock(prize.id, fewer.version, 4999)).rejects.toMatchObject({
    fields: { by: '一种奖品最多 5000 份，更多请另建一种奖品' },
  })
  await stock(prize.id, fewer.version, 4)
  expect(await leftOf(prize.id)).toBe(4)
  await expect(stock(prize.id, fewer.version + 1, 1, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a prize past its last day is taken off by the clock', async () => {
  const prize = await create('水杯', { expiresAt: '2026-06-10T03:00:00.000Z' })
  await cloud.call('quiz', 'movePrize', { id: prize.id, version: 0, act: 'open' }, officer)
  await cloud.clock({ now: '2026-06-10T03:00:01.000Z' })
  await cloud.tick('quiz')
  const [doc] = await rawDocuments(cloud, 'quiz_prizes', { _id: prize.id })
  expect(doc?.state).toBe('closed')
  await cloud.clock({ now: prizeNow })
})

test('nobody else sees a prize of another contest as his', async () => {
  const prize = await offer(cloud, '手套')
  const elsewhere = { _id: deriveId('asking', 'x'), campaignId: deriveId('campaign', 'other'), prizeId: prize.id }
  await expect(cloud.call('quiz', 'claimPrize', elsewhere, 'anna')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
