import { createHmac } from 'node:crypto'
import type { HazardState } from 'types/hazard'
import type { FixerView, HazardRow, OfficerView, ReporterView } from 'types/hazard-views'
import type * as z from 'types/zod'
import type { Cloud } from '../../support/cloud'
import { hazardEnv, hazardId, hazardLine, jpegWithPlace, readAll, settle } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'
import { actingOn, bothReports } from '../../support/factories/hazard-acts'

const places: [string, HazardState, object][] = [
  ['major', 'answered', { grade: 'major' }],
  ['general', 'answered', {}],
  ['listed', 'answered', { grade: 'major' }],
  ['again', 'closed', {}],
  ['hidden', 'closed', { identity: 'hidden' }],
  ['anonymous', 'closed', { identity: 'anonymous' }],
  ['old', 'closed', { watchUntil: new Date('2026-06-09T15:59:59.999Z') }],
  ['own-work', 'reopened', {}],
  ['upheld', 'reopened', {}],
  ['handed-again', 'reopened', {}],
  ['look', 'closed', { recheckAt: new Date('2026-06-09T15:59:59.999Z') }],
  ['came-back', 'closed', {}],
  ['filed', 'reported', {}],
  ['health', 'reported', { kind: 'health' }],
]

// As the function marks a key, with the key of its own environment.
const markOf = (name: string, key: string) =>
  createHmac('sha256', Buffer.from(hazardEnv.HMAC_KEY, 'base64'))
    .update(`hazard/${hazardId(name)}/${key}`)
    .digest('base64url')

let cloud: Cloud
beforeAll(async () => {
  const seeded = places.map(([name, state, change], index) =>
    hazardLine({ id: hazardId(name), state, number: index + 1, ...change }),
  )
  const key = { keyMark: markOf('anonymous', 'a key of nobody at all') }
  const lines = seeded.map((line) =>
    line.d._id === hazardId('anonymous') ? { ...line, d: { ...line.d, ...key } } : line,
  )
  cloud = await startHazardCloud('2026-06-10T02:00:00.000Z', lines)
})
afterAll(() => cloud.stop())

const { stored, act } = actingOn(() => cloud)
const refused = (message: string) => ({
  code: 'NOT_ALLOWED_NOW',
  message: expect.stringContaining(message) as string,
})
const detail = (name: string, openid = 'east-officer') =>
  cloud.call<z.output<typeof OfficerView>>('hazard', 'detail', { id: hazardId(name) }, openid)

