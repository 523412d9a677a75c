import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  atRest,
  boothDoc,
  city,
  cityLines,
  drained,
  longAgo,
  orgEnv,
  readDocuments,
  seedLine,
} from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Booth = { id: string; scene: string; scans: number; people: number; state: string; campaignId: string | null }
type Booths = { items: Booth[]; more: boolean }
type Landing = {
  others: { id: string }[]
  union: { name: string }
  booth: { id: string; task: string } | null
  enterprise: { name: string } | null
  campaign: { id: string; players: number } | null
}

const { root, east, west, bureau } = city.nodes
const { factory, paper } = city.enterprises

const campaign = (name: string, node: typeof root, opensAt: string, state = 'open') => ({
  ...atRest(state, name),
  ...{ _id: deriveId('campaign', name), nodeId: node._id, under: node.under, title: name, slogan: '人人讲安全' },
  ...{ opensAt: new Date(opensAt), closesAt: new Date('2027-01-01T00:00:00Z'), levels: 3, players: 0 },
})
const campaigns = {
  old: campaign('春季闯关', root, '2026-03-01T00:00:00Z'),
  summer: campaign('安全生产月闯关', root, '2026-06-01T00:00:00Z'),
  draft: campaign('秋季闯关', root, '2026-09-01T00:00:00Z', 'draft'),
  over: campaign('冬季闯关', root, '2026-01-01T00:00:00Z', 'closed'),
  dropped: campaign('写错的闯关', root, '2026-08-01T00:00:00Z', 'dropped'),
  west: campaign('西山闯关', west, '2026-07-01T00:00:00Z'),
}
const booth = boothDoc(east, { enterprise: factory, campaignId: campaigns.summer._id })
const late = boothDoc(root, { name: '迟到的展台', campaignId: campaigns.over._id })
const emptied = boothDoc(root, { name: '空出的展台', campaignId: campaigns.dropped._id })
const plain = boothDoc(west, { name: '西山展台' })
const lines = () => [
  ...cityLines(),
  ...Object.values(campaigns).map((doc) => seedLine('campaigns', doc)),
  ...[booth, plain, late, emptied].map((doc) => seedLine('booths', doc)),
  seedLine('counters', {
    _id: `quiz.campaign.${campaigns.summer._id}`,
    domain: 'quiz',
    batch: 1,
    values: { players: 41 },
  }),
]

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(lines()) })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('org', action, input, openid)
const scan = (openid: string, name: string, at = booth._id) =>
  call(openid, 'scan', { _id: deriveId('scan', openid, name), booth: at })
const tally = async (id: string) => {
  await drained(cloud, 'org', ['people', 'booths'])
  const { items } = await call<Booths>('wx-admin', 'booths')
  const { scans, people } = items.find((one) => one.id === id)!
  return { scans, people }
}
const peopleAt = async (token: string) => (await readDocuments(cloud, 'people', { reach: token })).map(({ _id }) => _id)

