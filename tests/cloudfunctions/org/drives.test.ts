import { questionKey } from 'types/bank'
import type { OutputOf } from 'types/contract'
import { noGoals, type DriveForm } from 'types/drive-form'
import { foundField, foundKey } from 'types/hazard-found'
import { deriveId } from 'types/ids'
import type { driveEntries } from 'types/org-drive'
import { findRuleSet } from 'types/rule-sets'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { activityForm, checklist } from '../../support/factories/activity'
import { atRest, boothDoc, city, cityLines, readDocuments, seedLine } from '../../support/factories/org'
import { bankDocuments, testEnv } from '../../support/factories/quiz'
import { seedFile } from '../../support/seed-file'

type Drive = OutputOf<typeof driveEntries.drive>
type Done = { id: string; state: string; version: number }
type Listed = OutputOf<typeof driveEntries.drives>

const { root, east, west, zeneng } = city.nodes
const { factory, paper } = city.enterprises
const now = '2026-06-10T02:00:00.000Z'
const idOf = (name: string) => deriveId('drive', name)
const form = (change: Partial<DriveForm> = {}): DriveForm => ({
  ...{ theme: '安全生产月', slogan: '人人讲安全', cover: 'flag', pattern: null, from: '2026-06-01', to: '2026-06-30' },
  ...{ monthly: false, open: true, stages: [], goals: noGoals, kinds: [] },
  ...change,
})

const contest = (name: string, node: typeof root, players: number, more: object = {}) => ({
  ...atRest('open', name),
  ...{ _id: deriveId('contest', name), nodeId: node._id, under: node.under, title: name, slogan: '', players },
  ...{ opensAt: new Date('2026-06-01T00:00:00Z'), closesAt: new Date('2026-06-30T00:00:00Z'), levels: 1 },
  ...more,
})
const contests = {
  city: contest('全市闯关', root, 30, { driveId: idOf('full') }),
  east: contest('东河闯关', east, 12),
  dropped: { ...contest('写错的闯关', root, 0, { driveId: idOf('full') }), state: 'dropped' },
}
const rank = (of: keyof typeof contests, kind: string, unitId: string, players: number, workers: number) => {
  const campaignId = contests[of]._id
  const facts = { campaignId, kind, unitId, players, workers, below: true, name: unitId }
  return seedLine('quiz_units', { _id: `${campaignId}.${unitId}.${kind}`, ...facts })
}
const counted = (node: typeof root, values: Record<string, number>) =>
  seedLine('counters', { _id: `hazard.${foundKey(node._id, '2026-06')}`, domain: 'hazard', batch: 1, values })
const booth = boothDoc(east, { name: '月展台', campaignId: contests.city._id })

const lines = () => [
  ...cityLines(),
  ...Object.values(contests).map((doc) => seedLine('campaigns', doc)),
  ...[rank('city', 'region', east._id, 24, 120), rank('city', 'region', west._id, 6, 120)],
  ...[rank('city', 'unit', factory._id, 24, 120), rank('city', 'unit', paper._id, 6, 120)],
  ...[rank('east', 'unit', factory._id, 12, 120), rank('east', 'board', 'board', 0, 120)],
  counted(root, {
    ...{ [foundField('2026-06-09', 'fire', 'found')]: 7, [foundField('2026-06-09', 'fire', 'closed')]: 4 },
    ...{ [foundField('2026-06-30', 'health', 'found')]: 2 },
  }),
  counted(west, { [foundField('2026-06-09', 'fire', 'found')]: 7, [foundField('2026-06-09', 'fire', 'closed')]: 4 }),
  seedLine('booths', booth),
  ...bankDocuments().map((doc) =>
    seedLine('questions', { ...doc, key: questionKey(doc.stem), nodeId: root._id, under: root.under }),
  ),
]

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloudAt({ env: testEnv, seed: seedFile(lines()), now })
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: object, openid = 'wx-admin') => cloud.call<T>('org', action, input, openid)
const create = (name: string, change: Partial<DriveForm> = {}, node: { _id: string } = root, openid?: string) =>
  call<Done>('createDrive', { _id: idOf(name), nodeId: node._id, form: form(change) }, openid)
const act = (name: string, version: number, what: string, more: object = {}, openid?: string) =>
  call<Done>('moveDrive', { id: idOf(name), version, act: what, ...more }, openid)
