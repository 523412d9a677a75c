import type { HazardState } from 'types/hazard'
import type { FixerView, OfficerView } from 'types/hazard-views'
import type * as z from 'types/zod'
import type { Cloud } from '../../support/cloud'
import { hazardId, hazardLine, jpegWithPlace, readAll, settle } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'
import { fivePlan, personId } from '../../support/factories/hazard-way'
import { actingOn, later } from '../../support/factories/hazard-acts'

const now = '2026-06-10T02:00:00.000Z'
const today = new Date('2026-06-10T01:00:00.000Z')
const places: [string, HazardState, object][] = [
  ['five', 'assigned', {}],
  ['paper', 'assigned', {}],
  ['again', 'fixing', {}],
  ['late', 'assigned', { overdue: true, dueAt: new Date('2026-06-08T15:59:59.999Z') }],
  ['spot', 'assigned', { handedAt: today }],
  ['spot-major', 'assigned', { handedAt: today, grade: 'major' }],
  ['spot-yesterday', 'assigned', { handedAt: new Date('2026-06-09T15:59:59.999Z') }],
  ['notes', 'fixing', {}],
  [
    'silent',
    'fixing',
    { progressDueAt: new Date('2026-06-09T15:59:59.999Z'), dueAt: new Date('2026-09-20T00:00:00Z') },
  ],
  ['quiet-major', 'fixing', { grade: 'major', dueAt: new Date('2026-09-20T00:00:00Z') }],
  ['longer', 'fixing', {}],
  ['no-longer', 'fixing', {}],
  ['own', 'fixing', {}],
]

let cloud: Cloud
beforeAll(async () => {
  const seeded = places.map(([name, state, change], index) =>
    hazardLine({ id: hazardId(name), state, number: index + 1, words: `第 ${index} 处`, ...change }),
  )
  cloud = await startHazardCloud(now, seeded)
})
afterAll(() => cloud.stop())

const { stored, act } = actingOn(() => cloud)
const fails = (code: string, message?: string) => ({
  code,
  ...(message ? { message: expect.stringContaining(message) as string } : {}),
})
const seen = (name: string) =>
  cloud.call<z.output<typeof FixerView>>('hazard', 'fixDetail', { id: hazardId(name) }, 'zeneng-fixer')
const seenBy = (name: string, openid: string) =>
  cloud.call<z.output<typeof OfficerView>>('hazard', 'detail', { id: hazardId(name) }, openid)

describe('the five commitments', () => {
  test.each([
    ['answerable', '  '],
    ['measures', ''],
    ['money', undefined],
    ['money', null],
    ['money', -1],
    ['emergency', '\u200b'],
    ['dueAt', '2026-06-09T00:00:00.000Z'],
    ['dueAt', '2026-06-21T00:00:00.000Z'],
  ])('none goes through with %s %j', async (field, value) => {
    const before = await stored('five')
    await expect(act('five', 'plan', 'zeneng-fixer', { [field]: value })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { [field]: expect.any(String) as string },
    })
    expect(await stored('five')).toEqual(before)
  })

  test('without them nothing is answered; with them it is, money may be nought', async () => {
    await expect(act('five', 'answer', 'zeneng-fixer')).rejects.toMatchObject(fails('NOT_ALLOWED_NOW'))
    await act('five', 'plan', 'zeneng-fixer', { money: 0 })
    expect(await stored('five')).toMatchObject({ state: 'fixing', plan: { money: 0, by: personId('zeneng-fixer') } })
    expect(await seen('five')).toMatchObject({ plan: { answerable: fivePlan.answerable, money: 0 } })
    await act('five', 'answer', 'zeneng-fixer')
    expect(await stored('five')).toMatchObject({ state: 'answered', progressDueAt: null })
  })

  test('the officer writes down a plan on paper; his word is no hand in the fixing', async () => {
    await act('paper', 'plan', 'east-officer')
    const doc = await stored('paper')
    expect(doc).toMatchObject({ state: 'fixing', hands: [personId('zeneng-fixer')] })
    expect(doc.events.at(-1)).toMatchObject({ by: personId('east-officer'), data: { money: 1200 } })
  })

  test('a change keeps what was, and the trail names nobody', async () => {
    await act('again', 'replan', 'zeneng-fixer', { money: 5000, answerable: '某某经理' })
    const { events, formerPlans, plan } = await stored('again')
    expect(plan).toMatchObject({ money: 5000, answerable: '某某经理' })
    expect(formerPlans).toMatchObject([{ money: 1200 }])
    expect(events.at(-1)?.data).toMatchObject({ money: 5000, was: { money: 1200, measures: fivePlan.measures } })
    expect(JSON.stringify(events)).not.toContain('某某经理')
  })

  test('a plan made too late has until tonight, and the lateness stays', async () => {
    await expect(act('late', 'plan', 'zeneng-fixer')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await act('late', 'plan', 'zeneng-fixer', { dueAt: '2026-06-10T15:59:59.999Z' })
    expect(await stored('late')).toMatchObject({ state: 'fixing', overdue: true })
  })
})