describe('landing', () => {
  test('without a booth shows the root union and its newest running campaign', async () => {
    expect(await call<Landing>('wx-new', 'landing')).toMatchObject({
      ...{ union: { name: root.name }, booth: null, enterprise: null },
      campaign: { id: campaigns.summer._id, players: 41 },
    })
  })

  test('at a booth shows its union, enterprise, task and campaign', async () => {
    expect(await call<Landing>('wx-new', 'landing', { booth: booth._id })).toMatchObject({
      others: [{ id: campaigns.old._id }],
      ...{ union: { name: east.name }, booth: { id: booth._id, task: 'quiz' }, enterprise: { name: factory.name } },
      campaign: { id: campaigns.summer._id },
    })
  })

  test('at a booth without a campaign shows the newest of its own line of unions', async () => {
    const landed = await call<Landing>('wx-new', 'landing', { booth: plain._id })
    expect(landed).toMatchObject({ campaign: { id: campaigns.west._id, players: 0 }, enterprise: null })
    expect(landed.others).toMatchObject([{ id: campaigns.summer._id, players: 41 }, { id: campaigns.old._id }])
  })

  test('at a booth whose contest is over shows it still, and what runs now; a deleted one gives way', async () => {
    const landed = await call<Landing>('wx-new', 'landing', { booth: late._id })
    expect(landed).toMatchObject({ campaign: { id: campaigns.over._id, players: 0 } })
    expect(landed.others.map(({ id }) => id)).toEqual([campaigns.summer._id, campaigns.old._id])
    const other = await call<Landing>('wx-new', 'landing', { booth: emptied._id })
    expect(other).toMatchObject({ campaign: { id: campaigns.summer._id }, others: [{ id: campaigns.old._id }] })
  })

  test('at a booth nobody knows says so', async () => {
    await expect(call('wx-new', 'landing', { booth: deriveId('none') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a scan', () => {
  test('counts once however often it is sent, the person once however often he comes', async () => {
    await scan('wx-new', 'first')
    await scan('wx-new', 'first')
    await scan('wx-new', 'second')
    await scan('wx-other', 'first')
    expect(await tally(booth._id)).toEqual({ scans: 3, people: 2 })
    await scan('wx-new', 'first')
    expect(await tally(booth._id)).toEqual({ scans: 3, people: 2 })
  })

  test('sent many times at the same moment counts once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => scan('wx-new', 'same')))
    expect(await tally(booth._id)).toEqual({ scans: 1, people: 1 })
  })

  test('a crowd at once is counted to the last', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => scan(`wx-crowd-${index}`, 'x')))
    expect(await tally(booth._id)).toEqual({ scans: 60, people: 60 })
  })

  test('makes the worker reachable for the unions above the booth and no others', async () => {
    await scan('wx-new', 'x')
    expect(await peopleAt(`${east._id}:worker`)).toContain('wx-new')
    expect(await peopleAt(`${root._id}:worker`)).toContain('wx-new')
    expect(await peopleAt(`${west._id}:worker`)).not.toContain('wx-new')
    await scan('wx-new', 'y', plain._id)
    expect(await peopleAt(`${west._id}:worker`)).toContain('wx-new')
    expect(await peopleAt(`${east._id}:worker`)).toContain('wx-new')
  })

  test.each([1, 2, 3])('killed at trip %i and repeated counts once', async (trips) => {
    await call('wx-warm', 'me')
    await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips })
    await scan('wx-new', 'x').catch(() => undefined)
    await cloud.clearFaults()
    await scan('wx-new', 'x')
    expect(await tally(booth._id)).toEqual({ scans: 1, people: 1 })
  })

  test.each([4, 6, 9])('is counted once though the drainer dies at trip %i', async (trips) => {
    await scan('wx-new', 'x')
    await cloud.tick('org')
    await scan('wx-new', 'y')
    await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips })
    await cloud.tick('org').catch(() => undefined)
    await cloud.clearFaults()
    await cloud.clock({ advanceMs: 31_000 })
    expect(await tally(booth._id)).toEqual({ scans: 2, people: 1 })
  })
})

