import { deriveId } from 'types/ids'
import type { MyClaim, MyPrize, PrizeRow } from 'types/quiz-prize'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { deliverTo } from '../../../support/factories/org'
import { freeDrainer, holdDrainer, testEnv } from '../../../support/factories/quiz'
import {
  campaignId,
  claim,
  drainKilledAt,
  drainOnce,
  offer,
  officer,
  playOf,
  prizeLines,
  prizeNow,
} from '../../../support/factories/quiz-prizes'
import { drainedUntil } from '../../../support/factories/quiz-play'
import { kills } from '../../../support/kills'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const crowd = Array.from({ length: 200 }, (_, index) => `wx-crowd-${String(index).padStart(3, '0')}`)

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  const players = [
    ...crowd.map((openid) => ({ openid, chances: 2 })),
    { openid: 'wx-rich', chances: 5, passed: [1, 2], points: 180 },
    { openid: 'wx-doubt', chances: 5, excluded: true },
  ]
  cloud = await fresh.open({ seed: seedFile(prizeLines(players)), env: testEnv, now: prizeNow })
})
afterAll(fresh.close)

type Mine = { mark: string; chances: number; earned: number; prizes: MyPrize[]; claims: MyClaim[] }
const mine = (openid: string) => cloud.call<Mine>('quiz', 'myPrizes', { campaignId }, openid)
const settled = () =>
  drainedUntil(cloud, async () => {
    const waiting = await rawDocuments(cloud, 'plays', { 'askings.state': 'asking' })
    return waiting.length === 0 && (await rawDocuments(cloud, 'plays', { outboxAt: { $ne: null } })).length === 0
  })
const prizeDoc = async (id: string) => (await rawDocuments(cloud, 'quiz_prizes', { _id: id }))[0]
const claimDocs = (prizeId: string) => rawDocuments(cloud, 'quiz_claims', { prizeId })
const number = (value: unknown) => Number((value as { $numberInt?: string }).$numberInt ?? value)

/** Exactly the stock is handed out: one claim a piece, one player a claim, and everybody else has his chance back. */
const expectExact = async (prizeId: string, pieces: number, askers: readonly string[], cost = 1) => {
  const claims = await claimDocs(prizeId)
  const prize = await prizeDoc(prizeId)
  expect(claims).toHaveLength(pieces)
  expect(new Set(claims.map(({ playId }) => playId)).size).toBe(pieces)
  expect(number(prize?.stock) - number(prize?.left)).toBe(pieces)
  const winners = new Set(claims.map(({ openid }) => openid))
  const plays = await rawDocuments(cloud, 'plays', { _id: { $in: askers.map((openid) => playOf({ openid })) } })
  for (const { openid, spent } of plays)
    expect([openid, number(spent)]).toEqual([openid, winners.has(openid) ? cost : 0])
}

const refusedAtOnce = (failure: { message?: string }) => {
  expect(failure.message).toBe('已经领完了，看看别的奖品吧。')
}

