import { unzipSync } from 'fflate'
import type { YearRow, OwnYear, YearRecord } from 'types/volunteer-year'
import { startCloud, type Cloud } from '../../support/cloud'
import { activityCalls, activityForm } from '../../support/factories/activity'
import { applicationId, cast, idOf, nodeLines, personLine } from '../../support/factories/volunteer'
import { enrolledEnv, enrolledLine, phoneOf } from '../../support/factories/volunteer-enrolled'
import { attendanceLine, correctAttendance, yearSettled } from '../../support/factories/volunteer-year'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const now = '2026-06-10T02:00:00.000Z'
const names = ['none', 'one', 'two', 'plain', 'night', 'racer', 'planner', 'goes', 'gone', 'old']
const people = names.map((openid, index) => ({ openid, name: `队员${openid}`, order: String(201 + index) }))
const spring = '2026-03-05T01:00:00.000Z'
const summer = '2026-05-06T01:00:00.000Z'

const attended = [
  { openid: 'one', name: 'spring', startsAt: spring },
  { openid: 'one', name: 'missed', startsAt: summer, state: 'absent' as const },
  { openid: 'one', name: 'excused', startsAt: summer, state: 'excused' as const },
  { openid: 'two', name: 'spring', startsAt: spring, minutes: 95 },
  { openid: 'two', name: 'summer', startsAt: summer, minutes: 61 },
  { openid: 'plain', name: 'everyday', startsAt: spring, special: false },
  { openid: 'plain', name: 'everyday too', startsAt: summer, special: false },
  // Begins before midnight of New Year’s Eve in Shanghai and ends after it; the other one begins with the year.
  { openid: 'night', name: 'new year’s eve', startsAt: '2025-12-31T15:30:00.000Z' },
  { openid: 'night', name: 'new year’s morning', startsAt: '2025-12-31T16:00:00.000Z' },
  { openid: 'racer', name: 'spring', startsAt: spring },
  { openid: 'planner', name: 'spring', startsAt: spring },
  { openid: 'planner', name: 'later', startsAt: '2026-10-05T01:00:00.000Z', state: 'joined' as const, told: false },
]

let cloud: Cloud
beforeAll(async () => {
  const offices = [personLine('street-officer', '柳如烟', { role: 'officer', at: 'eastStreet' })]
  const street = { openid: 'street-v', name: '街道志愿', order: '230', at: 'eastStreet' as const }
  const lines = [...nodeLines(), ...cast(), ...offices, ...[...people, street].map(enrolledLine)]
  cloud = await startCloud({ seed: seedFile([...lines, ...attended.map(attendanceLine)]), env: enrolledEnv })
  await cloud.clock({ now })
  await yearSettled(cloud)
})
afterAll(() => cloud.stop())

type Mine = { since: number | null; mine: OwnYear | null }
type Tally = { none: number; some: number; enough: number; minutes: number }
type Overview = { tally: Tally; below: { name: string; tally: Tally }[] }

const ask = <T>(action: string, input: object, openid = 'east-officer') =>
  cloud.call<T>('volunteer', action, input, openid)
const mine = (openid: string, year = 2026) => ask<Mine>('myYear', { year }, openid)
const list = async (filter: string, nodeId = idOf('east'), openid = 'east-officer') =>
  (await ask<{ items: YearRow[] }>('yearList', { nodeId, year: 2026, filter, size: 50 }, openid)).items
const idsOf = (rows: readonly YearRow[]) => rows.map((row) => row.applicationId).sort()
const expected = (...openids: string[]) => openids.map(applicationId).sort()
const overview = (nodeId = idOf('east'), openid = 'east-officer') =>
  ask<Overview>('yearOverview', { nodeId, year: 2026 }, openid)
const docOf = async (openid: string, year = 2026) =>
  (await rawDocuments(cloud, 'volunteer_years', { applicationId: applicationId(openid), year }))[0]

