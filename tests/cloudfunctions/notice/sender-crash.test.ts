import { deriveId } from 'types/ids'
import { sharedCloud, startCloud, type Cloud } from '../../support/cloud'
import { accountTemplate, agree, freeSender, goodData, holdSender, settled } from '../../support/factories/notice'
import { city, cityLines, deliverTo, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const fresh = sharedCloud()
afterAll(fresh.close)

type Push = { state: string; total: number; counts: Record<string, number> }

const { east } = city.nodes
const crowd = Array.from({ length: 8 }, (_, index) =>
  personDoc({ openid: `wx-crowd-${index}`, name: `职工${index}`, boothUnder: east.under }),
)
const agreed = crowd.slice(0, 5).map(({ _id }) => _id)
const seed = () => seedFile([...cityLines(), ...crowd.map((doc) => seedLine('people', doc))])

const send = (cloud: Cloud, name: string) =>
  cloud.call(
    'notice',
    'send',
    {
      ...{ _id: deriveId('push', name), nodeId: east._id, template: 'activity', wording: goodData('activity') },
      audience: { nodeId: east._id, who: 'workers' },
    },
    'wx-east1',
  )
const resultOf = (cloud: Cloud, name: string) =>
  cloud.call<{ push: Push }>('notice', 'pushResult', { id: deriveId('push', name) }, 'wx-east1')
const messagesOf = async (cloud: Cloud, name: string) =>
  (await readDocuments(cloud, 'messages', { pushId: deriveId('push', name) })) as { openid: string; state: string }[]

/** What must hold of a push whatever happened to its sender. */
const expectSound = async (cloud: Cloud, name: string, before: readonly number[]) => {
  const messages = await messagesOf(cloud, name)
  // Eight of the crowd and the factory's own worker.
  expect(messages).toHaveLength(9)
  const { push } = await resultOf(cloud, name)
  expect(push).toMatchObject({ state: 'done', total: 9 })
  const counted: Record<string, number> = {}
  for (const { state } of messages) counted[state] = (counted[state] ?? 0) + 1
  for (const [state, count] of Object.entries(push.counts))
    expect({ state, count }).toEqual({ state, count: counted[state] ?? 0 })
  expect((counted.sent ?? 0) + (counted.unknown ?? 0) + (counted['no-credit'] ?? 0)).toBe(9)
  for (const [index, openid] of agreed.entries()) {
    const arrived = (await cloud.inbox(openid)).length - (before[index] ?? 0)
    const state = messages.find((message) => message.openid === openid)!.state
    expect({
      openid,
      ok: arrived === 1 ? ['sent', 'unknown'].includes(state) : arrived === 0 && state === 'unknown',
    }).toEqual({
      openid,
      ok: true,
    })
  }
}

const agreeAgain = async (cloud: Cloud, openid: string, name: string) => {
  await cloud.consent(openid, accountTemplate('activity'), 'accept')
  const results = [{ template: 'activity', result: 'accept' }]
  await cloud.call('notice', 'consent', { _id: deriveId('again', openid, name), results }, openid)
}

// A run of the sender over this push takes 46 trips; EVERY_TRIP=1 dies at each of them.
const stride = process.env.EVERY_TRIP ? 1 : 8

test.each([
  [1, 16],
  [17, 32],
  [33, 48],
])(
  'a sender killed at trips between %i and %i sends nobody twice, loses no message and counts right',
  async (from, to) => {
    const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
    for (let trips = from; trips <= to; trips += stride) {
      const name = `p${trips}`
      const before = await Promise.all(agreed.map(async (openid) => (await cloud.inbox(openid)).length))
      await holdSender(cloud)
      await Promise.all(agreed.map((openid) => agreeAgain(cloud, openid, name)))
      await send(cloud, name)
      await freeSender(cloud)
      await cloud.fault({ target: 'function', name: 'notice', mode: 'kill', trips })
      await cloud.tick('notice')
      await cloud.clearFaults()
      await cloud.clock({ advanceMs: 31_000 })
      await settled(cloud)
      await expectSound(cloud, name, before)
    }
  },
  240_000,
)

test('a sender that dies right after WeChat took a message does not send it again', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  await holdSender(cloud)
  await Promise.all(agreed.map((openid) => agree(cloud, openid)))
  await send(cloud, 'p')
  // Before it is let go: a late nudge may be the one that dies.
  await cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'kill' })
  await freeSender(cloud)
  await cloud.tick('notice')
  expect((await messagesOf(cloud, 'p')).filter(({ state }) => state === 'sending')).toHaveLength(5)
  // Its lease still runs: nobody may touch what it holds.
  await cloud.tick('notice')
  expect((await messagesOf(cloud, 'p')).filter(({ state }) => state === 'sending')).toHaveLength(5)
  await cloud.clock({ advanceMs: 31_000 })
  await settled(cloud)
  expect((await resultOf(cloud, 'p')).push.counts).toMatchObject({ unknown: 5, 'no-credit': 4, sent: 0 })
  await expectSound(cloud, 'p', [])
})

