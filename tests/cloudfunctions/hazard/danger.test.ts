import type { HazardRow, OfficerView, ReporterView } from 'types/hazard-views'
import type * as z from 'types/zod'
import { startCloud, type Cloud } from '../../support/cloud'
import {
  hazardEnv,
  hazardId,
  hazardLine,
  hazardManifest,
  nodeId,
  readAll,
  settle,
  toSeed,
  unders,
  world,
} from '../../support/factories/hazard'
import { seedFile } from '../../support/seed-file'

type Line = { title: string; detail?: string }
type View = z.output<typeof ReporterView>

const key = 'k'.repeat(32)
const day = 86_400_000
let cloud: Cloud
beforeAll(async () => {
  const others = ['one', 'two', 'three'].map((name, n) =>
    hazardLine({ id: hazardId(name), under: unders.west, createdAt: new Date(Date.UTC(2026, 5, 1 + n)) }),
  )
  const seed = seedFile(toSeed([...world, ...others]))
  cloud = await startCloud({ manifest: hazardManifest(), seed, env: hazardEnv })
  await cloud.clock({ now: '2026-06-20T02:00:00.000Z' })
})
afterAll(() => cloud.stop())

const report = (name: string, change: object = {}, openid = 'worker-wang') =>
  cloud.call('hazard', 'report', { ...facts, _id: hazardId(name), ...change }, openid)
const facts = { place: '二号车间', words: '屋面钢梁开裂下沉', kind: 'height', photos: [], identity: 'named' }
const act = (action: string, input: object, openid: string) =>
  cloud.call<{ version: number }>('hazard', action, input, openid)
const ledger = async (filter: object = {}) =>
  (await cloud.call<{ items: HazardRow[] }>('hazard', 'ledger', { nodeId: nodeId('city'), ...filter }, 'city-officer'))
    .items

describe('a danger to life', () => {
  test('stands on top of the ledger, before newer ones, until it is over', async () => {
    await report('danger', { danger: true })
    await cloud.clock({ advanceMs: 60_000 })
    await report('later')
    expect((await ledger()).slice(0, 2).map(({ id, danger }) => [id, danger])).toEqual([
      [hazardId('danger'), true],
      [hazardId('later'), false],
    ])
    expect((await ledger({ words: '屋面钢梁' })).map(({ id }) => id)).toEqual([hazardId('danger'), hazardId('later')])
    await act('decline', { id: hazardId('danger'), version: 0, reason: '已由消防处置' }, 'city-officer')
    expect((await ledger()).map(({ id }) => id).indexOf(hazardId('danger'))).toBe(1)
  })

  test('the officers’ message says so', async () => {
    await report('loud', { danger: true })
    await settle(cloud)
    const sent = await readAll<{ page: string }>(cloud, 'messages')
    const toOfficers = sent.filter(({ page }) => page.startsWith('packages/desk') && page.includes(hazardId('loud')))
    expect(toOfficers).toHaveLength(2)
    for (const message of toOfficers) expect(JSON.stringify(message)).toContain('危急隐患，请立即处理')
  })
})

describe('handed over to a hotline', () => {
  const called = { hotline: '12350', calledOn: '2026-06-19', receipt: 'QZ-0619-7' }
  const linesOf = async (name: string, openid = 'worker-wang') =>
    (await cloud.call<View>('hazard', 'view', { id: hazardId(name) }, openid)).timeline as Line[]

  test('the officer’s note stands in everybody’s time line, once however often, and stops nobody’s move', async () => {
    await report('officer')
    const first = await act('handOver', { id: hazardId('officer'), ...called }, 'city-officer')
    expect(await act('handOver', { id: hazardId('officer'), ...called }, 'city-officer')).toEqual(first)
    const told = (await linesOf('officer')).filter(({ title }) => title.includes('12350'))
    expect(told).toEqual([
      expect.objectContaining({ title: '青泽市总工会向 12350 反映了', detail: '6月19日；受理编号 QZ-0619-7' }),
    ])
    // The officer who looked before the note was written is not refused.
    await act('accept', { id: hazardId('officer'), version: 0, grade: 'general' }, 'city-officer')
  })

  test('the reporter’s own note names nobody; a stranger writes none', async () => {
    await report('own')
    const note = { id: hazardId('own'), ...called, hotline: '12351' }
    await expect(act('noteCall', note, 'worker-li')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act('noteCall', note, 'worker-wang')
    expect((await linesOf('own')).map(({ title }) => title)).toContain('您向 12351 反映了')
    const detail = await cloud.call<z.output<typeof OfficerView>>(
      'hazard',
      'detail',
      { id: hazardId('own') },
      'city-officer',
    )
    expect(detail.timeline.map(({ title }) => title)).toContain('上报人向 12351 反映了')
    await settle(cloud)
    expect(JSON.stringify(await readAll(cloud, 'events'))).not.toContain('worker-wang')
  })

  test('an anonymous reporter writes it down by his key', async () => {
    await report('nameless', { identity: 'anonymous', retrievalKey: key })
    const note = { id: hazardId('nameless'), ...called }
    await expect(act('noteCall', note, 'worker-wang')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act('noteCall', { ...note, retrievalKey: key }, 'worker-wang')
  })

  test.each([
    ['tomorrow', '2026-06-21'],
    ['more than a year ago', '2025-06-01'],
    ['no day at all', '2026-02-30'],
  ])('a call of %s is refused in one sentence and changes nothing', async (_, calledOn) => {
    await report('days')
    const [before] = await readAll(cloud, 'hazards', { _id: hazardId('days') })
    const note = { id: hazardId('days'), ...called, calledOn }
    await expect(act('handOver', note, 'city-officer')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const [after] = await readAll(cloud, 'hazards', { _id: hazardId('days') })
    expect(after?.version).toBe(before?.version)
    await cloud.clock({ advanceMs: day / 24 })
  })
})
