import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { goodData, settled } from '../../support/factories/notice'
import { city, cityLines, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const { east } = city.nodes
const crowd = Array.from({ length: 12 }, (_, index) =>
  personDoc({ openid: `wx-crowd-${String(index).padStart(2, '0')}`, name: `职工${index}`, boothUnder: east.under }),
)

type Push = {
  id: string
  state: string
  version: number
  total: number
  reason: string | null
}
type Result = { push: Push; items: { name: string; state: string; reason: string | null }[] }

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({
    now,
    env: orgEnv,
    seed: seedFile([...cityLines(), ...crowd.map((doc) => seedLine('people', doc))]),
  })
})
afterAll(fresh.close)

const call = <T>(openid: string, action: string, input: unknown = {}) => cloud.call<T>('notice', action, input, openid)
const words = { nodeId: east._id, template: 'activity', wording: goodData('activity') }
const toWorkers = { nodeId: east._id, who: 'workers' }
const send = (name: string, more: object = {}, openid = 'wx-east1') =>
  call<Push>(openid, 'send', { _id: deriveId('push', name), ...words, audience: toWorkers, ...more })
const resultOf = (name: string, more: object = {}) =>
  call<Result>('wx-admin', 'pushResult', { id: deriveId('push', name), size: 50, ...more })
const act = (action: string, name: string, openid: string, more: object = {}) =>
  resultOf(name).then(({ push }) =>
    call<Push>(openid, action, { id: deriveId('push', name), version: push.version, ...more }),
  )
const shipped = { perPerson: 3, perNode: 10, trialAbove: 200, approveAbove: 500, quietFrom: 22, quietTo: 8 }
const setRules = async (rules: Partial<typeof shipped>) => {
  const { version } = await call<{ version: number | null }>('wx-admin', 'pushRules')
  await call('wx-admin', 'setPushRules', { version, rules: { ...shipped, ...rules } })
}

describe('looked at again when it begins', () => {
  const later = '2026-11-21T02:00:00.000Z'
  const atLater = async () => {
    await cloud.clock({ now: '2026-11-21T02:01:00.000Z' })
    await cloud.tick('notice')
    await cloud.rest()
  }
  const messagesOf = (name: string) => readDocuments(cloud, 'messages', { pushId: deriveId('push', name) })

  test('more than the rules let go on one word: a second officer is asked, and his word lets it go', async () => {
    await send('p', { dueAt: later })
    await setRules({ approveAbove: 5 })
    await atLater()
    expect((await resultOf('p')).push).toMatchObject({ state: 'waiting', reason: '已超过5人，要另一位干部同意' })
    expect(await messagesOf('p')).toEqual([])
    await act('approvePush', 'p', 'wx-east2')
    await settled(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'done', total: 13, reason: null })
  })

  test('more than the rules let go untried: it stands until its words were tried', async () => {
    await send('p', { dueAt: later })
    await setRules({ trialAbove: 5 })
    await atLater()
    expect((await resultOf('p')).push).toMatchObject({ state: 'paused' })
    await expect(act('resumePush', 'p', 'wx-east1')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await messagesOf('p')).toEqual([])
    await call('wx-east1', 'trial', { _id: deriveId('push', 'trial'), ...words })
    await settled(cloud)
    await act('resumePush', 'p', 'wx-east1')
    await settled(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'done', total: 13 })
  })

  test('a trial is found behind any number of pushes of its words', async () => {
    await setRules({ perNode: 100 })
    for (let index = 0; index < 21; index += 1) await send(`small-${index}`)
    await setRules({ trialAbove: 5, perNode: 100 })
    await expect(send('p')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await call('wx-east1', 'trial', { _id: deriveId('push', 'trial'), ...words })
    await settled(cloud)
    expect(await send('p')).toMatchObject({ state: 'preparing' })
  })

  test('approved on another day it counts for that day; what nobody gets counts for none', async () => {
    await setRules({ approveAbove: 5, perNode: 1 })
    await send('returned')
    await act('returnPush', 'returned', 'wx-east2', { reason: '时间写错了' })
    await send('p')
    await cloud.clock({ now: later })
    await send('today')
    await expect(act('approvePush', 'p', 'wx-east2')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await act('cancelPush', 'today', 'wx-east1')
    await act('approvePush', 'p', 'wx-east2')
    // Its answer was lost: what was asked is the same, though its time has moved.
    expect(await send('p')).toMatchObject({ id: deriveId('push', 'p') })
    await expect(send('other')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('what fits today alone is refused where it may begin on another day', async () => {
    await setRules({ approveAbove: 5 })
    await cloud.clock({ now: '2026-06-09T02:00:00.000Z' })
    const wording = { ...goodData('activity'), thing1: '{{日期}}，班组安全日活动报名了' }
    expect(await call('wx-east1', 'preview', { ...words, wording, audience: toWorkers })).toMatchObject({
      fields: expect.arrayContaining([
        expect.objectContaining({ key: 'thing1', problem: expect.stringContaining('按最长的日期算') as string }),
      ]) as object[],
    })
    await expect(send('p', { wording })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await setRules({ approveAbove: 500 })
    expect(await send('p', { wording })).toMatchObject({ state: 'preparing' })
  })
})
