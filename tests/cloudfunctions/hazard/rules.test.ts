import type { OutputOf } from 'types/contract'
import { shippedDays, type ruleEntries } from 'types/hazard-rules'
import { deriveId } from 'types/ids'
import type { LetterDoc } from '../../../cloudfunctions/hazard/letter/letter'
import type { RulesDoc } from '../../../cloudfunctions/hazard/rules/rules'
import type { Cloud } from '../../support/cloud'
import { hazardId, hazardLine, nodeId, readAll, toSeed, world } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'
import { seedFile } from '../../support/seed-file'

type Rules = OutputOf<typeof ruleEntries.rules>
type Done = { id: string; state: string; version: number }

const seeded = [
  hazardLine({ id: hazardId('before'), state: 'assigned', number: 1 }),
  hazardLine({ id: hazardId('after'), state: 'assigned', number: 2 }),
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startHazardCloud('2026-06-04T02:00:00.000Z', seeded)
})
afterAll(() => cloud.stop())

const call = <T = Done>(action: string, input: object, openid = 'city-officer') =>
  cloud.call<T>('hazard', action, input, openid)
const rules = (openid?: string) => call<Rules>('rules', {}, openid)
const draft = { to: '泽能机械', facts: '配电箱敞开', laws: ['safety-60'], suggestion: '建议加锁', replyDays: 15 }
const dueOf = async (name: string) => {
  const _id = deriveId('rules-letter', name)
  await call('draftLetter', { _id, id: hazardId('before'), ...draft }, 'east-officer')
  await call('sendLetter', { id: _id, version: 0, way: 'hand', at: '2026-06-04T02:00:00.000Z' }, 'east-officer')
  return (await readAll<LetterDoc>(cloud, 'hazard_letters', { _id }))[0]?.replyDueAt?.toISOString()
}
const waits = async (name: string) => {
  const [doc] = await readAll(cloud, 'hazards', { _id: hazardId(name) })
  const { since, nextAt } = doc!.ladder!
  return nextAt && (nextAt.getTime() - since.getTime()) / 86_400_000
}
const raise = (name: string) =>
  call('raise', { id: hazardId(name), version: 2, to: 'enterprise', reason: '班组无力解决' }, 'east-officer')

test('as they come with the product they are read by any officer and changed by the root alone', async () => {
  const shipped = await rules()
  expect(shipped).toMatchObject({ days: shippedDays, mayChange: true, version: null })
  expect(shipped.years.map(({ year, shipped: own }) => [year, own])).toEqual([['2026', true]])
  expect((await rules('east-officer')).mayChange).toBe(false)
  const change = { version: null, days: shippedDays }
  await expect(call('setLadderDays', change, 'east-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(call('rules', {}, 'worker-wang')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await readAll(cloud, 'hazard_rules')).toEqual([])
})

test('a letter is due after the holiday; the year an administrator enters counts from then on', async () => {
  // The 15th day is 19 June, 端午; the 20th and 21st are a weekend.
  expect(await dueOf('shipped')).toBe('2026-06-22T15:59:59.999Z')
  const input = { version: null, year: '2026', holidays: ['2026-06-19', '2026-06-22'], workdays: ['2026-06-20'] }
  const first = await call('setHolidays', input)
  expect(first).toEqual({ id: deriveId('hazard-rules', nodeId('city')), state: 'kept', version: 0 })
  expect(await call('setHolidays', input)).toEqual(first)
  await expect(call('setHolidays', { ...input, workdays: [] })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await dueOf('entered')).toBe('2026-06-20T15:59:59.999Z')
  const wrong = call('setHolidays', { ...input, version: 0, holidays: ['2026-02-30'] })
  await expect(wrong).rejects.toMatchObject({ fields: { holidays: '2026-02-30 不在 2026 年' } })
})

test('a rung waits as many days as the administrator says, within bounds', async () => {
  await raise('before')
  expect(await waits('before')).toBe(shippedDays.general.enterprise)
  const days = { ...shippedDays, general: { ...shippedDays.general, enterprise: 30 } }
  const before = await rules()
  const input = { version: before.version, days }
  const changed = await call('setLadderDays', input)
  expect(await call('setLadderDays', input)).toEqual(changed)
  await raise('after')
  expect(await waits('after')).toBe(30)
  for (const enterprise of [0, 61, 1.5]) {
    const beyond = { version: changed.version, days: { ...days, major: { enterprise, upper: 7 } } }
    await expect(call('setLadderDays', beyond)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  const after = await rules()
  expect(after).toMatchObject({ days, version: changed.version })
  expect(after.years[0]).toMatchObject({ year: '2026', shipped: false })
})

test('what was done to the rules stands in the trail under a name of its own, not over what was done to the root', async () => {
  await cloud.tick('hazard')
  const subjects = async (id: string) =>
    (await readAll(cloud, 'events', { subjectId: id })).map(({ subject }) => subject)
  expect(new Set(await subjects(deriveId('hazard-rules', nodeId('city'))))).toEqual(new Set(['期限规则']))
  expect(await subjects(nodeId('city'))).not.toContain('期限规则')
})

test('rules that still lie under the root’s id hold, and the next change carries them over', async () => {
  const [own] = await readAll<RulesDoc>(cloud, 'hazard_rules')
  const days = { ...shippedDays, major: { enterprise: 9, upper: 9 } }
  const year = { holidays: ['2026-06-19'], workdays: [] }
  const old = toSeed([
    { c: 'hazard_rules', d: { ...own!, _id: nodeId('city'), version: 4, years: { '2026': year }, days } },
  ])
  await cloud.anew({ seed: seedFile([...toSeed(world), ...old]), now: '2026-06-04T02:00:00.000Z' })
  expect(await rules()).toMatchObject({ days, version: null })
  const input = { version: null, days: shippedDays }
  const changed = await call('setLadderDays', input)
  expect(changed).toEqual({ id: deriveId('hazard-rules', nodeId('city')), state: 'kept', version: 0 })
  expect(await call('setLadderDays', input)).toEqual(changed)
  const now = await rules()
  expect(now).toMatchObject({ days: shippedDays, version: 0 })
  expect(now.years[0]).toMatchObject({ ...year, shipped: false })
})