describe('booths of an officer', () => {
  const input = {
    ...{ _id: deriveId('booth', 'new'), nodeId: east._id, name: '南门展台', place: '厂区南门', task: 'hazard' },
    enterpriseId: factory._id,
  }

  test('are made once and listed newest first, each subtree its own', async () => {
    const made = await call<Booth>('wx-east1', 'createBooth', input)
    expect(made).toMatchObject({ scene: `b=${input._id}`, scans: 0, people: 0, state: 'open' })
    expect(await call<Booth>('wx-east1', 'createBooth', input)).toEqual(made)
    const listed = await call<Booths>('wx-east2', 'booths')
    expect(listed.items.map(({ id }) => id)).toEqual([input._id, booth._id])
    expect((await call<Booths>('wx-west1', 'booths')).items.map(({ id }) => id)).toEqual([plain._id])
  })

  test('refuse what does not belong to them', async () => {
    const wrong = [
      ['an enterprise elsewhere', { enterpriseId: paper._id }, 'enterpriseId'],
      ['a campaign elsewhere', { campaignId: campaigns.west._id }, 'campaignId'],
      ['an end in the past', { closesAt: longAgo.toISOString() }, 'closesAt'],
    ] as const
    for (const [what, more, field] of wrong)
      expect({
        what,
        refused: await call('wx-east1', 'createBooth', { ...input, ...more }).catch((thrown: unknown) => thrown),
      }).toMatchObject({ refused: { code: 'INVALID_INPUT', fields: { [field]: expect.any(String) as string } } })
  })

  test('do not stand at a regulator, nor in another subtree', async () => {
    await expect(call('wx-admin', 'createBooth', { ...input, nodeId: bureau._id })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    await expect(call('wx-west1', 'createBooth', input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(call('wx-west1', 'boothCode', { id: booth._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(call('wx-worker', 'boothCode', { id: booth._id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('close on their day and count no more, yet still lead to their union', async () => {
    const { now } = await cloud.clock()
    const closesAt = new Date(Date.parse(now) + 3_600_000).toISOString()
    await call('wx-east1', 'createBooth', { ...input, closesAt })
    await scan('wx-new', 'x', input._id)
    await cloud.clock({ advanceMs: 2 * 3_600_000 })
    await cloud.tick('org')
    await scan('wx-new', 'y', input._id)
    expect(await tally(input._id)).toEqual({ scans: 1, people: 1 })
    expect((await call<Booths>('wx-east1', 'booths')).items[0]).toMatchObject({ id: input._id, state: 'closed' })
    expect(await call<Landing>('wx-new', 'landing', { booth: input._id })).toMatchObject({
      ...{ booth: null, enterprise: null, union: { name: east.name }, task: 'home' },
    })
  })

  test('are ended by hand once, by an officer above them', async () => {
    await expect(call('wx-west1', 'closeBooth', { id: booth._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const closed = await call('wx-admin', 'closeBooth', { id: booth._id })
    expect(closed).toEqual({ id: booth._id, state: 'closed' })
    expect(await call('wx-east1', 'closeBooth', { id: booth._id })).toEqual(closed)
    await scan('wx-new', 'z', booth._id)
    expect(await tally(booth._id)).toEqual({ scans: 0, people: 0 })
    const [doc] = await readDocuments(cloud, 'booths', { _id: booth._id })
    expect((doc?.events as { verb: string }[]).map(({ verb }) => verb)).toEqual(['停用展台'])
  })

  test('have a code that leads to them, drawn once and kept', async () => {
    const code = await call<{ scene: string; url: string }>('wx-east1', 'boothCode', { id: booth._id })
    const picture = await cloud.request(code.url)
    expect(picture).toMatchObject({ status: 200 })
    expect(await cloud.scan({ pngBase64: picture.body.toString('base64') })).toEqual({
      path: 'pages/scan/index',
      query: { scene: encodeURIComponent(code.scene) },
    })
    // WeChat is asked once: with its door shut the kept picture still comes.
    await cloud.fault({ target: 'openapi', name: 'wxacode.getUnlimited', mode: 'refuse', errcode: 45009 })
    expect((await call<{ scene: string }>('wx-east1', 'boothCode', { id: booth._id })).scene).toBe(code.scene)
  })

  test('say in plain words that WeChat draws no code just now', async () => {
    await cloud.fault({ target: 'openapi', name: 'wxacode.getUnlimited', mode: 'refuse', errcode: 45009 })
    await expect(call('wx-east1', 'boothCode', { id: booth._id })).rejects.toMatchObject({ code: 'SERVICE_BUSY' })
    expect(await call('wx-east1', 'boothCode', { id: booth._id })).toMatchObject({ scene: `b=${booth._id}` })
  })
})

test('workers’ calls take three trips at most, officers’ six; an index serves each', async () => {
  await cloud.resetMetrics()
  await call('wx-new', 'landing')
  await call('wx-new', 'landing', { booth: booth._id })
  await call('wx-new', 'landing', { booth: plain._id })
  await call('wx-new', 'landing', { booth: late._id })
  for (const name of ['a', 'b']) await scan('wx-new', name)
  await call('wx-east1', 'booths')
  const input = { _id: deriveId('b'), nodeId: east._id, name: '量', place: '处', task: 'home' }
  await call('wx-east1', 'createBooth', { ...input, enterpriseId: factory._id, campaignId: campaigns.summer._id })
  const { functions, queries } = await cloud.metrics()
  const { actions } = functions.find(({ name }) => name === 'org')!
  expect(actions.landing!.trips.max).toBeLessThanOrEqual(3)
  expect(actions.scan!.trips.max).toBeLessThanOrEqual(3)
  expect(actions.booths!.trips.max).toBeLessThanOrEqual(6)
  expect(actions.createBooth!.trips.max).toBeLessThanOrEqual(6)
  expect(
    queries.filter(({ index }) => index === null).map(({ collection, shape }) => `${collection} ${shape}`),
  ).toEqual([])
})
