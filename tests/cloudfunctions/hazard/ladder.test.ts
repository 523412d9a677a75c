import { addDays, dateOf } from 'types/calendar'
import { ladderRules, leavesAt, rungAbove, rungs, type LadderView } from 'types/hazard-ladder'
import { deriveId } from 'types/ids'
import type * as z from 'types/zod'
import type { HazardDoc } from '../../../cloudfunctions/hazard/hazard'
import type { Cloud } from '../../support/cloud'
import { hazardDocument, hazardId, readAll, unders } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'
import { personId } from '../../support/factories/hazard-way'

type Onward = {
  ladder: z.output<typeof LadderView> | null
  letters: object[]
  mayWrite: boolean
  proposal: string | null
}

const dueAt = new Date('2026-06-20T15:59:59.999Z')
const late = (name: string, number: number, change: Partial<HazardDoc> = {}) => ({
  c: 'hazards',
  d: { ...hazardDocument({ id: hazardId(name), state: 'assigned', number, dueAt, under: unders.zeneng }), ...change },
})
const seeded = [
  late('general', 1),
  late('major', 2, { grade: 'major' }),
  late('looked-at', 5),
  late('by-hand', 3, { dueAt: new Date('2026-12-01T00:00:00Z') }),
  { c: 'hazards', d: hazardDocument({ id: hazardId('closed'), state: 'closed', number: 4, dueAt }) },
  { c: 'hazards', d: hazardDocument({ id: hazardId('new'), state: 'reported' }) },
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startHazardCloud('2026-06-20T02:00:00.000Z', seeded)
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: object, openid = 'east-officer') =>
  cloud.call<T>('hazard', action, input, openid)
const stored = async (name: string) => (await readAll(cloud, 'hazards', { _id: hazardId(name) }))[0]!
const rungOf = async (name: string) => (await stored(name)).ladder?.rung
const climbs = async (name: string) =>
  (await stored(name)).events.filter(({ act }) => act === 'climb').map(({ data }) => data.rung)
// A minute later each day: a term counts from the very moment somebody climbed, and a busy machine climbs late.
const later = async (days: number) => {
  const at = Date.parse(`${addDays('2026-06-20', days)}T20:00:00.000Z`) + days * 60_000
  await cloud.clock({ now: new Date(at).toISOString() })
  for (let round = 0; round < 3; round++) await cloud.tick('hazard')
}
const told = async (name: string, openid: string) =>
  (await readAll<{ openid: string; page: string; fields: { value: string }[] }>(cloud, 'messages'))
    .filter(({ openid: to, page }) => to === openid && page?.includes(hazardId(name)))
    .map(({ fields }) => fields[0]?.value)

test('rules: every rung but the last leads on, a major hazard begins with the management', () => {
  expect(rungs.map(rungAbove)).toEqual([...rungs.slice(1), undefined])
  expect(ladderRules.major.start).toBe('enterprise')
  for (const grade of ['general', 'major'] as const) {
    expect(leavesAt(grade, 'listed', dueAt)).toBeNull()
    for (const rung of rungs.slice(rungs.indexOf(ladderRules[grade].start), -1))
      expect(leavesAt(grade, rung, dueAt)!.getTime()).toBeGreaterThan(dueAt.getTime())
  }
})

