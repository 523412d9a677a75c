import { deriveId } from 'types/ids'
import type { OutputOf } from 'types/contract'
import type { quizContract } from 'types/quiz'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { campaignLines, testEnv } from '../../support/factories/quiz'
import { drainedUntil, playing } from '../../support/factories/quiz-play'
import { rawDocuments } from '../../support/raw-documents'
import { seedFile } from '../../support/seed-file'

const root = deriveId('node', 'root')
const campaignId = deriveId('campaign', 'test')
const [works, mill] = ['works', 'mill'].map((name) => ({ id: deriveId('enterprise', name), name }))
const booth = deriveId('booth', 'at the mill')

const enterprise = (unit: typeof works, workers: number) => ({
  c: 'enterprises',
  d: { _id: unit?.id, name: unit?.name, workers, nodeId: root, under: [root] },
})
const person = (openid: string, unit: typeof works | null) => ({
  c: 'people',
  d: {
    ...{ _id: openid, personId: deriveId('person', openid), name: '项安宁', phone: null, grants: [], under: [root] },
    ...{ kinds: ['worker'], unit: unit && { ...unit, verified: false } },
  },
})
const lines = [
  ...campaignLines({ under: [root] }),
  ...[enterprise(works, 40), enterprise(mill, 20), person('anna', works ?? null), person('cai', null)],
  ...['closed', 'open'].map((state) => ({
    c: 'booths',
    d: {
      ...{ _id: deriveId('booth', state), nodeId: root, under: [root], name: '旧展台', enterprise: mill, state },
      campaignId: state === 'open' ? deriveId('campaign', 'another') : null,
    },
  })),
  { c: 'booths', d: { _id: booth, nodeId: root, under: [root], name: '展台', enterprise: mill, state: 'open' } },
]

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ seed: seedFile(lines), env: testEnv, now: '2026-06-10T02:00:00.000Z' })
})
afterAll(fresh.close)

const { start, submit, view, attempt } = playing(() => cloud, campaignId)
type Unit = OutputOf<typeof quizContract.declareUnit>
const declare = (openid: string, input: object) =>
  cloud.call<Unit>('quiz', 'declareUnit', { campaignId, ...input }, openid)
const counted = async (unit: typeof works) => {
  const [doc] = await rawDocuments(cloud, 'counters', { _id: `quiz.unit.${campaignId}.${unit?.id}` })
  const values = (doc?.values ?? {}) as Record<string, unknown>
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, Number(value)]))
}
const settled = async () => {
  await drainedUntil(cloud, async () => (await rawDocuments(cloud, 'plays', { outboxAt: { $ne: null } })).length === 0)
}
const unitOf = async (openid: string) => (await view(openid)).unit

test('who has told his unit in his profile plays for it, unverified, with a masked name', async () => {
  await attempt('anna', 'a')
  await settled()
  expect(await unitOf('anna')).toEqual({ ...works, how: 'profile', verified: false, mayChange: true })
  expect((await rawDocuments(cloud, 'plays', { openid: 'anna' }))[0]?.name).toBe('项**')
  expect(await counted(works)).toEqual({ players: 1, points: 100, scorers: 1, perfect: 1, unverified: 1 })
})

test('who comes by a booth of an enterprise plays for that one, verified', async () => {
  await submit('anna', await start('anna', 'a', 1, { boothId: booth }))
  await settled()
  expect(await unitOf('anna')).toMatchObject({ ...mill, how: 'booth', verified: true })
  expect(await counted(mill)).toMatchObject({ players: 1, points: 100 })
  expect((await counted(mill)).unverified ?? 0).toBe(0)
})

test('a unit told after the first paper gets its points; changed once, they go along; then it stands', async () => {
  await attempt('cai', 'a', 1)
  await settled()
  expect(await declare('cai', { unitId: works?.id })).toMatchObject({ how: 'search', verified: false, mayChange: true })
  await settled()
  expect(await counted(works)).toEqual({ players: 1, points: 80, scorers: 1, unverified: 1 })
  expect(await declare('cai', { unitId: mill?.id })).toMatchObject({ id: mill?.id, mayChange: false })
  await settled()
  expect(await counted(works)).toEqual({ players: 0, points: 0, scorers: 0, unverified: 0 })
  expect(await counted(mill)).toEqual({ players: 1, points: 80, scorers: 1, unverified: 1 })
  await expect(declare('cai', { unitId: works?.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await attempt('cai', 'b', 0, 2)
  await settled()
  expect(await counted(mill)).toMatchObject({ players: 1, points: 180 })
})

test('told twice it is told once', async () => {
  await attempt('cai', 'a')
  const both = await Promise.all([1, 2, 3].map(() => declare('cai', { unitId: works?.id }).catch(() => null)))
  expect(both.some((one) => one !== null)).toBe(true)
  await declare('cai', { unitId: works?.id })
  await settled()
  expect(await counted(works)).toEqual({ players: 1, points: 100, scorers: 1, perfect: 1, unverified: 1 })
  expect((await rawDocuments(cloud, 'plays', { openid: 'cai' }))[0]?.unitChanges).toEqual(0)
})

test.each([
  ['a unit that is not there', { unitId: deriveId('enterprise', 'nowhere') }, 'INVALID_INPUT'],
  ['nothing at all', {}, 'INVALID_INPUT'],
  ['a booth that is not there', { boothId: deriveId('booth', 'nowhere') }, 'NOT_FOUND'],
  ['a team link nobody gave out', { unitId: works?.id, teamKey: 'forged-forged-forged00' }, 'LINK_EXPIRED'],
])('%s is refused', async (_name, input, code) => {
  await attempt('cai', 'a')
  await expect(declare('cai', input)).rejects.toMatchObject({ code })
  expect(await unitOf('cai')).toBeNull()
})

test('before the first paper there is nothing to play for', async () => {
  await expect(declare('cai', { unitId: works?.id })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test.each(['closed', 'open'])(
  'a booth that is closed, or another contest’s, speaks for no unit (%s)',
  async (state) => {
    await submit('cai', await start('cai', 'a', 1, { boothId: deriveId('booth', state) }))
    await settled()
    expect(await unitOf('cai')).toBeNull()
    await expect(declare('cai', { boothId: deriveId('booth', state) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  },
)

test('once the contest is over no points wander any more', async () => {
  await attempt('cai', 'a')
  await cloud.clock({ now: '2026-07-02T00:00:00.000Z' })
  await expect(declare('cai', { unitId: works?.id })).rejects.toMatchObject({ code: 'PERIOD_CLOSED' })
  expect(await unitOf('cai')).toBeNull()
})

test('no call takes more than three trips', async () => {
  await attempt('cai', 'a')
  await cloud.resetMetrics()
  await declare('cai', { unitId: works?.id })
  await declare('cai', { boothId: booth })
  const quiz = (await cloud.metrics()).functions.find(({ name }) => name === 'quiz')
  expect(quiz?.actions.declareUnit?.trips.max).toBeLessThanOrEqual(3)
})
