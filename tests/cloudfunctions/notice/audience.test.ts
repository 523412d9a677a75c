import { deriveId } from 'types/ids'
import { startCloudAt, type Cloud } from '../../support/cloud'
import { agree, goodData, settled } from '../../support/factories/notice'
import { city, cityLines, enterpriseDoc, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const { root, east, west } = city.nodes
const contest = deriveId('campaign', 'c')
const activity = deriveId('activity', 'a')
const plant = { ...enterpriseDoc('化工厂', east), industry: '化工' }
const depot = { ...enterpriseDoc('货运站', east), industry: '交通运输' }

const person = (name: string, more: object = {}) =>
  personDoc({ openid: `wx-${name}`, name, boothUnder: east.under, ...more })
const people = [
  person('played', { unit: plant }),
  person('dealt-none', { unit: depot }),
  person('named'),
  person('hidden'),
  person('both', { volunteerUnder: east.under }),
  person('joined', { volunteerUnder: east.under }),
]
const all = ['both', 'dealt-none', 'hidden', 'joined', 'named', 'played']

const play = (name: string, until: object | null) =>
  seedLine('plays', { _id: deriveId('play', contest, `wx-${name}`), campaignId: contest, openid: `wx-${name}`, until })
const date = (at: string) => ({ $date: { $numberLong: String(Date.parse(at)) } })
const report = (name: string, identity: string, at: string, more: object = {}) =>
  seedLine('hazards', {
    ...{ _id: deriveId('hazard', name, at), owner: `wx-${name}`, followers: [`wx-${name}`], identity },
    ...{ createdAt: date(at), serialKey: deriveId('serial', name, at), state: 'reported', hiddenFrom: [], joiners: [] },
    ...more,
  })

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloudAt({
    ...{ now, env: orgEnv },
    seed: seedFile([
      ...cityLines().filter((line) => !JSON.stringify(line).includes('"wx-worker"')),
      ...people.map((doc) => seedLine('people', doc)),
      ...[plant, depot].map((doc) => seedLine('enterprises', doc)),
      seedLine('campaigns', {
        _id: contest,
        nodeId: root._id,
        under: root.under,
        title: '安全闯关',
        state: 'open',
        opensAt: date(now),
      }),
      seedLine('activities', { _id: activity, under: east.under, title: '消防检查', startsAt: date(now) }),
      ...[play('played', date('2026-12-01T00:00:00Z')), play('dealt-none', null)],
      seedLine('attendances', { _id: 'x', activityId: activity, openid: 'wx-joined', state: 'joined' }),
      ...[report('named', 'named', '2026-11-03T00:00:00Z'), report('hidden', 'hidden', '2026-11-03T00:00:00Z')],
      // Under their names, yet past an officer: that they reported is told nobody.
      report('both', 'named', '2026-11-04T00:00:00Z', { above: true, hiddenFrom: [east._id] }),
      report('nobody', 'hidden', '2026-11-05T00:00:00Z', {
        ...{ followers: ['wx-nobody', 'wx-joined', 'wx-dealt-none'], hiddenFrom: [east._id] },
        joiners: [
          { owner: 'wx-joined', identity: 'named', hiddenFrom: [] },
          { owner: 'wx-dealt-none', identity: 'hidden', hiddenFrom: [east._id] },
        ],
      }),
      // Before the month began in Shanghai.
      report('played', 'named', '2026-10-31T15:00:00Z'),
    ]),
  })
})
afterAll(() => cloud.stop())

const call = <T>(action: string, input: unknown, openid = 'wx-east1') => cloud.call<T>('notice', action, input, openid)
const words = { nodeId: east._id, template: 'activity', wording: goodData('activity') }
const workers = { nodeId: east._id, who: 'workers' }
let pushes = 0

/** Sends to the audience and reads who has a message of it. */
const reached = async (audience: object): Promise<string[]> => {
  const _id = deriveId('push', String((pushes += 1)))
  await call('send', { _id, ...words, audience })
  await settled(cloud)
  const found = await readDocuments(cloud, 'messages', { pushId: _id })
  return found.map(({ openid }) => String(openid).replace('wx-', '')).sort()
}
const without = (...names: string[]) => all.filter((name) => !names.includes(name))

