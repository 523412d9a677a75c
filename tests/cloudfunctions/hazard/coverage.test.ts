import type { OutputOf } from 'types/contract'
import type { HazardRow } from 'types/hazard-views'
import type { coverageEntries } from 'types/hazard-coverage'
import { startCloud, type Cloud } from '../../support/cloud'
import { actingOn } from '../../support/factories/hazard-acts'
import {
  enterpriseId,
  hazardDocument,
  hazardEnv,
  hazardId,
  hazardManifest,
  nodeId,
  readAll,
  settle,
  toSeed,
  unders,
  world,
} from '../../support/factories/hazard'
import { seedFile } from '../../support/seed-file'

type Coverage = OutputOf<typeof coverageEntries.coverage>

const names = ['worker', 'expert', 'secret', 'late']
const hidden = { identity: 'hidden' as const, under: unders.east, hiddenFrom: [nodeId('zeneng')] }
let cloud: Cloud
beforeAll(async () => {
  const hazards = names.map((name) => ({
    c: 'hazards',
    d: hazardDocument({
      id: hazardId(name),
      state: 'reported',
      under: unders.zeneng,
      ...(name === 'secret' ? hidden : {}),
    }),
  }))
  cloud = await startCloud({
    manifest: hazardManifest(),
    seed: seedFile(toSeed([...world, ...hazards])),
    env: hazardEnv,
  })
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  await rest()
})
afterAll(() => cloud.stop())

/** Until the hazards, and the rows made of them, are counted. */
const rest = async () => {
  do await settle(cloud)
  while ((await readAll(cloud, 'hazard_coverage', { outboxAt: { $ne: null } })).length > 0)
}
const { act } = actingOn(() => cloud)
const coverage = (input: object = {}, openid = 'city-officer') =>
  cloud.call<Coverage>('hazard', 'coverage', { period: '2026-06', ...input }, openid)
const rowOf = async (name: string, input: object = {}, openid?: string) =>
  (await coverage(input, openid)).items.find(({ id }) => id === enterpriseId(name))
const none = { found: 0, closed: 0, overdue: 0 }

test('every registered enterprise has a row before anybody has found anything', async () => {
  const { items, units, unseen } = await coverage()
  expect(items.length).toBe(world.filter(({ c }) => c === 'enterprises').length)
  expect([units, unseen]).toEqual([items.length, items.length])
  expect(items.every(({ covered }) => covered === 0)).toBe(true)
})

test('what is taken on counts for its enterprise, month and source, and once', async () => {
  await act('worker', 'accept', 'east-officer')
  await act('expert', 'accept', 'east-officer', { source: 'expert' })
  await rest()
  for (const input of [{}, { period: '2026-q2' }, { period: '2026' }])
    expect(await rowOf('zeneng', input)).toMatchObject({
      covered: 2,
      sources: { worker: { ...none, found: 1 }, expert: { ...none, found: 1 }, team: none },
    })
  expect((await coverage({ period: '2026-05' })).items).toEqual([])
  const { units, unseen, seen, sources } = await coverage({}, 'east-officer')
  expect([units - unseen, seen.worker, seen.expert, seen.team, sources.expert.found]).toEqual([1, 1, 1, 0, 1])
})

test('the least covered come first, and a source nobody used lists who is missing', async () => {
  const { items } = await coverage()
  expect(items.map(({ covered }) => covered)).toEqual(items.map(({ covered }) => covered).sort((a, b) => a - b))
  expect(items.at(-1)?.id).toBe(enterpriseId('zeneng'))
  expect(await rowOf('zeneng', { missing: 'expert' })).toBeUndefined()
  expect(await rowOf('zeneng', { missing: 'team' })).toBeDefined()
})

test('what is closed or late moves within its month', async () => {
  await act('late', 'accept', 'east-officer')
  await act('late', 'assign', 'east-officer')
  await rest()
  await cloud.clock({ now: '2026-07-02T02:00:00.000Z' })
  await rest()
  expect(await rowOf('zeneng')).toMatchObject({ sources: { worker: { found: 2, closed: 0, overdue: 1 } } })
  expect(await rowOf('zeneng', { period: '2026-07' })).toMatchObject({ covered: 0 })
})

test('a number never tells an employer of a report kept from him', async () => {
  await act('secret', 'accept', 'east-officer', { source: 'delegate' })
  await rest()
  expect(await rowOf('zeneng')).toMatchObject({ sources: { delegate: { found: 1 } } })
  const own = await coverage({}, 'zeneng-chair')
  expect([own.items, own.units]).toEqual([[], 0])
  const ledger = (input: object, openid: string) =>
    cloud.call<{ items: HazardRow[] }>('hazard', 'ledger', { enterpriseId: enterpriseId('zeneng'), ...input }, openid)
  const ids = async (input: object, openid: string) => (await ledger(input, openid)).items.map(({ id }) => id).sort()
  expect(await ids({ source: 'delegate', period: '2026-06' }, 'east-officer')).toEqual([hazardId('secret')])
  expect(await ids({}, 'east-officer')).toEqual(names.map(hazardId).sort())
  expect(await ids({}, 'zeneng-chair')).not.toContain(hazardId('secret'))
  expect(await ids({ period: '2026-05' }, 'east-officer')).toEqual([])
  expect(await ids({}, 'west-officer')).toEqual([])
})

test('a page costs three trips and the look at the tree, and reads its rows alone', async () => {
  await cloud.resetMetrics()
  await coverage()
  await coverage({ missing: 'team' }, 'east-officer')
  const { functions, queries } = await cloud.metrics()
  expect(functions.find(({ name }) => name === 'hazard')?.actions.coverage?.trips.max).toBe(4)
  const rows = queries.filter(({ collection }) => collection === 'hazard_coverage')
  expect(rows.length).toBeGreaterThan(0)
  for (const { index, examined, returned } of rows) expect([index, examined]).toEqual(['shelves_covered', returned])
})

test('a month of all enterprises is refused, and so is one the calendar does not know', async () => {
  await expect(cloud.call('hazard', 'ledger', { period: '2026-06' }, 'city-officer')).rejects.toMatchObject({
    fields: { period: '请先选一家企业' },
  })
  for (const period of ['2026-13', '2026-q5', '06', ''])
    await expect(coverage({ period })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
