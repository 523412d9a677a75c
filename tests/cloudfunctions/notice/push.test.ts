import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { accountTemplate, agree, goodData, minutePasses, settled } from '../../support/factories/notice'
import {
  boothDoc,
  city,
  cityLines,
  deliverTo,
  orgEnv,
  personDoc,
  readDocuments,
  seedLine,
} from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Push = { id: string; state: string; total: number; counts: Record<string, number>; audience: string; by: string }
type Result = { push: Push; items: { name: string; state: string; reason: string | null }[]; more: boolean }
type Preview = {
  recipients: number
  reachable: number
  fields: { key: string; name: string; problem: string | null }[]
}

const { root, east, west } = city.nodes
const booth = boothDoc(east)
const workers = Array.from({ length: 25 }, (_, index) =>
  personDoc({ openid: `wx-east-worker-${index}`, name: `东职工${index}`, boothUnder: east.under }),
)
const volunteer = personDoc({ openid: 'wx-west-volunteer', name: '西志愿', volunteerUnder: west.under })

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  const people = [...workers, volunteer].map((doc) => seedLine('people', doc))
  cloud = await fresh.open({ now, env: orgEnv, seed: seedFile([...cityLines(), seedLine('booths', booth), ...people]) })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('notice', action, input, openid)
const wish = (more: object = {}) => ({
  ...{ nodeId: east._id, template: 'activity', audience: { nodeId: east._id, who: 'workers' } },
  ...{ wording: goodData('activity'), page: 'pages/home/index' },
  ...more,
})
const send = (openid: string, name: string, more: object = {}) =>
  call<Push>(openid, 'send', { _id: deriveId('push', name), ...wish(more) })
const resultOf = (name: string, input: object = {}) =>
  call<Result>('wx-admin', 'pushResult', { id: deriveId('push', name), size: 50, ...input })
const sentTo = async () => (await cloud.inbox()).map(({ openid }) => openid).sort()

