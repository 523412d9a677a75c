import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DrawFile, replayDraw } from 'types/draw-file'
import { parseList } from 'types/draw-list'
import { deriveId, receiptCode } from 'types/ids'
import type { DrawRow, DrawView, MyClaim } from 'types/quiz-prize'
import { sharedCloud, type Cloud } from '../../../support/cloud'
import { deliverTo } from '../../../support/factories/org'
import { testEnv } from '../../../support/factories/quiz'
import {
  campaignId,
  drainKilledAt,
  offer,
  officer,
  officer2,
  outsider,
  playOf,
  prizeLines,
  prizeNow,
} from '../../../support/factories/quiz-prizes'
import { drainedUntil } from '../../../support/factories/quiz-play'
import { kills } from '../../../support/kills'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'

const earned = { '2026-05': 2, '2026-06': 1 }
const people = Array.from({ length: 40 }, (_, index) => ({
  openid: `wx-player-${index}`,
  ...{ chances: 3, earned, points: 100 - (index % 4), unit: '泽能机械', name: '陈**' },
}))
const others: Parameters<typeof prizeLines>[0] = [
  { openid: 'wx-none', chances: 0, earned: {}, points: 0, unit: '泽能机械' },
  { openid: 'wx-june', chances: 1, earned: { '2026-06': 1 }, points: 1, unit: '泽能机械' },
  { openid: 'wx-doubt', chances: 3, earned, excluded: true, unit: '泽能机械' },
  { openid: 'wx-unknown', chances: 3, earned, unit: null },
  { openid: 'erased:abc', chances: 3, earned, unit: '泽能机械' },
]
const markOf = (openid: string) => receiptCode(playOf({ openid }))

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  const rules = { period: 'month', identity: 'unit' } as const
  cloud = await fresh.open({ seed: seedFile(prizeLines([...people, ...others], rules)), env: testEnv, now: prizeNow })
})
afterAll(fresh.close)

const at = '2026-06-11T13:15:00.000Z'
const value = { name: '福彩 3D 第 2026152 期开奖号', where: '中国福彩网 cwl.gov.cn', at }
const prizesOf = async () => {
  const umbrella = await offer(cloud, '雨伞', { mode: 'draw', stock: 10 })
  const cooker = await offer(cloud, '饭煲', { mode: 'draw', stock: 1 })
  return { umbrella, cooker }
}
const create = async (wish: Record<string, unknown> = {}, openid = officer) => {
  const { umbrella, cooker } = await prizesOf()
  const prizes = [
    { prizeId: cooker.id, count: 1 },
    { prizeId: umbrella.id, count: 4 },
  ]
  const input = { _id: deriveId('draw', 'may'), campaignId, title: '五月抽奖', kind: 'chances', period: '2026-05' }
  return cloud.call<DrawRow>('quiz', 'createDraw', { ...input, prizes, value, ...wish }, openid)
}
const rows = async (openid = officer) =>
  (await cloud.call<{ items: DrawRow[] }>('quiz', 'officeDraws', { campaignId }, openid)).items
const row = async () => (await rows())[0] as DrawRow
const commit = ({ id, version }: DrawRow, openid = officer) =>
  cloud.call<DrawRow>('quiz', 'commitDraw', { id, version }, openid)
const enter = ({ id, version }: DrawRow, text = '381', openid = officer) =>
  cloud.call<DrawRow>('quiz', 'enterValue', { id, version, value: text }, openid)
const giveUp = ({ id, version }: DrawRow, openid = officer) =>
  cloud.call<DrawRow>('quiz', 'voidDraw', { id, version, reason: '名单有误' }, openid)
