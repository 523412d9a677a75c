import readExcelFile from 'read-excel-file/node'
import type { ClaimRow } from 'types/quiz-prize'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { personDoc, seedLine } from '../../../support/factories/org'
import { freeDrainer, holdDrainer, testEnv } from '../../../support/factories/quiz'
import {
  campaignId,
  claim,
  drainKilledAt,
  offer,
  officer,
  officer2,
  outsider,
  prizeLines,
  prizeNow,
} from '../../../support/factories/quiz-prizes'
import { drainedUntil } from '../../../support/factories/quiz-play'
import { kills } from '../../../support/kills'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const players = ['anna', 'ben', 'cai', 'dan'].map((openid) => ({ openid, name: '陈**', unit: '泽能机械' }))

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  const anna = seedLine('people', personDoc({ openid: 'anna', name: '陈安娜' }))
  cloud = await fresh.open({ seed: seedFile([...prizeLines(players), anna]), env: testEnv, now: prizeNow })
})
afterAll(fresh.close)

const standing = () => rawDocuments(cloud, 'quiz_claims')
const codeOf = async (openid: string) => {
  const { claims } = await cloud.call<{ claims: { code: string }[] }>('quiz', 'myPrizes', { campaignId }, openid)
  return claims[0]?.code ?? ''
}
const won = async (...openids: string[]) => {
  const prize = await offer(cloud, '保温杯', { stock: 3 })
  for (const openid of openids) await claim(cloud, prize.id, openid)
  await drainedUntil(cloud, async () => (await standing()).length === openids.length)
  return { prize, codes: await Promise.all(openids.map(codeOf)) }
}
const byCode = (code: string, openid = officer) =>
  cloud.call<ClaimRow>('quiz', 'claimByCode', { campaignId, code }, openid)
const handOver = ({ id, version }: ClaimRow, recipient?: string, openid = officer) =>
  cloud.call<ClaimRow>('quiz', 'handOver', { id, version, recipient }, openid)
const leftOf = async (id: string) => JSON.stringify((await rawDocuments(cloud, 'quiz_prizes', { _id: id }))[0]?.left)

