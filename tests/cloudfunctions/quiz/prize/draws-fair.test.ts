import { deriveId, receiptCode } from 'types/ids'
import type { ClaimRow, DrawRow, DrawView, MyClaim } from 'types/quiz-prize'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { testEnv } from '../../../support/factories/quiz'
import { campaignId, claim, offer, officer, prizeLines, prizeNow } from '../../../support/factories/quiz-prizes'
import { drainedUntil } from '../../../support/factories/quiz-play'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const players = [{ openid: 'wx-one', chances: 1, earned: { '2026-05': 1 } }]
const value = { name: '福彩 3D 开奖号', where: '中国福彩网', at: '2026-06-11T13:15:00.000Z' }

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(prizeLines(players, { period: 'month' })), env: testEnv, now: prizeNow })
})
afterAll(fresh.close)

const rowOf = async (id: string) =>
  (await cloud.call<{ items: DrawRow[] }>('quiz', 'officeDraws', { campaignId }, officer)).items.find(
    (draw) => draw.id === id,
  )
const create = (name: string, prizeId: string, wish: Record<string, unknown> = {}) => {
  const input = { _id: deriveId('draw', name), campaignId, title: name, kind: 'chances', period: '2026-05', value }
  return cloud.call<DrawRow>('quiz', 'createDraw', { ...input, prizes: [{ prizeId, count: 1 }], ...wish }, officer)
}
const reaches = (id: string, state: string) => drainedUntil(cloud, async () => (await rowOf(id))?.state === state)
const commit = async ({ id, version }: DrawRow) => {
  await cloud.call('quiz', 'commitDraw', { id, version }, officer)
  await reaches(id, 'committed')
}
const enter = async ({ id }: DrawRow) => {
  await cloud.clock({ now: '2026-06-11T14:00:00.000Z' })
  await cloud.call('quiz', 'enterValue', { id, version: (await rowOf(id))?.version, value: '381' }, officer)
  await reaches(id, 'drawn')
  return cloud.call<DrawView>('quiz', 'draw', { id }, 'wx-anybody')
}
const exclude = () =>
  cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'plays', queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false, query: '{}' },
    data: JSON.stringify({ $set: { excluded: { reason: '刷题' } } }),
  })

test('the code of a drawn piece follows from nothing that is public', async () => {
  const prize = await offer(cloud, '饭煲', { mode: 'draw', stock: 1 })
  const draw = await create('五月', prize.id)
  await commit(draw)
  const { id, winners } = await enter(draw)
  const claimId = deriveId('claim', id, winners[0]?.mark ?? '')
  const mine = await cloud.call<{ claims: MyClaim[] }>('quiz', 'myPrizes', { campaignId }, 'wx-one')
  expect(mine.claims).toMatchObject([{ id: claimId, state: 'held' }])
  const byCode = (code: string) => cloud.call<ClaimRow>('quiz', 'claimByCode', { campaignId, code }, officer)
  for (const code of [receiptCode(claimId), receiptCode(deriveId('code', claimId))])
    await expect(byCode(code)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await byCode(mine.claims[0]?.code ?? '')).toMatchObject({ id: claimId, excluded: false })
  await exclude()
  expect(await byCode(mine.claims[0]?.code ?? '')).toMatchObject({ id: claimId, excluded: true })
})

test('three lists locked at one moment give one person no more than his share', async () => {
  const prize = await offer(cloud, '饭煲', { mode: 'draw', stock: 5, perPerson: 1 })
  const draws = [await create('甲', prize.id), await create('乙', prize.id), await create('丙', prize.id)]
  for (const draw of draws) await commit(draw)
  const results: DrawView[] = []
  for (const draw of draws) results.push(await enter(draw))
  expect(results.map(({ withheld }) => withheld)).toEqual([0, 1, 1])
  expect(await rawDocuments(cloud, 'quiz_claims')).toHaveLength(1)
})

test('who has spent his last chance since the list was locked does not win with it as well', async () => {
  const umbrella = await offer(cloud, '雨伞', { stock: 1 })
  const prize = await offer(cloud, '饭煲', { mode: 'draw', stock: 1 })
  const draw = await create('五月', prize.id)
  await commit(draw)
  await claim(cloud, umbrella.id, 'wx-one')
  await drainedUntil(cloud, async () => (await rawDocuments(cloud, 'quiz_claims')).length === 1)
  expect(await enter(draw)).toMatchObject({ winnersTotal: 1, withheld: 1 })
  expect((await rawDocuments(cloud, 'quiz_claims')).map(({ prizeTitle }) => prizeTitle)).toEqual(['雨伞'])
})

test('a prize that expires before its winners could come is not drawn', async () => {
  const prize = await offer(cloud, '饭煲', { mode: 'draw', stock: 1, expiresAt: '2026-06-14T13:14:59.000Z' })
  const message = '“饭煲”的领奖截止时间太早：至少要在公开数公布之后 3 天，请换一个公开数或奖品'
  await expect(create('五月', prize.id)).rejects.toMatchObject({ fields: { 'prizes.0.count': message } })
  const longer = await offer(cloud, '水壶', { mode: 'draw', stock: 1, expiresAt: '2026-06-14T13:15:00.000Z' })
  expect(await create('够长', longer.id)).toMatchObject({ state: 'draft' })
})

test('the list of a month is locked when the month is over', async () => {
  const prize = await offer(cloud, '饭煲', { mode: 'draw', stock: 1 })
  const draw = await create('六月', prize.id, { period: '2026-06' })
  const early = cloud.call('quiz', 'commitDraw', { id: draw.id, version: draw.version }, officer)
  await expect(early).rejects.toMatchObject({ message: '这个周期还没有结束，请在结束后再锁定名单。' })
  expect(await rowOf(draw.id)).toMatchObject({ state: 'draft' })
})