test.each(['after all of them have asked', 'while they ask'])(
  'of two hundred who ask at once for twenty pieces twenty get one, handed out %s',
  async (when) => {
    const prize = await offer(cloud, '保温杯', { stock: 20 })
    if (when.startsWith('after')) await holdDrainer(cloud)
    await Promise.all(crowd.map((openid) => claim(cloud, prize.id, openid).catch(refusedAtOnce)))
    await freeDrainer(cloud)
    await settled()
    await expectExact(prize.id, 20, crowd)
    await expect(claim(cloud, prize.id, 'wx-rich')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  },
)

test.each(kills([700, 1900], 1))(
  'two drainers at once, the second of them begun %i ms after the first that hangs, hand out what one would',
  async (pause) => {
    const askers = crowd.slice(0, 12)
    // Enough pieces for taking them twice.
    const prize = await offer(cloud, '头盔', { stock: 40 })
    await holdDrainer(cloud)
    for (const openid of askers) await claim(cloud, prize.id, openid)
    await freeDrainer(cloud)
    // The first hangs at each look at the prize and at its taking: the second comes in between.
    await cloud.fault({ target: 'database', name: 'quiz_prizes', mode: 'slow', ms: 1500, times: 4 })
    const hung = drainOnce(cloud)
    await new Promise((resolve) => setTimeout(resolve, pause))
    await cloud.clock({ advanceMs: 31_000 })
    await drainOnce(cloud)
    await hung
    await cloud.clearFaults()
    await settled()
    await expectExact(prize.id, 12, askers)
  },
)

test('who asked first gets it', async () => {
  const prize = await offer(cloud, '雨伞', { stock: 3 })
  await holdDrainer(cloud)
  const order = [...crowd.slice(40, 45), ...crowd.slice(10, 15)]
  for (const openid of order) {
    await cloud.clock({ advanceMs: 1000 })
    await claim(cloud, prize.id, openid)
  }
  await freeDrainer(cloud)
  await settled()
  expect((await claimDocs(prize.id)).map(({ openid }) => openid).sort()).toEqual(order.slice(0, 3).sort())
})

test('asked twice it is one asking, also by two phones, and one piece a person', async () => {
  const prize = await offer(cloud, '毛巾', { stock: 9 })
  const first = await claim(cloud, prize.id, 'wx-rich')
  expect(first).toMatchObject({ state: 'asking', chances: 4 })
  expect(await claim(cloud, prize.id, 'wx-rich')).toMatchObject({ id: first.id, chances: 4 })
  await settled()
  expect(await claim(cloud, prize.id, 'wx-rich')).toMatchObject({ id: first.id, state: 'won', chances: 4 })
  await expect(claim(cloud, prize.id, 'wx-rich', 'second')).rejects.toMatchObject({
    message: '每人一份，您已经领过了。',
  })
  const both = await Promise.allSettled(['a', 'b'].map((name) => claim(cloud, prize.id, crowd[0] ?? '', name)))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await settled()
  await expectExact(prize.id, 2, ['wx-rich', crowd[0] ?? ''])
})

test.each(kills([13, 15, 16, 17, 18, 19, 20, 21, 22, 24, 26, 28, 31, 35], 5))(
  'a drainer killed at its trip %i changes nothing about who gets what',
  async (trips) => {
    const askers = crowd.slice(0, 12)
    const prize = await offer(cloud, '手套', { stock: 5 })
    await holdDrainer(cloud)
    for (const openid of askers) await claim(cloud, prize.id, openid)
    await freeDrainer(cloud)
    await drainKilledAt(cloud, trips)
    await settled()
    await expectExact(prize.id, 5, askers)
  },
)

test('a database that answers too late, twice over, hands nothing out twice', async () => {
  const askers = crowd.slice(0, 12)
  const prize = await offer(cloud, '手电', { stock: 5 })
  await holdDrainer(cloud)
  for (const openid of askers) await claim(cloud, prize.id, openid)
  await freeDrainer(cloud)
  for (const name of ['quiz_prizes', 'quiz_claims', 'plays']) {
    await cloud.fault({ target: 'database', name, mode: 'timeout-after', ms: 20, times: 2 })
    await cloud.tick('quiz')
    await cloud.clock({ advanceMs: 31_000 })
  }
  await cloud.clearFaults()
  await settled()
  await expectExact(prize.id, 5, askers)
})

test('while people ask the stock is changed both ways, and still every piece has one owner', async () => {
  const prize = await offer(cloud, '水壶', { stock: 10 })
  const stock = async () => {
    for (const by of [5, -3, 4, -2]) {
      const [current] = (await cloud.call<{ items: PrizeRow[] }>('quiz', 'prizes', { campaignId }, officer)).items
      await cloud
        .call('quiz', 'changeStock', { id: prize.id, version: current?.version, by }, officer)
        .catch((failure: { code?: string }) => expect(failure.code).toBe('INVALID_INPUT'))
    }
  }
  const ask = (openid: string) => claim(cloud, prize.id, openid).catch(refusedAtOnce)
  await Promise.all([...crowd.slice(0, 60).map(ask), stock()])
  await settled()
  const doc = await prizeDoc(prize.id)
  const claims = await claimDocs(prize.id)
  expect(number(doc?.left)).toBeGreaterThanOrEqual(0)
  expect(claims).toHaveLength(number(doc?.stock) - number(doc?.left))
  await expectExact(prize.id, claims.length, crowd.slice(0, 60))
})

test('what a prize asks for is asked of the play, in one sentence each', async () => {
  const dear = await offer(cloud, '电饭煲', { price: { chances: 6, level: null, points: 0 } })
  const third = await offer(cloud, '第三关奖', { price: { chances: 0, level: 3, points: 0 } })
  const points = await offer(cloud, '积分奖', { price: { chances: 0, level: null, points: 150 } })
  await expect(claim(cloud, dear.id, 'wx-rich')).rejects.toMatchObject({ message: '需要 6 次机会，还差 1 次。' })
  await expect(claim(cloud, third.id, 'wx-rich')).rejects.toMatchObject({ message: '通过第 3 关后才能领。' })
  await expect(claim(cloud, points.id, crowd[0] ?? '')).rejects.toMatchObject({
    message: '积分达到 150 分后才能领，您现在有 100 分。',
  })
  await expect(claim(cloud, points.id, 'wx-stranger')).rejects.toMatchObject({ message: '先闯一关再来领奖品。' })
  await expect(claim(cloud, points.id, 'wx-doubt')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await claim(cloud, points.id, 'wx-rich')).toMatchObject({ state: 'asking', chances: 5 })
  const { prizes } = await mine('wx-rich')
  expect(prizes.find(({ id }) => id === dear.id)?.refusal).toBe('需要 6 次机会，还差 1 次。')
})

test('a player reads what became of it, with his code', async () => {
  const prize = await offer(cloud, '挂钟', { stock: 1 })
  await holdDrainer(cloud)
  const [first = '', second = ''] = crowd
  await claim(cloud, prize.id, first)
  await cloud.clock({ advanceMs: 1000 })
  await claim(cloud, prize.id, second)
  expect((await mine(first)).claims).toMatchObject([{ prizeTitle: '挂钟', state: 'asking', code: null }])
  await freeDrainer(cloud)
  await settled()
  const winner = await mine(first)
  expect(winner.claims).toMatchObject([{ state: 'held', place: '工会服务大厅', expiresAt: '2026-06-25T15:59:59.000Z' }])
  expect(winner.claims[0]?.code).toMatch(/^[2-9A-Z]{9}$/)
  expect(winner.claims[0]?.qr).toMatch(/^data:image\/png;base64,/)
  expect(winner).toMatchObject({ chances: 1, earned: 2 })
  expect((await mine(second)).claims).toMatchObject([{ state: 'none' }])
  expect((await mine(second)).chances).toBe(2)
  expect((await rawDocuments(cloud, 'quiz_claims', { openid: second })).length).toBe(0)
})

test('the winner gets word once', async () => {
  const prize = await offer(cloud, '台灯', { stock: 1 })
  const [first = ''] = crowd
  await claim(cloud, prize.id, first)
  await settled()
  const told = async () => rawDocuments(cloud, 'messages', { openid: first })
  for (let round = 0; round < 50 && (await told()).length === 0; round++) {
    await cloud.tick('quiz')
    await cloud.tick('notice')
  }
  await cloud.tick('quiz')
  const messages = await told()
  expect(messages).toHaveLength(1)
  expect(JSON.stringify(messages)).toContain('台灯')
})

test('who erases himself before the hand-out leaves his piece to the next', async () => {
  const prize = await offer(cloud, '热水壶', { stock: 1 })
  await holdDrainer(cloud)
  const [first = '', second = ''] = crowd
  await claim(cloud, prize.id, first)
  await cloud.clock({ advanceMs: 1000 })
  await claim(cloud, prize.id, second)
  await deliverTo(cloud, 'quiz', [{ id: deriveId('gone'), kind: 'erase', payload: { openid: first } }], 'org')
  await freeDrainer(cloud)
  await settled()
  expect((await claimDocs(prize.id)).map(({ openid }) => openid)).toEqual([second])
})

test('the id of one asking is none of another prize', async () => {
  const [kettle, scarf] = [await offer(cloud, '水壶', { stock: 1 }), await offer(cloud, '围巾', { stock: 1 })]
  await claim(cloud, kettle.id, 'wx-rich')
  await expect(claim(cloud, scarf.id, 'wx-rich')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
})

test('who erases himself leaves a claim nobody can tell the owner of', async () => {
  const prize = await offer(cloud, '书包')
  const [first = ''] = crowd
  await claim(cloud, prize.id, first)
  await settled()
  await deliverTo(cloud, 'quiz', [{ id: deriveId('gone'), kind: 'erase', payload: { openid: first } }], 'org')
  expect(JSON.stringify(await claimDocs(prize.id))).not.toContain(`"${first}"`)
  expect(await claimDocs(prize.id)).toHaveLength(1)
})