describe('the count', () => {
  test('special activities served, all served, minutes and absences; excused ones count for nothing', async () => {
    expect((await mine('one')).mine).toMatchObject({ times: 1, all: 1, minutes: 120, absences: 1, shelf: 'some' })
    expect((await mine('two')).mine).toMatchObject({ times: 2, all: 2, minutes: 156, absences: 0, shelf: 'enough' })
    expect((await mine('plain')).mine).toMatchObject({ times: 0, all: 2, shelf: 'none', need: 2 })
    expect(await docOf('two')).toMatchObject({ times: 2, minutes: 156, shelf: 'enough', short: false })
  })

  test('an activity belongs to the year in which it begins in Shanghai', async () => {
    expect((await mine('night')).mine?.items.map(({ title }) => title)).toEqual(['new year’s morning'])
    expect(await docOf('night', 2025)).toMatchObject({ times: 1 })
  })

  test('a worker has no year, a volunteer none before his first', async () => {
    expect(await mine('worker')).toEqual({ since: null, mine: null })
    expect(await mine('one', 2025)).toEqual({ since: 2026, mine: null })
  })

  test('officers find everybody by how far he is, and nobody else’s', async () => {
    expect(idsOf(await list('some'))).toEqual(expected('one', 'night', 'racer', 'planner'))
    expect(idsOf(await list('enough'))).toEqual(expected('two'))
    expect((await list('short'))[0]?.times).toBe(0)
    expect(await list('all', idOf('west'), 'west-officer')).toEqual([])
    expect(idsOf(await list('all', idOf('eastStreet'), 'street-officer'))).toEqual(expected('street-v'))
    expect(idsOf(await list('enough', idOf('eastRegulator'), 'east-regulator'))).toEqual(expected('two'))
  })

  test('the tiles add up to the lists, at the node and at the nodes below it', async () => {
    const all = await list('all')
    const { tally, below } = await overview()
    expect(tally).toEqual({
      none: all.filter(({ shelf }) => shelf === 'none').length,
      some: all.filter(({ shelf }) => shelf === 'some').length,
      enough: all.filter(({ shelf }) => shelf === 'enough').length,
      minutes: all.reduce((sum, { minutes }) => sum + minutes, 0),
    })
    expect(below).toEqual([
      expect.objectContaining({ name: '东澜区柳岸街道总工会', tally: { none: 1, some: 0, enough: 0, minutes: 0 } }),
    ])
  })

  test('a correction is counted again, and the tiles follow', async () => {
    const before = (await overview()).tally
    await correctAttendance(cloud, 'racer', 'spring', 2026, { state: 'absent', minutes: 0 })
    await yearSettled(cloud)
    expect(await docOf('racer')).toMatchObject({ times: 0, minutes: 0, absences: 1, shelf: 'none' })
    expect((await overview()).tally).toEqual({
      ...before,
      ...{ none: before.none + 1, some: before.some - 1, minutes: before.minutes - 120 },
    })
  })

  test('the same word twice changes nothing', async () => {
    const before = await docOf('racer')
    await correctAttendance(cloud, 'racer', 'spring', 2026, {})
    await yearSettled(cloud)
    expect(await docOf('racer')).toEqual(before)
  })

  test('many corrections while drainers die: the last one stands and the tiles are right', async () => {
    for (let round = 0; round < 6; round++) {
      await correctAttendance(cloud, 'racer', 'spring', 2026, { state: 'served', minutes: 60 + round })
      await cloud.fault({ target: 'function', name: 'volunteer', mode: 'kill', times: 1, trips: 3 + round * 3 })
      await cloud.tick('volunteer').catch(() => undefined)
      await cloud.clearFaults()
      await cloud.clock({ advanceMs: 31_000 })
    }
    await yearSettled(cloud)
    expect(await docOf('racer')).toMatchObject({ times: 1, minutes: 65 })
    const all = await list('all')
    expect((await overview()).tally.minutes).toBe(all.reduce((sum, { minutes }) => sum + minutes, 0))
  })
})