test('a piece is handed over once; the second officer reads when and by whom', async () => {
  const { codes } = await won('anna')
  const [code = ''] = codes
  const spoken = `${code.slice(0, 3)} ${code.slice(3, 6).toLowerCase()}-${code.slice(6)}`
  const claimed = await byCode(spoken)
  expect(claimed).toMatchObject({ prizeTitle: '保温杯', name: '陈**', unit: '泽能机械', state: 'held' })
  const handed = await handOver(claimed)
  expect(handed).toMatchObject({ state: 'handed', handed: { by: '秦工会', to: '陈**' } })
  expect(await handOver(claimed)).toEqual(handed)
  await expect(handOver(claimed, '王五', officer2)).rejects.toMatchObject({
    message: '这份奖品已在 6 月 10 日 10:00 由秦工会发放，不能再领。',
  })
  await expect(handOver(handed, '王五')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(JSON.stringify(await standing())).not.toContain('陈安娜')
})

test('two officers who scan one code at the same moment: one hands over', async () => {
  const { codes } = await won('anna')
  const claimed = await byCode(codes[0] ?? '')
  const both = await Promise.allSettled([handOver(claimed, '陈安娜', officer), handOver(claimed, '陈安娜', officer2)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await standing()).filter(({ state }) => state === 'handed')).toHaveLength(1)
})

test('who has told no name is asked for one; a wrong code and another union’s officer get nothing', async () => {
  const { codes } = await won('ben')
  const [code = ''] = codes
  const claimed = await byCode(code)
  await expect(handOver(claimed)).rejects.toMatchObject({ fields: { recipient: '请填写领取人姓名' } })
  await expect(handOver(claimed, '  ')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  const wrong = `${code.slice(0, 8)}${code.endsWith('2') ? '3' : '2'}`
  await expect(byCode(wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(byCode(code, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(handOver(claimed, '王五', outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await handOver(claimed, '王小五')).toMatchObject({ handed: { to: '王**' } })
})

test('what nobody fetches goes back to the stock, once, and is told a day before', async () => {
  const { prize, codes } = await won('anna', 'ben', 'cai')
  await handOver(await byCode(codes[2] ?? ''), '蔡和平')
  expect(await leftOf(prize.id)).toContain('0')
  await cloud.clock({ now: '2026-06-24T12:00:00.000Z' })
  const told = async () =>
    (await rawDocuments(cloud, 'messages')).filter((message) => JSON.stringify(message).includes('领奖快到期了'))
  for (let round = 0; round < 40 && (await told()).length < 2; round++) {
    await cloud.tick('quiz')
    await cloud.tick('notice')
  }
  await cloud.tick('quiz')
  expect((await told()).map(({ openid }) => openid).sort()).toEqual(['anna', 'ben'])
  await cloud.clock({ now: '2026-06-25T16:00:00.000Z' })
  await expect(byCode(codes[0] ?? '').then((row) => handOver(row))).rejects.toMatchObject({
    message: '这份奖品 6 月 25 日 23:59 到期未领，已经收回。',
  })
  await drainedUntil(cloud, async () => (await leftOf(prize.id)).includes('2'))
  await cloud.tick('quiz')
  expect(await leftOf(prize.id)).toContain('2')
  expect((await standing()).map(({ state }) => state).sort()).toEqual(['expired', 'expired', 'handed'])
})

const allBack = (prizeId: string) =>
  drainedUntil(cloud, async () => {
    const waiting = await rawDocuments(cloud, 'quiz_claims', { outboxAt: { $ne: null } })
    const expired = (await standing()).every(({ state }) => state === 'expired')
    return waiting.length === 0 && expired && (await leftOf(prizeId)).includes('3')
  })

test.each(kills([8, 10, 12, 14], 2))('a clock killed at its trip %i gives each piece back once', async (trips) => {
  const { prize } = await won('anna', 'ben')
  await cloud.clock({ now: '2026-06-25T16:00:00.000Z' })
  await cloud.fault({ target: 'function', name: 'quiz', mode: 'kill', trips, times: 1 })
  await cloud.tick('quiz')
  await cloud.clearFaults()
  await cloud.clock({ advanceMs: 31_000 })
  await allBack(prize.id)
})

test.each(kills([12, 13, 14, 15, 16, 17, 18, 19]))('so does a drainer killed at its trip %i', async (trips) => {
  const { prize } = await won('anna', 'ben')
  await holdDrainer(cloud)
  await cloud.clock({ now: '2026-06-25T16:00:00.000Z' })
  await cloud.tick('quiz')
  await freeDrainer(cloud)
  await drainKilledAt(cloud, trips)
  await allBack(prize.id)
})

const rowsOf = async (url: string) => {
  const { status, body } = await cloud.request(url)
  expect(status).toBe(200)
  return (await readExcelFile(body)) as unknown as unknown[][]
}
const signOff = (input: object, openid = officer) =>
  cloud.call<{ url: string; rows: number; fileName: string }>('quiz', 'signOff', { campaignId, ...input }, openid)

test('the sign-off list is masked, unless an officer says what he needs the names for', async () => {
  const { codes } = await won('anna', 'ben')
  await handOver(await byCode(codes[0] ?? ''))
  const masked = await signOff({})
  expect(masked.rows).toBe(2)
  const text = JSON.stringify(await rowsOf(masked.url))
  expect(text).toContain('陈**')
  expect(text).toContain(codes[0])
  expect(text).toContain('秦工会')
  expect(text).not.toContain('陈安娜')
  await expect(signOff({ full: true })).rejects.toMatchObject({ fields: { reason: '导出完整姓名要写明用途' } })
  const full = await signOff({ full: true, reason: '审计核对' })
  expect(JSON.stringify(await rowsOf(full.url))).toContain('陈安娜')
  await expect(signOff({}, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await drainedUntil(cloud, async () => (await rawDocuments(cloud, 'events', { act: 'sign-off' })).length === 2)
  const events = JSON.stringify(await rawDocuments(cloud, 'events', { act: 'sign-off' }))
  expect(events).toContain('审计核对')
  await cloud.clock({ advanceMs: 3_700_000 })
  await cloud.tick('quiz')
  expect(await rawDocuments(cloud, 'quiz_exports')).toEqual([])
  expect((await cloud.request(full.url)).status).not.toBe(200)
})

test('a list of claims is for officers of the contest, page by page, without openids', async () => {
  await won('anna', 'ben', 'cai')
  const page = (input: object, openid = officer) =>
    cloud.call<{ items: ClaimRow[]; more: boolean }>('quiz', 'claims', { campaignId, state: 'held', ...input }, openid)
  const first = await page({ page: 1, size: 2 })
  expect([first.items.length, first.more]).toEqual([2, true])
  expect((await page({ page: 2, size: 2 })).items).toHaveLength(1)
  expect(JSON.stringify(first)).not.toContain('anna')
  await expect(page({}, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(page({}, 'anna')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