describe('put right at once', () => {
  test('what is general and was handed over today, closed by another person, said in the time line', async () => {
    expect((await seen('spot')).acts).toContain('fixOnSpot')
    await act('spot', 'fixOnSpot', 'zeneng-fixer')
    await settle(cloud)
    expect(await stored('spot')).toMatchObject({ state: 'answered', plan: null })
    expect((await seen('spot')).timeline.map(({ title }) => title)).toContain('企业立行立改，当天改好')
    expect((await seenBy('spot', 'east-officer')).acts).toEqual(expect.arrayContaining(['returnUnplanned', 'close']))
    // Sent back it has no plan yet: it begins with one.
    await act('spot', 'return', 'east-officer')
    expect(await stored('spot')).toMatchObject({ state: 'assigned' })
    await act('spot', 'fixOnSpot', 'zeneng-fixer')
    await settle(cloud)
    await act('spot', 'close', 'east-officer')
    expect(await stored('spot')).toMatchObject({ state: 'closed' })
  })

  test.each([
    ['spot-major', '重大隐患不能立行立改'],
    ['spot-yesterday', '只限交办当天'],
  ])('not %s', async (name, sentence) => {
    expect((await seen(name)).acts).not.toContain('fixOnSpot')
    await expect(act(name, 'fixOnSpot', 'zeneng-fixer')).rejects.toMatchObject(fails('NOT_ALLOWED_NOW', sentence))
    expect((await stored(name)).state).toBe('assigned')
  })
})

describe('how far it is', () => {
  test('a note has its pictures cleaned like any other and moves the day of the next', async () => {
    const file = await cloud.upload(`hazard/${hazardId('notes')}/during/1.jpg`, jpegWithPlace(), 'zeneng-fixer')
    await act('notes', 'progress', 'zeneng-fixer', { photos: [file] })
    await settle(cloud)
    const { notes, progressDueAt } = await stored('notes')
    expect(progressDueAt?.toISOString()).toBe('2026-06-17T15:59:59.999Z')
    expect(notes).toMatchObject([{ words: '电线已经买到', photos: [{ clean: true, original: file }] }])
    expect((await seen('notes')).notes).toMatchObject([
      { photos: [{ url: expect.stringContaining('http') as string }] },
    ])
    await expect(act('notes', 'progress', 'zeneng-fixer', { photos: [file] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await act('quiet-major', 'progress', 'zeneng-fixer')
    expect((await stored('quiet-major')).progressDueAt?.toISOString()).toBe('2026-07-10T15:59:59.999Z')
  })

  test('who is silent is reminded once a period, and a note written meanwhile still counts', async () => {
    const reminders = async () =>
      (await stored('silent')).events.filter(({ act: verb }) => verb === 'remind-progress').length
    const { version } = await stored('silent')
    for (let minute = 0; minute < 3; minute++) {
      await Promise.all([cloud.tick('hazard'), cloud.tick('hazard')])
      await cloud.clock({ advanceMs: 60_000 })
    }
    await settle(cloud)
    expect(await reminders()).toBe(1)
    const heard = await readAll<object>(cloud, 'messages', { openid: 'zeneng-fixer' })
    expect(heard.filter((message) => JSON.stringify(message).includes('请报告整改进展'))).toHaveLength(1)
    await act('silent', 'progress', 'zeneng-fixer', { version })
    expect((await stored('silent')).notes).toHaveLength(1)
  })
})

describe('more time', () => {
  test('is asked for with a later day, answered by another person, and moves the deadline', async () => {
    await expect(
      act('longer', 'askExtension', 'zeneng-fixer', { dueAt: '2026-06-15T00:00:00.000Z' }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(act('longer', 'grantExtension', 'east-officer')).rejects.toMatchObject(fails('NOT_ALLOWED_NOW'))
    await act('longer', 'askExtension', 'zeneng-fixer')
    await expect(act('longer', 'askExtension', 'zeneng-fixer')).rejects.toMatchObject(
      fails('NOT_ALLOWED_NOW', '已经申请'),
    )
    expect((await seenBy('longer', 'east-officer')).acts).toEqual(expect.arrayContaining(['grantExtension']))
    await act('longer', 'grantExtension', 'east-officer')
    const doc = await stored('longer')
    expect(doc.dueAt?.toISOString()).toBe(later)
    expect(doc.extensions).toMatchObject([{ state: 'granted', reason: '配件缺货', answer: '同意，请抓紧' }])
  })

  test('refused, the deadline stays where it was', async () => {
    const { dueAt } = await stored('no-longer')
    await act('no-longer', 'askExtension', 'zeneng-fixer')
    await act('no-longer', 'refuseExtension', 'east-officer')
    expect(await stored('no-longer')).toMatchObject({ dueAt, extensions: [{ state: 'refused' }] })
  })

  test('nobody answers himself', async () => {
    await act('own', 'askExtension', 'fixer-and-officer')
    expect((await seenBy('own', 'fixer-and-officer')).acts).not.toContain('grantExtension')
    await expect(act('own', 'grantExtension', 'fixer-and-officer')).rejects.toMatchObject(fails('SAME_PERSON'))
    await act('own', 'grantExtension', 'east-deputy')
  })

  test('lateness goes with the old deadline', async () => {
    await act('late', 'askExtension', 'zeneng-fixer')
    await act('late', 'grantExtension', 'east-officer')
    expect(await stored('late')).toMatchObject({ overdue: false, state: 'fixing' })
  })
})
