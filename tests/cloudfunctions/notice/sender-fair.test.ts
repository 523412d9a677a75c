import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { accountTemplate, agree, freeSender, goodData, holdSender, settled } from '../../support/factories/notice'
import { city, cityLines, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const fresh = sharedCloud()
afterAll(fresh.close)

type Push = { state: string; version: number; total: number; counts: Record<string, number> }

const { east } = city.nodes
const crowd = Array.from({ length: 8 }, (_, index) =>
  personDoc({ openid: `wx-crowd-${index}`, name: `职工${index}`, boothUnder: east.under }),
)
const agreed = crowd.slice(0, 5).map(({ _id }) => _id)
const seed = () => seedFile([...cityLines(), ...crowd.map((doc) => seedLine('people', doc))])

const send = (cloud: Cloud, name: string, more: object = {}) =>
  cloud.call(
    'notice',
    'send',
    {
      ...{ _id: deriveId('push', name), nodeId: east._id, template: 'activity', wording: goodData('activity') },
      ...{ audience: { nodeId: east._id, who: 'workers' }, ...more },
    },
    'wx-east1',
  )
const resultOf = (cloud: Cloud, name: string) =>
  cloud.call<{ push: Push }>('notice', 'pushResult', { id: deriveId('push', name) }, 'wx-east1')
const messagesOf = async (cloud: Cloud, name: string) =>
  (await readDocuments(cloud, 'messages', { pushId: deriveId('push', name) })) as { openid: string; state: string }[]

const many = Array.from({ length: 45 }, (_, index) =>
  personDoc({ openid: `wx-many-${String(index).padStart(2, '0')}`, name: `职工${index}`, boothUnder: east.under }),
)
const kinds = ['activity', 'work-to-do'] as const
const ledger = (openid: string, each: number) => ({
  ...{ _id: openid, left: { activity: each, 'work-to-do': each }, log: [], outbox: [], outboxAt: null },
  updatedAt: new Date('2026-11-01T02:00:00Z'),
})
/** Many who agreed to both kinds, as WeChat counts it too. */
const openMany = (each: number) =>
  fresh.open({
    ...{ now, env: orgEnv },
    seed: seedFile([
      ...cityLines(),
      ...many.flatMap((doc) => [seedLine('people', doc), seedLine('subscribers', ledger(doc._id, each))]),
      ...many.flatMap(({ _id: openid }) =>
        kinds.map((key) => ({ consent: { openid, template: accountTemplate(key), quota: each } })),
      ),
    ]),
  })
const setRules = (cloud: Cloud, rules: object) => {
  const shipped = { perPerson: 3, perNode: 10, trialAbove: 200, approveAbove: 500, quietFrom: 22, quietTo: 8 }
  return cloud.call('notice', 'setPushRules', { version: null, rules: { ...shipped, ...rules } }, 'wx-admin')
}
const actOn = async (cloud: Cloud, action: string, name: string) => {
  const { push } = await resultOf(cloud, name)
  await cloud.call('notice', action, { id: deriveId('push', name), version: push.version }, 'wx-east1')
}
const toDo = { template: 'work-to-do', wording: goodData('work-to-do') }
const ledgerOf = async (cloud: Cloud, openid: string) =>
  (await readDocuments(cloud, 'subscribers', { _id: openid }))[0] as unknown as {
    left: { activity: number }
    spent: { activity: number }
    pushDays: unknown[]
  }
const sending = 'subscribeMessage.send'

test('a reminder that did not arrive takes nothing of the day: tried again it arrives, and then the day is full', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  const [openid = ''] = agreed
  await setRules(cloud, { perPerson: 1 })
  await agree(cloud, openid, 'activity', 2)
  await cloud.fault({ target: 'openapi', name: sending, mode: 'refuse', errcode: 45009 })
  await send(cloud, 'p')
  await settled(cloud)
  expect((await resultOf(cloud, 'p')).push.counts).toMatchObject({ failed: 1 })
  expect((await ledgerOf(cloud, openid)).pushDays).toEqual([])
  await actOn(cloud, 'retryPush', 'p')
  await settled(cloud)
  expect((await resultOf(cloud, 'p')).push.counts).toMatchObject({ failed: 0, sent: 1 })
  expect((await ledgerOf(cloud, openid)).pushDays).toHaveLength(1)
})

test('what WeChat knows no consent for (43101) is not spent, and a yes given since stays', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  const [stale = '', again = ''] = agreed
  const yes = (openid: string, name: string) =>
    cloud.call(
      'notice',
      'consent',
      { _id: deriveId('yes', openid, name), results: [{ template: 'activity', result: 'accept' }] },
      openid,
    )
  for (const openid of [stale, again]) for (const name of ['a', 'b']) await yes(openid, name)
  await cloud.fault({ target: 'openapi', name: sending, mode: 'slow', ms: 1500, times: 2 })
  await send(cloud, 'p')
  const ticking = cloud.tick('notice')
  for (;;) {
    if ((await messagesOf(cloud, 'p')).filter(({ state }) => state === 'sending').length === 2) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  await yes(again, 'c')
  await ticking
  await settled(cloud)
  expect((await resultOf(cloud, 'p')).push.counts).toMatchObject({ refused: 2 })
  expect(await ledgerOf(cloud, stale)).toMatchObject({ left: { activity: 0 }, spent: { activity: 0 }, pushDays: [] })
  expect((await ledgerOf(cloud, again)).left.activity).toBeGreaterThan(0)
})