describe('by the clock', () => {
  test('on time nobody climbs; overdue it goes one rung a term, each once, with word to who stands there', async () => {
    await cloud.tick('hazard')
    expect(await rungOf('general')).toBeUndefined()
    await later(0)
    expect([await rungOf('general'), await rungOf('major')]).toEqual(['team', 'upper'])
    await later(0)
    expect(await climbs('general')).toEqual(['team'])
    const reached: string[] = []
    for (const day of [1, 2, 3, 5, 6, 20, 21, 36, 60]) {
      await later(day)
      reached.push(`${day} ${await rungOf('general')}`)
    }
    expect(reached).toEqual([
      ...['1 team', '2 workshop', '3 workshop', '5 enterprise', '6 enterprise'],
      ...['20 upper', '21 upper', '36 listed', '60 listed'],
    ])
    expect(await climbs('general')).toEqual(rungs.slice(1))
    expect(await climbs('major')).toEqual(['upper', 'listed'])
    // The enterprise has no team and no workshop of its own here: its chair hears of every rung up to his own.
    expect((await told('general', 'zeneng-chair')).filter((title) => title !== '企业整改逾期，请督促')).toEqual(
      expect.arrayContaining(['请起草书面建议函']),
    )
    expect(await told('general', 'city-officer')).toEqual(['建议提请监管和上级工会督促'])
    expect(await told('major', 'city-officer')).toEqual(expect.arrayContaining(['建议提请安委会挂牌督办']))
    expect((await told('general', 'zeneng-fixer')).filter((title) => title?.startsWith('整改逾期'))).toHaveLength(5)
    expect(await rungOf('closed')).toBeUndefined()
  }, 60_000)

  test('what the clock did disturbs no decision made on the page as it stood', async () => {
    // Seen before it became overdue and climbed; raised by hand on that page.
    const raised = { id: hazardId('looked-at'), version: 2, to: 'listed', reason: '多次督促无果' }
    await expect(call('raise', raised)).rejects.toMatchObject({ message: '已经到“安委会挂牌督办”这一级，只能往上提。' })
    const { ladder, proposal, mayWrite } = await call<Onward>('onward', { id: hazardId('general') })
    expect(ladder).toMatchObject({ rung: 'listed', nextAt: null, above: [] })
    // Supervision by a committee is for major ones.
    expect([proposal, mayWrite]).toEqual(['refer', true])
    expect((await call<Onward>('onward', { id: hazardId('major') })).proposal).toBe('listed')
    expect((await stored('general')).under).toEqual(unders.zeneng)
  })
})

describe('by hand', () => {
  test('an officer takes it up with a reason, never down; the same again is one rung', async () => {
    const { version } = await stored('by-hand')
    const input = { id: hazardId('by-hand'), version, to: 'enterprise', reason: '班组无力解决' }
    const first = await call<{ version: number }>('raise', input)
    expect(await call('raise', input)).toEqual(first)
    expect((await stored('by-hand')).ladder).toMatchObject({ rung: 'enterprise' })
    const down = call('raise', { ...input, version: first.version, to: 'team' })
    await expect(down).rejects.toMatchObject({ message: '已经到“企业行政”这一级，只能往上提。' })
    await expect(call('raise', { ...input, to: 'upper' })).rejects.toMatchObject({ code: 'CONFLICT' })
    const onward = await call<Onward>('onward', { id: hazardId('by-hand') })
    expect(onward).toMatchObject({ proposal: 'letter', ladder: { above: ['upper', 'listed'] } })
    const _id = deriveId('ladder-letter', dateOf(dueAt))
    const words = { to: '泽能机械', facts: '配电箱敞开', laws: ['safety-60'], suggestion: '建议加锁', replyDays: 15 }
    await call('draftLetter', { _id, id: hazardId('by-hand'), ...words })
    expect(await call<Onward>('onward', { id: hazardId('by-hand') })).toMatchObject({
      proposal: null,
      letters: [{ id: _id }],
    })
    expect((await stored('by-hand')).events.at(-1)).toMatchObject({ act: 'raise', by: personId('east-officer') })
  })

  test('not before it is accepted, not once it is closed, and by nobody of another district', async () => {
    for (const name of ['new', 'closed']) {
      const { version } = await stored(name)
      const raised = call('raise', { id: hazardId(name), version, to: 'listed', reason: '提高' })
      await expect(raised).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    }
    expect((await call<Onward>('onward', { id: hazardId('new') })).ladder).toBeNull()
    await expect(call('onward', { id: hazardId('general') }, 'west-officer')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