describe('one volunteer’s year for officers', () => {
  test('every number has its activities beside it', async () => {
    const [row] = (await list('enough')).filter(({ applicationId: id }) => id === applicationId('two'))
    const record = await ask<YearRecord>('yearRecord', { id: row?.id })
    expect(record.items.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['spring', 95],
      ['summer', 61],
    ])
    await expect(ask('yearRecord', { id: row?.id }, 'west-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(ask('yearRecord', { id: row?.id }, 'two')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('the sheet for calling holds the numbers of those who are short, and each of them can read who took it', async () => {
    const reason = '电话提醒参加活动'
    const sheet = await ask<{ url: string; rows: number; fileName: string }>('callSheet', {
      ...{ nodeId: idOf('east'), year: 2026, reason },
    })
    expect(sheet.rows).toBe((await list('short')).length)
    const parts = Object.values(unzipSync((await cloud.request(sheet.url)).body))
    const holds = (order: string) =>
      parts.some((part) => Buffer.from(part).includes(phoneOf({ openid: '', name: '', order })))
    expect([holds('202'), holds('203')]).toEqual([true, false])
    const events = (await rawDocuments(cloud, 'applications', { _id: applicationId('one') }))[0]?.events
    expect(events).toEqual([expect.objectContaining({ act: 'read-phone', data: expect.objectContaining({ reason }) })])
    expect((await rawDocuments(cloud, 'applications', { _id: applicationId('two') }))[0]?.events).toEqual([])
    await expect(
      ask('callSheet', { nodeId: idOf('east'), year: 2026, reason }, 'east-regulator'),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await cloud.clock({ advanceMs: 3_700_000 })
    await cloud.tick('volunteer')
    expect(await rawDocuments(cloud, 'volunteer_call_sheets')).toEqual([])
    expect((await cloud.request(sheet.url)).status).not.toBe(200)
  })
})

test('a real activity: joined, signed for by the organiser, counted; taken back when he was not there after all', async () => {
  const startsAt = '2026-06-12T01:00:00.000Z'
  const calls = activityCalls(() => cloud)
  const id = await calls.publish('real one', activityForm(startsAt, now))
  await calls.join(id, 'goes')
  expect((await mine('goes')).mine).toMatchObject({ times: 0, items: [expect.objectContaining({ state: 'joined' })] })
  await calls.at('2026-06-12T03:30:00.000Z')
  const outAt = '2026-06-12T03:00:00.000Z'
  await calls.set(id, 'goes', { inAt: startsAt, outAt, reason: '现场点名' })
  await yearSettled(cloud)
  expect(await docOf('goes')).toMatchObject({ times: 1, minutes: 120, shelf: 'some' })
  await calls.set(id, 'goes', { inAt: null, outAt: null, reason: '认错了人' })
  await yearSettled(cloud)
  expect(await docOf('goes')).toMatchObject({ times: 0, minutes: 0, shelf: 'none' })
})

describe('who leaves', () => {
  test('an erased volunteer is on no list of those who are short, his service stays in the tiles', async () => {
    const before = (await overview()).tally
    await cloud.call('org', 'eraseMe', { confirm: '注销' }, 'one')
    for (let round = 0; round < 4; round++) await cloud.tick('org')
    await yearSettled(cloud)
    expect(await docOf('one')).toMatchObject({ state: 'left', shelf: 'left', short: false, times: 1 })
    expect(idsOf(await list('short'))).not.toContain(applicationId('one'))
    expect((await overview()).tally).toEqual({ ...before, some: before.some - 1 })
    expect((await list('all')).find((row) => row.applicationId === applicationId('one'))?.name).toBe('已注销')
  })
})

describe('autumn', () => {
  const remindersOf = async (openid: string) =>
    (await rawDocuments(cloud, 'messages', { openid })).filter(({ template }) => template === 'activity').length
  const ticks = async () => {
    for (let round = 0; round < 3; round++) {
      await cloud.tick('volunteer')
      await cloud.tick('notice')
    }
    await yearSettled(cloud)
    await cloud.tick('notice')
  }

  test('from the first of September who is short is told, once; who has joined enough is left in peace', async () => {
    await cloud.clock({ now: '2026-08-31T15:59:00.000Z' })
    await ticks()
    expect(await remindersOf('none')).toBe(0)
    await cloud.clock({ now: '2026-08-31T16:01:00.000Z' })
    await ticks()
    await ticks()
    const told = await Promise.all(['none', 'two', 'planner', 'plain'].map(remindersOf))
    expect(told).toEqual([1, 0, 0, 1])
  })

  test('and once more from November on, also who did not go after all', async () => {
    await cloud.clock({ now: '2026-11-02T02:00:00.000Z' })
    await ticks()
    await ticks()
    expect(await Promise.all(['none', 'two', 'planner'].map(remindersOf))).toEqual([2, 0, 1])
  })
})

test('on New Year’s morning everybody on the roster has a new year of nothing, and the old one stays', async () => {
  await cloud.clock({ now: '2026-12-31T16:00:30.000Z' })
  await yearSettled(cloud)
  const fresh = await rawDocuments(cloud, 'volunteer_years', { year: 2027 })
  expect(fresh).toHaveLength(people.length)
  expect(fresh.every(({ times, shelf }) => times === 0 && shelf === 'none')).toBe(true)
  expect(await docOf('two')).toMatchObject({ year: 2026, times: 2 })
  expect((await mine('two', 2027)).mine).toMatchObject({ times: 0, need: 2 })
})