const published = async (name: string, change: Partial<DriveForm> = {}, node: { _id: string } = root) => {
  await create(name, change, node)
  return act(name, 0, 'publish')
}
const read = (name: string, openid?: string) => call<Drive>('drive', { id: idOf(name) }, openid)
const fails = (promise: Promise<unknown>, code: string) => expect(promise).rejects.toMatchObject({ code })
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)

test('made twice it is one, and other words under the same id are refused', async () => {
  const first = await create('once')
  expect(await create('once')).toEqual(first)
  expect(await readDocuments(cloud, 'drives', { _id: idOf('once') })).toHaveLength(1)
  await fails(create('once', { theme: '别的主题' }), 'ALREADY_EXISTS')
})

test.each([
  ['ends-before', { to: '2026-05-31' }, 'form.to'],
  ['outside', { stages: [{ name: '动员', from: '2026-05-01', to: '2026-06-02', due: null }] }, 'form.stages.0.from'],
  ['no-day', { to: '2026-06-31' }, 'form.to'],
])('%s: one sentence at its field, and nothing is kept', async (name, change, field) => {
  const thrown = await create(name, change).catch((error: { fields?: Record<string, string> }) => error)
  expect(Object.keys((thrown as { fields: object }).fields)).toEqual([field])
  expect(await readDocuments(cloud, 'drives', { _id: idOf(name) })).toHaveLength(0)
})

test('a draft is its own union’s; once published the unions below see it, and change nothing', async () => {
  await create('seen')
  await fails(read('seen', 'wx-east1'), 'NOT_FOUND')
  expect((await call<Listed>('drives', { nodeId: east._id }, 'wx-east1')).above.map(({ id }) => id)).not.toContain(
    idOf('seen'),
  )
  await act('seen', 0, 'publish')
  expect((await call<Listed>('drives', { nodeId: east._id }, 'wx-east1')).above.map(({ id }) => id)).toContain(
    idOf('seen'),
  )
  expect(await read('seen', 'wx-east1')).toMatchObject({ mine: false, mayJoin: true, shares: [] })
  await fails(act('seen', 1, 'end', {}, 'wx-east1'), 'NOT_FOUND')
  await fails(call('reviseDrive', { id: idOf('seen'), version: 1, form: form() }, 'wx-east1'), 'NOT_FOUND')
})

test('what is over is not published, and a retry of a move gets its answer', async () => {
  await create('late', { from: '2026-05-01', to: '2026-05-31' })
  await fails(act('late', 0, 'publish'), 'NOT_ALLOWED_NOW')
  const done = await published('retried')
  expect(await act('retried', 0, 'publish')).toEqual(done)
})

test('numbers come from what other rooms count, of each union right below, the highest share first', async () => {
  await create('full', { goals: { ...noGoals, players: 100, found: 10, closed: 5, rate: 50 } })
  await call('fillDrive', { id: idOf('full'), version: 0, contests: [contests.east._id], activities: [], booths: [] })
  const drive = await read('full')
  expect(drive.contests.map(({ id, chosen }) => [id, chosen])).toEqual(
    expect.arrayContaining([
      [contests.city._id, false],
      [contests.east._id, true],
    ]),
  )
  expect(drive.contests).toHaveLength(2)
  expect(drive.figures).toMatchObject({ players: 42, found: 9, closed: 4, taking: 2, enterprises: 2 })
  expect(drive.shares.map(({ nodeId, players, found, percent }) => [nodeId, players, found, percent])).toEqual([
    [east._id, 36, 0, 0.2],
    [west._id, 6, 7, 0.05],
  ])
  expect(drive.booths.map(({ id }) => id)).toEqual([booth._id])
})

test('what to look for first narrows what counts as found', async () => {
  await create('health', { kinds: ['health'] })
  expect((await read('health')).figures).toMatchObject({ found: 2, closed: 0 })
})

test('only what is there and lies below can be taken in', async () => {
  await create('filled', {}, west)
  const fill = (contest: { _id: string }) =>
    call('fillDrive', { id: idOf('filled'), version: 0, contests: [contest._id], activities: [], booths: [] })
  await fails(fill(contests.east), 'INVALID_INPUT')
  await fails(fill(contests.dropped), 'INVALID_INPUT')
})