test.each([
  ['who has not been dealt a paper of the contest', { contest: { id: contest, played: false } }, without('played')],
  ['who has', { contest: { id: contest, played: true } }, ['played']],
  ['who did not join the activity', { activity: { id: activity, joined: false } }, without('joined')],
  ['the industry of their enterprise', { industry: '化工' }, ['played']],
  ['who has not reported this month, hidden reporters among them', { reported: false }, without('named')],
  ['all conditions at once', { industry: '化工', contest: { id: contest, played: false } }, []],
])('workers are narrowed by %s', async (_what, condition, expected) => {
  expect(await reached({ ...workers, ...condition })).toEqual(expected)
})

test('who is of two parts gets it once; who is excepted gets nothing', async () => {
  const both = { ...workers, also: [{ nodeId: east._id, who: 'volunteers' }] }
  expect(await reached(both)).toEqual(all)
  expect(await reached({ ...both, except: [{ nodeId: east._id, who: 'volunteers' }] })).toEqual(
    without('both', 'joined'),
  )
  const exceptPlayed = { ...workers, except: [{ ...workers, contest: { id: contest, played: true } }] }
  expect(await reached(exceptPlayed)).toEqual(without('played'))
})

test('only who can be reached by WeChat, where that is asked for', async () => {
  await agree(cloud, 'wx-hidden')
  expect(await reached({ ...workers, subscribed: true })).toEqual(['hidden'])
})

test('what the officer sees before: numbers and words; nothing beyond his reach', async () => {
  await agree(cloud, 'wx-named', 'activity', 2)
  const audience = {
    ...workers,
    contest: { id: contest, played: false },
    except: [{ nodeId: east._id, who: 'volunteers' }],
  }
  expect(await call('preview', { ...words, audience })).toMatchObject({
    ...{ recipients: 3, reachable: 1, isWhole: true },
    words: '东河区总工会 · 参与过的职工（还没参加“安全闯关”）；除去 东河区总工会 · 在册志愿者',
  })
  for (const part of [
    { also: [{ nodeId: west._id, who: 'workers' }] },
    { except: [{ nodeId: west._id, who: 'workers' }] },
  ])
    await expect(call('preview', { ...words, audience: { ...workers, ...part } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
  const foreign = { ...workers, nodeId: west._id, activity: { id: activity, joined: true } }
  await expect(call('preview', { ...words, nodeId: west._id, audience: foreign }, 'wx-west1')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('an audience is kept under a name, offered again and retired', async () => {
  const input = { _id: deriveId('audience', 'a'), nodeId: east._id, name: '还没参加的', audience: workers }
  expect(await call('saveAudience', input)).toMatchObject({ name: '还没参加的', mine: true })
  expect(await call('saveAudience', input)).toMatchObject({ version: 0 })
  await expect(call('saveAudience', { ...input, name: '别的' })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
  const listed = () => call<{ items: object[] }>('audiences', { nodeId: east._id })
  expect((await listed()).items).toHaveLength(1)
  await expect(call('retireAudience', { id: input._id, version: 0 }, 'wx-west1')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await call('retireAudience', { id: input._id, version: 0 })
  expect((await listed()).items).toEqual([])
  expect(await call('audienceChoices', { nodeId: east._id })).toMatchObject({
    ...{ contests: [{ title: '安全闯关' }], activities: [{ title: '消防检查' }] },
    industries: expect.arrayContaining(['化工', '交通运输']) as string[],
  })
})

test('every reading of an audience is served by an index', async () => {
  const { queries } = await cloud.metrics()
  const audience = [
    'people',
    'plays',
    'attendances',
    'hazards',
    'enterprises',
    'campaigns',
    'activities',
    'notice_audiences',
  ]
  const unserved = queries.filter(({ index, collection }) => index === null && audience.includes(collection))
  expect(unserved.map(({ collection, shape }) => `${collection} ${shape}`)).toEqual([])
})