describe('a major hazard', () => {
  test('closes only once it was reported to the regulator and to the workers', async () => {
    await expect(act('major', 'close', 'east-officer')).rejects.toMatchObject(refused('双报告'))
    await act('major', 'prove', 'east-officer', { congress: undefined })
    await expect(act('major', 'close', 'east-officer')).rejects.toMatchObject(refused('双报告'))
    await act('major', 'prove', 'east-officer', { regulator: undefined })
    expect((await detail('major')).proofs).toMatchObject({
      regulator: { to: bothReports.regulator.to },
      congress: { form: 'congress' },
    })
    await act('major', 'close', 'east-officer')
    expect((await stored('major')).state).toBe('closed')
  })

  test.each([
    [{ regulator: undefined, congress: undefined }],
    [{ regulator: { ...bothReports.regulator, number: ' ' } }],
    [{ regulator: { ...bothReports.regulator, at: '2026-06-12T02:00:00.000Z' } }],
    [{ congress: { ...bothReports.congress, form: 'wall' } }],
  ])('a report that says nothing is none: %j', async (change) => {
    const before = await stored('listed')
    await expect(act('listed', 'prove', 'east-officer', change)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await stored('listed')).toEqual(before)
  })

  test('a general one needs none', async () => {
    await expect(act('general', 'prove', 'east-officer')).rejects.toMatchObject(refused('重大隐患'))
    await act('general', 'close', 'east-officer')
  })

  test('listed, it closes only after the supervision has ended, and stands on its shelf until then', async () => {
    const shelf = async () =>
      (await cloud.call<{ items: HazardRow[] }>('hazard', 'ledger', { listed: true }, 'east-officer')).items.map(
        ({ id }) => id,
      )
    await act('listed', 'prove', 'east-officer')
    await act('listed', 'list', 'east-officer')
    await expect(act('listed', 'list', 'east-officer')).rejects.toMatchObject(refused('已经登记'))
    expect(await shelf()).toEqual([hazardId('listed')])
    await expect(act('listed', 'close', 'east-officer')).rejects.toMatchObject(refused('摘牌'))
    await expect(
      act('listed', 'extendListing', 'east-officer', { dueAt: '2026-06-20T00:00:00.000Z' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await act('listed', 'extendListing', 'east-officer')
    await act('listed', 'delist', 'east-officer')
    expect(await shelf()).toEqual([])
    await act('listed', 'close', 'east-officer')
    await settle(cloud)
    const { counts } = await cloud.call<{ counts: Record<string, number> }>('hazard', 'ledger', {}, 'east-officer')
    expect(counts.listed).toBe(0)
    expect((await stored('listed')).listing).toMatchObject({
      extensions: [{ reason: '设备订货' }],
      delisted: { reason: '验收合格' },
    })
  })
})

describe('not in order after all', () => {
  test('the reporter says so with a picture; the officers are told, the enterprise reads neither', async () => {
    const file = await cloud.upload(`hazard/${hazardId('hidden')}/again/1.jpg`, jpegWithPlace(), 'worker-wang')
    await act('hidden', 'reopen', 'worker-wang', { photos: [file], reason: '我在三号机旁看到' })
    await settle(cloud)
    const seen = await detail('hidden')
    expect(seen).toMatchObject({ state: 'reopened', reopenings: [{ by: 'reporter', reason: '我在三号机旁看到' }] })
    expect(seen.reopenings[0]?.photos).toMatchObject([{ url: expect.stringContaining('http') as string }])
    const fixer = await cloud.call<z.output<typeof FixerView>>(
      ...(['hazard', 'fixDetail', { id: hazardId('hidden') }, 'zeneng-fixer'] as const),
    )
    expect(JSON.stringify(fixer)).not.toContain('三号机')
    expect((await stored('hidden')).events.at(-1)).toMatchObject({ by: 'reporter', name: '上报人' })
    const told = await readAll(cloud, 'messages', { openid: 'east-officer' })
    expect(told.filter((message) => JSON.stringify(message).includes('请复查'))).toHaveLength(1)
  })

  test('an anonymous one by his key, nobody else', async () => {
    const key = { retrievalKey: 'a key of nobody at all' }
    await expect(act('anonymous', 'reopen', 'worker-wang')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      act('anonymous', 'reopen', 'worker-wang', { retrievalKey: 'another key of nobody' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(act('again', 'reopen', 'worker-li', key)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act('anonymous', 'reopen', 'worker-wang', key)
    expect((await stored('anonymous')).state).toBe('reopened')
    expect(JSON.stringify(await stored('anonymous'))).not.toContain('worker-wang')
  })

  test('for ninety days', async () => {
    const view = (name: string) =>
      cloud.call<z.output<typeof ReporterView>>('hazard', 'view', { id: hazardId(name) }, 'worker-wang')
    expect((await view('again')).reopenUntil).not.toBeNull()
    await expect(act('old', 'reopen', 'worker-wang')).rejects.toMatchObject(refused('90 天'))
    await expect(act('old', 'recheck', 'east-officer')).rejects.toMatchObject(refused('90 天'))
    await act('again', 'reopen', 'worker-wang')
    expect((await view('again')).reopenUntil).toBeNull()
  })

  test('it is upheld by somebody who never fixed it, or handed to the enterprise again', async () => {
    await act('own-work', 'assign', 'east-officer')
    await act('own-work', 'plan', 'fixer-and-officer', { dueAt: '2026-06-25T15:59:59.999Z' })
    await act('own-work', 'answer', 'fixer-and-officer')
    await settle(cloud)
    await act('own-work', 'close', 'east-officer')
    await act('own-work', 'recur', 'east-officer')
    expect((await detail('own-work', 'fixer-and-officer')).acts).not.toContain('uphold')
    await expect(act('own-work', 'uphold', 'fixer-and-officer')).rejects.toMatchObject({ code: 'SAME_PERSON' })
    await act('upheld', 'uphold', 'east-officer')
    expect(await stored('upheld')).toMatchObject({ state: 'closed', fixRank: 2 })
    await act('handed-again', 'assign', 'east-officer')
    const again = await stored('handed-again')
    expect(again).toMatchObject({ state: 'assigned', plan: null, watchUntil: null, fixRank: 0 })
    expect(again.formerPlans).toHaveLength(1)
  })
})

describe('the second look', () => {
  test('is asked for once, a month after the closing; what came back is opened again', async () => {
    for (let minute = 0; minute < 2; minute++) {
      await Promise.all([cloud.tick('hazard'), cloud.tick('hazard')])
      await settle(cloud)
    }
    const asked = (await stored('look')).events.filter(({ act: verb }) => verb === 'ask-recheck')
    expect(asked).toHaveLength(1)
    await act('look', 'recheck', 'east-officer')
    expect(await stored('look')).toMatchObject({ state: 'closed', recheckAt: null })
    await act('came-back', 'recur', 'east-officer')
    expect(await stored('came-back')).toMatchObject({ state: 'reopened', reopenings: [{ by: 'officer' }] })
  })

  test('its days are counted from the closing', async () => {
    const { watchUntil, recheckAt } = await stored('general')
    expect([watchUntil?.toISOString(), recheckAt?.toISOString()]).toEqual([
      '2026-09-08T15:59:59.999Z',
      '2026-07-10T15:59:59.999Z',
    ])
  })
})

describe('how it is filed', () => {
  test('by default what workers found and the kind says; filed otherwise it is found by that', async () => {
    await act('filed', 'accept', 'east-officer', { source: 'expert', level: '2' })
    await act('health', 'accept', 'east-officer')
    expect(await stored('filed')).toMatchObject({ record: 'danger', source: 'expert', level: '2', grade: 'general' })
    expect(await stored('health')).toMatchObject({ record: 'health', source: 'worker', level: null })
    const found = async (filter: object) =>
      (await cloud.call<{ items: HazardRow[] }>('hazard', 'ledger', filter, 'east-officer')).items.map(({ id }) => id)
    for (const filter of [{ source: 'expert' }, { level: '2' }, { source: 'expert', kind: 'electric', level: '2' }])
      expect(await found(filter)).toEqual([hazardId('filed')])
    expect(await found({ record: 'health' })).toEqual([hazardId('health')])
    expect(await found({ source: 'government' })).toEqual([])
  })
})
