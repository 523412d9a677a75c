import { deriveId } from 'types/ids'
import type { Cloud } from '../../support/cloud'
import { agree, freeSender, holdSender, minutePasses, settled } from '../../support/factories/notice'
import { city, readDocuments } from '../../support/factories/org'
import { pushingUnion } from '../../support/factories/pushing-union'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const later = '2026-11-21T02:00:00.000Z'
const { east, west, zeneng } = city.nodes
const union = pushingUnion(now)
const { crowd, call, words, send, resultOf, act, setRules } = union
const first = crowd[0]?._id ?? ''
const refused = { code: 'NOT_ALLOWED_NOW' }

let cloud: Cloud
beforeEach(async () => {
  cloud = await union.open()
})
afterAll(union.close)

const idOf = (name: string) => deriveId('push', name)
const messagesOf = (name: string) => readDocuments(cloud, 'messages', { pushId: idOf(name) })
const stateOf = async (name: string) => (await resultOf(name)).push.state
type Inbox = { items: { fields: { value: string }[] }[] }
const toldTo = async (openid: string) =>
  (await call<Inbox>(openid, 'inbox')).items.flatMap(({ fields }) => fields.map(({ value }) => value))

describe('an audience that moved out of its union', () => {
  const toZeneng = { audience: { nodeId: zeneng._id, who: 'workers' } }
  const moveAway = () =>
    cloud.call(
      'org',
      'moveNode',
      { _id: deriveId('move', 'zeneng'), nodeId: zeneng._id, fromId: east._id, toId: west._id },
      'wx-admin',
    )
  const stays = expect.objectContaining({ state: 'paused', reason: '对象已不在本单位范围，请取消后重选' }) as object

  test('nobody of it gets what was put off, its officer is told and can only cancel', async () => {
    await send('p', { ...toZeneng, dueAt: later })
    await moveAway()
    await cloud.clock({ now: '2026-11-21T02:01:00.000Z' })
    await minutePasses(cloud)
    expect((await resultOf('p')).push).toEqual(stays)
    await minutePasses(cloud)
    expect(await toldTo('wx-east1')).toContain('对象已不在本单位范围，请取消后重选')
    for (const officer of ['wx-east1', 'wx-east2'])
      await expect(act('resumePush', 'p', officer)).rejects.toMatchObject(refused)
    expect(await messagesOf('p')).toEqual([])
    await act('cancelPush', 'p', 'wx-east1')
    expect(await stateOf('p')).toBe('cancelled')
  })

  test('nor what was paused before its list was complete', async () => {
    await holdSender(cloud)
    await send('p', toZeneng)
    await act('pausePush', 'p', 'wx-east1')
    await moveAway()
    await expect(act('resumePush', 'p', 'wx-east2')).rejects.toMatchObject(refused)
    await freeSender(cloud)
    await minutePasses(cloud)
    expect([await stateOf('p'), await messagesOf('p')]).toEqual(['paused', []])
  })
})

describe('an officer and the clock at the same push', () => {
  /** Has the clock's run wait where it reads this, until the officer has acted. */
  const whileItWaits = async (
    name: string,
    officer: () => Promise<unknown>,
    clock = (): Promise<unknown> => cloud.tick('notice'),
  ) => {
    await cloud.fault({ target: 'database', name, mode: 'slow', ms: 2500, times: 1 })
    const run = clock()
    await new Promise((resolve) => setTimeout(resolve, 500))
    await officer()
    await run
    await cloud.clearFaults()
  }

  test('cancelled in the moment it begins it does not, and those after it do', async () => {
    await send('p', { dueAt: later })
    await send('q', { dueAt: '2026-11-21T02:00:01.000Z' })
    const { id, version } = (await resultOf('p')).push
    await cloud.rest()
    const comes = () => cloud.clock({ now: '2026-11-21T02:01:00.000Z', fire: 'notice' })
    await whileItWaits('nodes', () => call('wx-east1', 'cancelPush', { id, version }), comes)
    expect([await stateOf('p'), await messagesOf('p')]).toEqual(['cancelled', []])
    expect(await stateOf('q')).not.toBe('scheduled')
  })

  test('paused in the moment its list is complete it stays so; resumed, everybody gets it once', async () => {
    await agree(cloud, first)
    await holdSender(cloud)
    await send('p')
    await cloud.rest()
    await freeSender(cloud)
    const { id, version } = (await resultOf('p')).push
    await whileItWaits('database.insertDocument', () => call('wx-east1', 'pausePush', { id, version }))
    expect([await stateOf('p'), (await messagesOf('p')).length]).toEqual(['paused', 13])
    await act('resumePush', 'p', 'wx-east1')
    await settled(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'done', total: 13, counts: { sent: 1, 'no-credit': 12 } })
    expect([(await messagesOf('p')).length, (await cloud.inbox(first)).length]).toEqual([13, 1])
  })

  test('stopped at whatever moment and resumed, each is done once, with nobody left out and nobody told twice', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `p${index}`)
    await agree(cloud, first, 'activity', names.length)
    await setRules({ perPerson: 20 })
    const stop = async (name: string, index: number) => {
      await send(name)
      await new Promise((resolve) => setTimeout(resolve, index * 60))
      const isStopped = await act('pausePush', name, 'wx-east1').then(
        () => true,
        () => false,
      )
      if (isStopped) await act('resumePush', name, 'wx-east2')
    }
    await Promise.all([...names.map(stop), cloud.tick('notice')])
    await settled(cloud)
    for (const name of names) {
      const { push } = await resultOf(name)
      expect(push).toMatchObject({ state: 'done', total: 13, counts: { sent: 1, 'no-credit': 12, queued: 0 } })
      expect(await messagesOf(name)).toHaveLength(13)
    }
    expect(await cloud.inbox(first)).toHaveLength(names.length)
  })
})

test('a trial that is called off reaches nobody, and its words count as untried', async () => {
  await setRules({ trialAbove: 5 })
  await agree(cloud, 'wx-east1')
  await holdSender(cloud)
  await call('wx-east1', 'trial', { _id: idOf('trial'), ...words })
  await act('pausePush', 'trial', 'wx-east1')
  await act('cancelPush', 'trial', 'wx-east1')
  await freeSender(cloud)
  await settled(cloud)
  expect((await resultOf('trial')).push).toMatchObject({ state: 'cancelled', isTrial: true })
  expect(await cloud.inbox('wx-east1')).toEqual([])
  await expect(send('p')).rejects.toMatchObject(refused)
})

describe('a second officer’s word', () => {
  test('is not given by resuming: a colleague’s, like the author’s, asks for it', async () => {
    await holdSender(cloud)
    await send('p')
    const paused = { id: idOf('p'), version: (await act('pausePush', 'p', 'wx-east1')).version }
    await setRules({ approveAbove: 5 })
    const resume = () => call('wx-east2', 'resumePush', paused)
    expect(await resume()).toMatchObject({ state: 'waiting' })
    expect(await resume()).toMatchObject({ state: 'waiting' })
    await freeSender(cloud)
    await minutePasses(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'waiting', reason: '已超过5人，要另一位干部同意' })
    expect(await messagesOf('p')).toEqual([])
    expect((await toldTo('wx-east2')).filter((value) => value.startsWith('推送等您同意'))).toHaveLength(1)
    await expect(act('approvePush', 'p', 'wx-east1')).rejects.toMatchObject(refused)
    await act('approvePush', 'p', 'wx-east2')
    await settled(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'done', total: 13, approvedBy: '东二' })
  })
})