const view = (id: string) => cloud.call<DrawView>('quiz', 'draw', { id }, 'wx-anybody')
const fetchText = async (url: string | null) => (await cloud.request(url ?? '')).body.toString('utf8')
const reaches = async (state: DrawRow['state']) => {
  await drainedUntil(cloud, async () => (await row()).state === state)
  return row()
}
const committed = async (wish: Record<string, unknown> = {}) => {
  await commit(await create(wish))
  return reaches('committed')
}
const drawn = async (wish: Record<string, unknown> = {}, text = '381') => {
  const before = await committed(wish)
  await cloud.clock({ now: '2026-06-11T14:00:00.000Z' })
  await enter(before, text)
  await reaches('drawn')
  return view(before.id)
}
const left = async (title: string) => {
  const [prize] = await rawDocuments(cloud, 'quiz_prizes', { title })
  return JSON.stringify(prize?.left).replace(/\D/g, '')
}

test('the commitment comes first: list and hashes are public, nothing personal, the seed is not', async () => {
  const before = await create()
  await expect(view(before.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await commit(before)
  const { id } = await reaches('committed')
  const promised = await view(id)
  const list = await fetchText(promised.listUrl)
  expect(createHash('sha256').update(list).digest('hex')).toBe(promised.commitment?.listHash)
  expect(parseList(list)).toEqual(
    people.map(({ openid }) => ({ mark: markOf(openid), weight: 2 })).sort((a, b) => (a.mark < b.mark ? -1 : 1)),
  )
  expect(promised).toMatchObject({ state: 'committed', winners: [], resultUrl: null, value })
  const stored = JSON.stringify(await rawDocuments(cloud, 'quiz_draws'))
  expect(stored).not.toMatch(/"seed":"[0-9a-f]{64}"/)
  expect(await left('雨伞')).toBe('6')
  expect(await left('饭煲')).toBe('0')
})

test('the result follows from seed, list and value; winners get claims and word, the others nothing', async () => {
  const result = await drawn()
  const text = await fetchText(result.resultUrl)
  const { seedHash = '', listHash = '' } = result.commitment ?? {}
  expect(replayDraw(text, { seedHash, listHash })).toEqual({ ok: true, winners: 5, entries: 40 })
  const file = DrawFile.parse(JSON.parse(text))
  expect(createHash('sha256').update(file.seed).digest('hex')).toBe(seedHash)
  expect(result.winners).toEqual(file.winners)
  expect(result).toMatchObject({ winnersTotal: 5, withheld: 0, entered: { text: '381' } })
  const claims = await rawDocuments(cloud, 'quiz_claims')
  const byMark = new Map(people.map(({ openid }) => [markOf(openid), openid]))
  expect(claims.map(({ openid }) => openid).sort()).toEqual(result.winners.map(({ mark }) => byMark.get(mark)).sort())
  const first = byMark.get(result.winners[0]?.mark ?? '') ?? ''
  const mine = await cloud.call<{ claims: MyClaim[]; mark: string }>('quiz', 'myPrizes', { campaignId }, first)
  expect(mine).toMatchObject({ mark: result.winners[0]?.mark, claims: [{ prizeTitle: '饭煲', state: 'held' }] })
  for (let round = 0; round < 30 && (await rawDocuments(cloud, 'messages')).length < 5; round++) {
    await cloud.tick('quiz')
    await cloud.tick('notice')
  }
  const told = (await rawDocuments(cloud, 'messages')).map(({ openid }) => openid)
  expect(told.sort()).toEqual(claims.map(({ openid }) => openid).sort())
})

test('another value draws others', async () => {
  const one = await drawn({}, '381')
  const file = DrawFile.parse(JSON.parse(await fetchText(one.resultUrl)))
  const other = JSON.stringify({ ...file, value: { ...file.value, text: '382' } })
  expect(replayDraw(other)).toMatchObject({ ok: false, reason: 'winners' })
})

test('the value comes once, and not before its time', async () => {
  const before = await committed()
  await expect(enter(before)).rejects.toMatchObject({ message: '还没到公开数的公布时间，请在公布之后再录入。' })
  await cloud.clock({ now: '2026-06-11T14:00:00.000Z' })
  await expect(enter(before, '3 8 1')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await enter(before, '381')
  await enter(before, '381')
  await expect(enter(before, '999')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const after = await reaches('drawn')
  await expect(enter(after, '999')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await expect(giveUp(after)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect((await row()).entered?.text).toBe('381')
})

test('it may be given up before its value, its pieces come back; and never after', async () => {
  const before = await committed()
  expect(await left('雨伞')).toBe('6')
  expect(await giveUp(before)).toMatchObject({ state: 'void', voided: '名单有误' })
  await drainedUntil(cloud, async () => (await left('雨伞')) === '10')
  expect(await left('饭煲')).toBe('1')
  expect(await view(before.id)).toMatchObject({ state: 'void', voided: '名单有误' })
  await cloud.clock({ now: '2026-06-11T14:00:00.000Z' })
  await expect(enter(await row())).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('a list that is not ready before the announced time is not published', async () => {
  const before = await create()
  await cloud.fault({ target: 'storage', mode: 'refuse', times: 5 })
  await commit(before)
  for (let round = 0; round < 3; round++) await cloud.tick('quiz')
  expect(await row()).toMatchObject({ state: 'collecting', problem: '还没有办成，系统每分钟会再试一次。' })
  await cloud.clearFaults()
  await cloud.clock({ now: '2026-06-11T13:15:01.000Z' })
  const after = await reaches('draft')
  expect(after).toMatchObject({ problem: '名单锁定时已过公开数的公布时间，请作废后换一个公开数。', commitment: null })
  await drainedUntil(cloud, async () => (await left('雨伞')) === '10')
  await expect(commit(after)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('with too few pieces left it says which, and holds none of them', async () => {
  const before = await create()
  const [cooker] = await rawDocuments(cloud, 'quiz_prizes', { title: '饭煲' })
  await cloud.call('quiz', 'changeStock', { id: cooker?._id, version: 1, by: -1 }, officer)
  await commit(before)
  expect(await reaches('draft')).toMatchObject({ problem: '“饭煲”不够了，请减少份数或先补库存。' })
  await drainedUntil(cloud, async () => (await left('雨伞')) === '10')
})

const closeContest = () =>
  cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'campaigns', queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false, query: '{}', data: JSON.stringify({ $set: { state: 'closed' } }) },
  })

test('names by rank are not locked before the contest is over', async () => {
  const early = await create({ kind: 'ties', period: undefined })
  await expect(commit(early)).rejects.toMatchObject({
    message: '活动还没有结束，名次还会变，请在结束后再锁定名单。',
  })
})

test('by rank the best win, equals by lot', async () => {
  await closeContest()
  const result = await drawn({ kind: 'ties', period: undefined })
  const scores = new Map(people.map(({ openid, points }) => [markOf(openid), points]))
  expect(result.winners.map(({ mark }) => scores.get(mark))).toEqual([100, 100, 100, 100, 100])
  expect(await fetchText(result.listUrl)).toContain(`${markOf('wx-june')} 1`)
})

test('who is excluded after the list was published keeps his line, and his prize is held back', async () => {
  const before = await committed()
  await cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'plays', queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false, query: '{}' },
    data: JSON.stringify({ $set: { excluded: { reason: '刷题' } } }),
  })
  await cloud.clock({ now: '2026-06-11T14:00:00.000Z' })
  await enter(before)
  await reaches('drawn')
  expect(await view(before.id)).toMatchObject({ winnersTotal: 5, withheld: 5 })
  expect(await rawDocuments(cloud, 'quiz_claims')).toEqual([])
  await drainedUntil(cloud, async () => (await left('雨伞')) === '10')
})

test('who has had his share is not on the next list', async () => {
  const first = await drawn()
  const [, umbrella] = first.prizes
  const next = { prizes: [{ prizeId: umbrella?.prizeId, count: 2 }], _id: deriveId('draw', 'next') }
  const input = { campaignId, title: '再抽', kind: 'chances', period: '2026-05', ...next }
  const draw = { ...input, value: { ...value, at: '2026-06-12T13:15:00.000Z' } }
  await commit(await cloud.call<DrawRow>('quiz', 'createDraw', draw, officer))
  const byId = async () => (await rows()).find(({ id }) => id === draw._id)
  await drainedUntil(cloud, async () => (await byId())?.state === 'committed')
  const list = parseList(await fetchText((await view(draw._id)).listUrl)).map(({ mark }) => mark)
  const winners = first.winners.filter(({ prize }) => prize === 1).map(({ mark }) => mark)
  expect(list).toHaveLength(40 - winners.length)
  expect(list.filter((mark) => winners.includes(mark))).toEqual([])
})

test.each(kills([12, 14, 16, 17, 18, 19, 20, 21, 22, 24, 26, 28]))(
  'a drainer killed at its trip %i of the draw gives each winner one piece',
  async (trips) => {
    const before = await committed()
    await cloud.clock({ now: '2026-06-11T14:00:00.000Z' })
    await enter(before)
    await drainKilledAt(cloud, trips)
    await reaches('drawn')
    await drainedUntil(
      cloud,
      async () => (await rawDocuments(cloud, 'quiz_draws', { outboxAt: { $ne: null } })).length === 0,
    )
    expect(await rawDocuments(cloud, 'quiz_claims')).toHaveLength(5)
    expect([await left('雨伞'), await left('饭煲')]).toEqual(['6', '0'])
    expect((await view(before.id)).winnersTotal).toBe(5)
  },
)

test('only officers of the contest run a draw', async () => {
  const before = await create({}, officer2)
  const { title, kind, prizes } = before
  const another = { _id: deriveId('draw', 'west'), campaignId, title, kind, value }
  const input = { ...another, prizes: prizes.map(({ prizeId }) => ({ prizeId, count: 1 })) }
  await expect(cloud.call('quiz', 'createDraw', input, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(rows(outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const act of [commit, giveUp, (draw: DrawRow, who: string) => enter(draw, '1', who)]) {
    await expect(act(before, outsider)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(act(before, 'wx-player-1')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
})

test.each([
  ['period', { period: '2026-06-01' }],
  ['period', { period: '2026-13' }],
  ['period', { kind: 'ties' }],
  ['value.at', { value: { ...value, at: '2026-06-10T01:00:00.000Z' } }],
  ['prizes.0.count', { prizes: [{ prizeId: deriveId('prize', '雨伞'), count: 11 }] }],
  ['prizes.0.count', { prizes: [{ prizeId: deriveId('prize', 'none'), count: 1 }] }],
])('a draw that cannot be made says so at its field: %s', async (field, wish) => {
  await expect(create(wish)).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { [field]: expect.any(String) } })
  expect(await rows()).toEqual([])
})

test('who erased himself wins nothing and is named nowhere', async () => {
  const before = await committed()
  for (const { openid } of people)
    await deliverTo(cloud, 'quiz', [{ id: deriveId('gone', openid), kind: 'erase', payload: { openid } }], 'org')
  await cloud.clock({ now: '2026-06-11T14:00:00.000Z' })
  await enter(before)
  await reaches('drawn')
  expect(await view(before.id)).toMatchObject({ withheld: 5 })
})

test('anybody replays the published file at a terminal', async () => {
  const result = await drawn()
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'draw-')), 'result.json')
  const text = await fetchText(result.resultUrl)
  writeFileSync(file, text)
  const hashes = ['--list-hash', result.commitment?.listHash ?? '', '--seed-hash', result.commitment?.seedHash ?? '']
  const script = path.resolve(__dirname, '../../../../config/scripts/replay-draw.mjs')
  expect(execFileSync(process.execPath, [script, file, ...hashes], { encoding: 'utf8' })).toContain('一致：名单 40 行')
  writeFileSync(file, text.replace('"text": "381"', '"text": "380"'))
  const changed = spawnSync(process.execPath, [script, file, ...hashes], { encoding: 'utf8' })
  expect([changed.status, changed.stdout.startsWith('不一致')]).toEqual([1, true])
})