test('two pushes at once remind nobody more often than the rules allow', async () => {
  const cloud = await openMany(1)
  await setRules(cloud, { perPerson: 1 })
  await holdSender(cloud)
  await send(cloud, 'a')
  await send(cloud, 'b', toDo)
  await freeSender(cloud)
  await settled(cloud)
  const got = await Promise.all(many.map(async ({ _id }) => (await cloud.inbox(_id)).length))
  expect(got.filter((times) => times !== 1)).toEqual([])
  const counts = await Promise.all(['a', 'b'].map(async (name) => (await resultOf(cloud, name)).push.counts))
  expect(counts.map(({ capped = 0 }) => capped).reduce((sum, one) => sum + one)).toBe(45)
})

test('paused while it is sent only what was claimed goes out; resumed everybody gets it once', async () => {
  const cloud = await openMany(1)
  await holdSender(cloud)
  await send(cloud, 'p')
  await freeSender(cloud)
  await cloud.fault({ target: 'openapi', name: sending, mode: 'slow', ms: 1500, times: 20 })
  const underWay = async () => (await messagesOf(cloud, 'p')).filter(({ state }) => state === 'sending').length
  void cloud.tick('notice')
  while ((await underWay()) < 40) await new Promise((resolve) => setTimeout(resolve, 20))
  await actOn(cloud, 'pausePush', 'p')
  while ((await underWay()) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  await cloud.tick('notice')
  expect(await cloud.inbox()).toHaveLength(40)
  await actOn(cloud, 'resumePush', 'p')
  await settled(cloud)
  expect(await cloud.inbox()).toHaveLength(45)
})

test('a small push does not wait behind a big one that is older', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  await holdSender(cloud)
  await Promise.all([...agreed, 'wx-east2'].map((openid) => agree(cloud, openid)))
  await send(cloud, 'big')
  await cloud.clock({ advanceMs: 1000 })
  await send(cloud, 'small', { audience: { nodeId: east._id, who: 'officers' } })
  await freeSender(cloud)
  await settled(cloud)
  const laidAt = async (name: string) =>
    (await readDocuments(cloud, 'messages', { pushId: deriveId('push', name) }))
      .map(({ at }) => JSON.stringify(at))
      .sort()
  const [small, big] = [await laidAt('small'), await laidAt('big')]
  expect([small.length, big.length]).toEqual([2, 9])
  expect((small.at(-1) ?? '') < (big[0] ?? '')).toBe(true)
})

test('cancelled right after it was to be tried again, nothing of it waits for ever', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  const id = deriveId('push', 'p')
  await send(cloud, 'p')
  await settled(cloud)
  await holdSender(cloud)
  const change = (collectionName: string, query: object, set: object) =>
    cloud.admin({
      ...{ action: 'database.modifyDocument', collectionName, queryType: 'WHERE', envName: 'local-ankang' },
      ...{ multi: true, merge: true, upsert: false },
      ...{ query: JSON.stringify(query), data: JSON.stringify({ $set: set }) },
    })
  // As it stands when it is cancelled before their former results are taken out of the count.
  const soon = { $date: { $numberLong: String(Date.parse(now) + 5000) } }
  await change('messages', { pushId: id }, { state: 'queued', outboxAt: soon })
  await change('pushes', { _id: id }, { state: 'cancelled', sweep: true })
  await freeSender(cloud)
  await cloud.tick('notice')
  await cloud.clock({ advanceMs: 6000 })
  await settled(cloud)
  const states = (await messagesOf(cloud, 'p')).map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(['called-off']))
})

test('an overdue sheet whose file cannot be deleted keeps nobody from being reminded', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  const [openid = ''] = agreed
  await send(cloud, 'p')
  await settled(cloud)
  await cloud.call('notice', 'callSheet', { _id: deriveId('sheet', 'p'), id: deriveId('push', 'p') }, 'wx-east1')
  await cloud.fault({ target: 'storage', name: 'storage.batchDeleteFile', mode: 'refuse', times: 500 })
  await cloud.clock({ now: '2026-11-20T03:05:00.000Z' })
  await agree(cloud, openid)
  await send(cloud, 'q')
  await settled(cloud)
  expect(await cloud.inbox(openid)).toHaveLength(1)
  expect(await readDocuments(cloud, 'notice_call_sheets')).toHaveLength(1)
  await cloud.clearFaults()
  await cloud.tick('notice')
  expect(await readDocuments(cloud, 'notice_call_sheets')).toEqual([])
})