describe('a push', () => {
  test('arrives at who agreed and stands in everybody’s inbox, with a result for each', async () => {
    const agreed = workers.slice(0, 12).map(({ _id }) => _id)
    await Promise.all(agreed.map((openid) => agree(cloud, openid)))
    const push = await send('wx-east1', 'p')
    expect(push).toMatchObject({ state: 'preparing', audience: '东河区总工会 · 参与过的职工', by: '东一' })
    await settled(cloud)
    expect(await sentTo()).toEqual([...agreed].sort())
    const { push: after, items, more } = await resultOf('p')
    expect(after).toMatchObject({
      state: 'done',
      total: 26,
      counts: { sent: 12, 'no-credit': 14, queued: 0, unknown: 0 },
    })
    expect(items).toHaveLength(26)
    expect(more).toBe(false)
    expect(items.filter(({ state }) => state === 'no-credit')[0]!.reason).toContain('订阅')
    const inbox = await call<{ unread: number }>(workers[20]!._id, 'inbox')
    expect(inbox.unread).toBe(1)
    const [first] = await cloud.inbox(agreed[0])
    expect(first).toMatchObject({ title: '活动通知', miniprogramState: 'developer' })
    expect(first?.page).toMatch(/^pages\/home\/index\?m=[0-9A-Za-z]{22}$/)
  })

  test('arrives within two seconds by the nudge alone', async () => {
    const { _id: openid } = workers[0]!
    await agree(cloud, openid)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const began = Date.now()
    await send('wx-east1', 'quick')
    while ((await cloud.inbox(openid)).length === 0 && Date.now() - began < 10_000)
      await new Promise((resolve) => setTimeout(resolve, 25))
    expect(Date.now() - began).toBeLessThan(2000)
  })

  test('sent again by a retry is one push; the same id of another officer is not his', async () => {
    await Promise.all(workers.slice(0, 5).map(({ _id }) => agree(cloud, _id, 'activity', 2)))
    await Promise.all([send('wx-east1', 'p'), send('wx-east1', 'p'), send('wx-east1', 'p')])
    await settled(cloud)
    await send('wx-east1', 'p')
    await settled(cloud)
    expect(await sentTo()).toHaveLength(5)
    await expect(send('wx-east2', 'p')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    const other = { wording: { ...goodData('activity'), thing1: '另一场活动' } }
    await expect(send('wx-east1', 'p', other)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
  })

  test('cannot look like the system’s word on a person’s own report or application', async () => {
    for (const template of ['review-result', 'hazard-progress'] as const) {
      const own = { template, wording: goodData(template) }
      await expect(send('wx-east1', template, own)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      await expect(call('wx-east1', 'preview', wish(own))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    }
    const { items } = await call<{ items: { key: string }[] }>('wx-east1', 'templates')
    expect(items.map(({ key }) => key)).toEqual(['activity', 'work-to-do'])
  })

  test('goes to the audience named, and to no neighbour', async () => {
    const everyone = ['wx-west-volunteer', 'wx-fixer', 'wx-east1', workers[0]!._id, 'wx-worker']
    await Promise.all(everyone.map((openid) => agree(cloud, openid, 'activity', 3)))
    const to = async (name: string, nodeId: string, who: string) => {
      const before = await sentTo()
      await send('wx-admin', name, { nodeId: root._id, audience: { nodeId, who } })
      await settled(cloud)
      const all = await sentTo()
      for (const one of before) all.splice(all.indexOf(one), 1)
      return all
    }
    expect(await to('a', west._id, 'everyone')).toEqual(['wx-west-volunteer'])
    expect(await to('b', root._id, 'volunteers')).toEqual(['wx-west-volunteer'])
    expect(await to('c', east._id, 'fixers')).toEqual(['wx-fixer'])
    expect(await to('d', root._id, 'officers')).toEqual(['wx-east1'])
    expect(await to('e', east._id, 'workers')).toEqual([workers[0]!._id, 'wx-worker'].sort())
  })

  test('to nobody is done at once', async () => {
    await send('wx-admin', 'empty', { nodeId: root._id, audience: { nodeId: city.nodes.team._id, who: 'volunteers' } })
    await settled(cloud)
    expect(await resultOf('empty')).toMatchObject({ push: { state: 'done', total: 0 }, items: [] })
  })

  test('is refused where a field breaks its rule, naming the field', async () => {
    const wording = {
      ...goodData('activity'),
      thing1: '一二三四五六七八九十一二三四五六七八九十多',
      time2: '明天下午',
      letter9: 'x',
    }
    await expect(send('wx-east1', 'p', { wording })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: {
        'wording.thing1': expect.stringContaining('活动名称') as string,
        'wording.time2': expect.stringContaining('活动时间') as string,
        'wording.letter9': expect.any(String) as string,
      },
    })
    await expect(send('wx-east1', 'p', { page: 'https://evil.example' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await readDocuments(cloud, 'pushes')).toEqual([])
  })

  test('does not leave an officer’s own subtree, by node or by audience', async () => {
    await expect(send('wx-east1', 'p', { nodeId: west._id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const nodeId of [west._id, root._id])
      await expect(send('wx-east1', 'p', { audience: { nodeId, who: 'everyone' } })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
    for (const openid of ['wx-worker', 'wx-regulator', 'wx-fixer'])
      await expect(send(openid, 'p')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await send('wx-east1', 'p')
    await expect(call('wx-west1', 'pushResult', { id: deriveId('push', 'p') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await call<{ items: Push[] }>('wx-west1', 'pushes')).items).toEqual([])
    expect((await call<{ items: Push[] }>('wx-admin', 'pushes')).items).toHaveLength(1)
  })
})

test('the preview tells how many, how many can be reached, and what WeChat would refuse', async () => {
  await Promise.all(workers.slice(0, 4).map(({ _id }) => agree(cloud, _id)))
  await agree(cloud, workers[9]!._id, 'review-result')
  const wording = { ...goodData('activity'), time2: '' }
  const seen = await call<Preview>('wx-east1', 'preview', wish({ wording }))
  expect(seen).toMatchObject({ recipients: 26, reachable: 4 })
  expect(seen.fields.filter(({ problem }) => problem !== null).map(({ name }) => name)).toEqual(['活动时间'])
})

describe('WeChat’s answers', () => {
  const [first, second] = workers.map(({ _id }) => _id) as [string, string]
  const leftOf = async (openid: string) =>
    (await call<{ templates: { key: string; left: number }[] }>(openid, 'subscriptions')).templates.find(
      ({ key }) => key === 'activity',
    )!.left
  const stateOf = async (name: string, push: string) => (await resultOf(push)).items.find((item) => item.name === name)!

  test('43101: WeChat’s count holds, ours is set to none', async () => {
    await agree(cloud, first, 'activity', 3)
    await cloud.setQuota(first, accountTemplate('activity'), 0)
    await send('wx-east1', 'p')
    await settled(cloud)
    expect(await stateOf('东职工0', 'p')).toMatchObject({ state: 'refused', reason: '对方没有订阅，或已拒收' })
    expect(await leftOf(first)).toBe(0)
  })

  test('47003: the field is named in Chinese and the consent is not used up', async () => {
    await agree(cloud, first)
    // A rule WeChat has and we do not know of.
    await cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'refuse', errcode: 47003 })
    await send('wx-east1', 'p')
    await settled(cloud)
    expect(await stateOf('东职工0', 'p')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('填写要求') as string,
    })
    expect(await leftOf(first)).toBe(1)
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ])('no answer, lost %s delivery: unknown, and never sent again', async (when, arrived) => {
    await agree(cloud, first, 'activity', 2)
    await cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: `timeout-${when}` as 'timeout-before' })
    await send('wx-east1', 'p')
    await settled(cloud)
    await settled(cloud)
    expect(await stateOf('东职工0', 'p')).toMatchObject({ state: 'unknown' })
    expect(await cloud.inbox(first)).toHaveLength(arrived)
    expect((await resultOf('p')).push.counts).toMatchObject({ unknown: 1, 'no-credit': 25 })
  })

  test('one person’s failure leaves the others alone', async () => {
    await agree(cloud, first)
    await agree(cloud, second)
    await cloud.setQuota(first, accountTemplate('activity'), 0)
    await send('wx-east1', 'p')
    await settled(cloud)
    expect((await resultOf('p')).push.counts).toMatchObject({ refused: 1, sent: 1, 'no-credit': 24 })
    expect(await sentTo()).toEqual([second])
  })
})

test('officers’ calls take ten trips at most, each query served by an index', async () => {
  await agree(cloud, workers[0]!._id)
  await send('wx-east1', 'p')
  await settled(cloud)
  await cloud.resetMetrics()
  await call('wx-east1', 'templates')
  await call('wx-admin', 'preview', wish({ nodeId: root._id }))
  await send('wx-admin', 'q', { nodeId: root._id })
  await call('wx-east1', 'pushes')
  await resultOf('p')
  await settled(cloud)
  const { functions, queries } = await cloud.metrics()
  const { actions } = functions.find(({ name }) => name === 'notice')!
  for (const action of ['templates', 'preview', 'send', 'pushes', 'pushResult'])
    expect({ action, ok: actions[action]!.trips.max <= 10 }).toEqual({ action, ok: true })
  const unserved = queries.filter(
    ({ index, shape }) => index === null && !/state\$(ne|in|nin)$|outboxAt\$ne/.test(shape),
  )
  expect(unserved.map(({ collection, shape }) => `${collection} ${shape}`)).toEqual([])
})

describe('an officer holds the reins', () => {
  const first = workers[0]!._id
  const act = (action: string, name: string, version: number, openid = 'wx-east1') =>
    call<{ state: string; version: number }>(openid, action, { id: deriveId('push', name), version })
  const standing = async (name: string) => (await resultOf(name)).push as Push & { version: number }

  test('put off: nothing goes out before its time, and then it does by itself', async () => {
    await agree(cloud, first)
    const dueAt = '2026-11-20T06:00:00.000Z'
    const push = (await send('wx-east1', 'later', { dueAt })) as Push & { dueAt: string }
    expect(push).toMatchObject({ state: 'scheduled', dueAt })
    await cloud.tick('notice')
    expect(await readDocuments(cloud, 'messages')).toEqual([])
    await cloud.clock({ now: '2026-11-20T06:00:01.000Z' })
    await settled(cloud)
    expect(await sentTo()).toEqual([first])
    for (const wrong of ['2026-11-20T01:00:00.000Z', '2027-01-20T01:00:00.000Z'])
      await expect(send('wx-east1', wrong, { dueAt: wrong })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: { dueAt: '请选择以后 30 天以内的时间' },
      })
  })

  test('put off and taken back: it is never sent', async () => {
    await agree(cloud, first)
    await send('wx-east1', 'later', { dueAt: '2026-11-20T06:00:00.000Z' })
    await expect(act('cancelPush', 'later', 0, 'wx-west1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await act('cancelPush', 'later', 0)).toMatchObject({ state: 'cancelled' })
    expect(await act('cancelPush', 'later', 0)).toMatchObject({ state: 'cancelled' })
    await cloud.clock({ now: '2026-11-20T06:00:01.000Z' })
    await cloud.tick('notice')
    expect(await readDocuments(cloud, 'messages')).toEqual([])
    await send('wx-east1', 'now')
    await settled(cloud)
    await expect(act('cancelPush', 'now', (await standing('now')).version)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    })
  })

  test('written at night it stands in the app, and WeChat reminds in the morning; the system’s own word does not wait', async () => {
    await cloud.clock({ now: '2026-11-20T14:00:00.000Z' })
    await agree(cloud, first)
    await agree(cloud, first, 'review-result')
    await send('wx-east1', 'night')
    await deliverTo(cloud, 'notice', [
      {
        ...{ id: 'own', kind: 'message' },
        payload: { openid: first, template: 'review-result', data: goodData('review-result'), page: null },
      },
    ])
    await minutePasses(cloud)
    expect((await cloud.inbox(first)).map(({ title }) => title)).toEqual(['审核结果通知'])
    expect((await call<{ unread: number }>(first, 'inbox')).unread).toBe(2)
    await cloud.clock({ now: '2026-11-21T00:00:01.000Z' })
    await settled(cloud)
    expect((await cloud.inbox(first)).map(({ title }) => title)).toEqual(['审核结果通知', '活动通知'])
  })

  test('paused, it stands still; resumed, everybody gets it once', async () => {
    await cloud.clock({ now: '2026-11-20T14:00:00.000Z' })
    await agree(cloud, first)
    await send('wx-east1', 'p')
    await minutePasses(cloud)
    const { version } = await standing('p')
    expect(await act('pausePush', 'p', version)).toMatchObject({ state: 'paused' })
    await cloud.clock({ now: '2026-11-21T02:00:00.000Z' })
    await minutePasses(cloud)
    expect(await sentTo()).toEqual([])
    expect((await standing('p')).counts).toMatchObject({ queued: 26, sent: 0 })
    await act('resumePush', 'p', version + 1)
    await settled(cloud)
    expect((await standing('p')).counts).toMatchObject({ sent: 1, 'no-credit': 25 })
    expect(await sentTo()).toEqual([first])
  })
})