test('the whole machine killed while sending: after the restart nobody gets a second message', async () => {
  const first = await fresh.open({ now, env: orgEnv, seed: seed() })
  await holdSender(first)
  await Promise.all(agreed.map((openid) => agree(first, openid)))
  await send(first, 'p')
  await freeSender(first)
  await first.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'slow', ms: 150, times: 3 })
  const ticking = first.tick('notice').catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 250))
  await first.kill9()
  await ticking
  const cloud = await startCloud({ env: orgEnv, dataDir: first.dir })
  await cloud.clock({ now: '2026-11-20T02:01:00.000Z' })
  await settled(cloud)
  await expectSound(cloud, 'p', [])
  await cloud.stop()
})

test('who comes to a message too late, its sender thought dead, gives no consent back for it', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  const [openid = ''] = agreed
  await agree(cloud, openid)
  await holdSender(cloud)
  const data = { ...goodData('activity'), time2: '改天' }
  await deliverTo(cloud, 'notice', [
    { id: 'm', kind: 'message', payload: { openid, template: 'activity', data, page: null } },
  ])
  await freeSender(cloud)
  await cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'slow', ms: 3000 })
  const slow = cloud.tick('notice')
  for (;;) {
    const [message] = await readDocuments(cloud, 'messages')
    if (message?.state === 'sending') break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await cloud.clock({ advanceMs: 31_000 })
  await cloud.tick('notice')
  await slow
  await settled(cloud)
  expect(await readDocuments(cloud, 'messages')).toMatchObject([{ state: 'unknown' }])
  expect(await readDocuments(cloud, 'subscribers', { _id: openid })).toMatchObject([
    { left: { activity: 0 }, spent: { activity: 1 } },
  ])
})

test('a consent spent meanwhile, by another push at once, is spent once', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  const [openid = ''] = agreed
  await agree(cloud, openid)
  await holdSender(cloud)
  await send(cloud, 'a')
  await send(cloud, 'b')
  await freeSender(cloud)
  await settled(cloud)
  const states = await Promise.all(['a', 'b'].map((name) => messagesOf(cloud, name)))
  const own = states.flat().filter((message) => message.openid === openid)
  expect(own.map(({ state }) => state).sort()).toEqual(['no-credit', 'sent'])
  expect(await cloud.inbox(openid)).toHaveLength(1)
  expect(await readDocuments(cloud, 'subscribers', { _id: openid })).toMatchObject([{ left: { activity: 0 } }])
})

test('two senders at once are one: the other finds the lease taken', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  await holdSender(cloud)
  await Promise.all(agreed.map((openid) => agree(cloud, openid)))
  await send(cloud, 'p')
  await freeSender(cloud)
  await Promise.all(Array.from({ length: 4 }, () => cloud.tick('notice')))
  await settled(cloud)
  await expectSound(cloud, 'p', [])
  expect((await resultOf(cloud, 'p')).push.counts).toMatchObject({ sent: 5, 'no-credit': 4 })
})

test('two messages to one person with one consent left: one is sent, the other stays in the app', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  await holdSender(cloud)
  await agree(cloud, 'wx-crowd-0')
  const message = (id: string) => ({
    id,
    kind: 'message',
    payload: { openid: 'wx-crowd-0', template: 'activity', data: goodData('activity'), page: null },
  })
  await deliverTo(cloud, 'notice', [message('a'), message('b')])
  await freeSender(cloud)
  await settled(cloud)
  const states = (await readDocuments(cloud, 'messages')).map(({ state }) => state).sort()
  expect(states).toEqual(['no-credit', 'sent'])
  expect(await cloud.inbox('wx-crowd-0')).toHaveLength(1)
})

test('a message whose owner erases himself while it waits is never sent', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  await holdSender(cloud)
  await Promise.all(agreed.map((openid) => agree(cloud, openid)))
  await send(cloud, 'p')
  await deliverTo(cloud, 'notice', [
    {
      id: 'm',
      kind: 'message',
      payload: { openid: agreed[0], template: 'activity', data: goodData('activity'), page: null },
    },
  ])
  await deliverTo(cloud, 'notice', [{ id: 'e', kind: 'erase', payload: { openid: agreed[0] } }], 'org')
  await freeSender(cloud)
  await settled(cloud)
  expect(await cloud.inbox(agreed[0])).toEqual([])
  expect(JSON.stringify(await readDocuments(cloud, 'messages', { pushId: null }))).toContain('对方已注销')
})

test('a field WeChat refuses (47003) fails that message alone, named in Chinese', async () => {
  const cloud = await fresh.open({ now, env: orgEnv, seed: seed() })
  await agree(cloud, agreed[0]!)
  const data = { ...goodData('activity'), time2: '改天' }
  await deliverTo(cloud, 'notice', [
    { id: 'm', kind: 'message', payload: { openid: agreed[0], template: 'activity', data, page: null } },
  ])
  await settled(cloud)
  expect(await readDocuments(cloud, 'messages')).toMatchObject([
    { state: 'failed', reason: '“活动时间”不符合微信的填写要求' },
  ])
})