const set = findRuleSet('monthly-sixty')!
const contestFor = (name: string, driveId: string, node: { _id: string }, openid: string) =>
  cloud.call<{ id: string }>(
    ...(['quiz', 'createCampaign'] as const),
    {
      ...{ _id: deriveId('contest', name), nodeId: node._id, title: name, slogan: '学', ruleSet: set.code, driveId },
      ...{ opensAt: '2026-06-10T00:00:00.000Z', closesAt: '2026-06-29T00:00:00.000Z', prizeCap: 0 },
      contest: { rules: set.rules, levels: set.levels },
    },
    openid,
  )

test('a union below puts its contest in while the drive is open to it, and a dropped one is gone', async () => {
  await published('joined')
  const { id } = await contestFor('东河月赛', idOf('joined'), east, 'wx-east1')
  expect((await read('joined')).contests.map((one) => [one.id, one.node])).toEqual([[id, east.name]])
  await cloud.call('quiz', 'moveCampaign', { id, version: 0, act: 'drop' }, 'wx-east1')
  expect((await read('joined')).contests).toEqual([])
  await published('own', { open: false })
  await fails(contestFor('不让进', idOf('own'), east, 'wx-east1'), 'INVALID_INPUT')
})

test('volunteers’ activities made for it count once they are published', async () => {
  await published('served')
  const at = '2026-06-20T01:00:00.000Z'
  const id = deriveId('activity', 'served')
  const written = activityForm(at, now, { audience: { nodeId: east._id, teamId: null, specialties: [] } })
  const volunteer = (action: string, input: object) => cloud.call<Done>('volunteer', action, input, 'wx-east1')
  const made = await volunteer('createActivity', { _id: id, nodeId: east._id, form: written, driveId: idOf('served') })
  expect((await read('served')).figures.activities).toBe(0)
  const checked = await volunteer('checkActivity', { id, version: made.version, checklist: checklist() })
  await volunteer('publishActivity', { id, version: checked.version })
  const drive = await read('served')
  expect([drive.figures.activities, drive.shares.find(({ nodeId }) => nodeId === east._id)?.activities]).toEqual([1, 1])
})

describe('workers', () => {
  test('see what is published where they are, with what they can join', async () => {
    await published('public')
    await create('hidden')
    const open = idsOf(await call('openDrives', { nodeId: east._id }, 'wx-new'))
    expect(open).toContain(idOf('public'))
    expect(open).not.toContain(idOf('hidden'))
    await fails(call('publicDrive', { id: idOf('hidden') }, 'wx-new'), 'NOT_FOUND')
  })

  test('a drive of another union is none of theirs', async () => {
    await published('western', {}, west)
    expect(idsOf(await call('openDrives', { nodeId: east._id }, 'wx-new'))).not.toContain(idOf('western'))
  })

  test('withdrawn while a booth shows its contest: the booth still opens, the drive is gone, the reason is kept', async () => {
    await published('pulled')
    await fails(act('pulled', 1, 'withdraw'), 'INVALID_INPUT')
    await act('pulled', 1, 'withdraw', { reason: '与市里安排重复' })
    await fails(call('publicDrive', { id: idOf('pulled') }, 'wx-new'), 'NOT_FOUND')
    await fails(contestFor('撤回后', idOf('pulled'), root, 'wx-admin'), 'INVALID_INPUT')
    expect(await call('landing', { booth: booth._id }, 'wx-new')).toMatchObject({ booth: { id: booth._id } })
    expect(await read('pulled')).toMatchObject({ state: 'withdrawn', reason: '与市里安排重复', mayJoin: false })
  })
})

test('a union that moves takes its drive along', async () => {
  await published('moving', {}, zeneng)
  const move = { _id: deriveId('move', 'drive'), nodeId: zeneng._id, fromId: east._id, toId: west._id }
  await call('moveNode', move)
  expect(idsOf(await call<Listed>('drives', { nodeId: west._id }, 'wx-west1'))).toContain(idOf('moving'))
  expect(idsOf(await call<Listed>('drives', { nodeId: east._id }, 'wx-east1'))).not.toContain(idOf('moving'))
})

test('the last day counts whole; the day after the clock has ended it', async () => {
  await published('ending', { to: '2026-06-12' })
  await cloud.clock({ now: '2026-06-12T15:00:00.000Z', fire: 'org' })
  expect((await read('ending')).state).toBe('published')
  await cloud.clock({ now: '2026-06-12T16:01:00.000Z', fire: 'org' })
  expect((await read('ending')).state).toBe('ended')
  expect(await call('publicDrive', { id: idOf('ending') }, 'wx-new')).toMatchObject({ state: 'ended' })
})
