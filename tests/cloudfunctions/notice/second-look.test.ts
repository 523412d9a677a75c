import { deriveId } from 'types/ids'
import type { Cloud } from '../../support/cloud'
import { goodData, minutePasses, settled } from '../../support/factories/notice'
import { readDocuments } from '../../support/factories/org'
import { pushingUnion } from '../../support/factories/pushing-union'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const union = pushingUnion(now)
const { call, words, toWorkers, send, resultOf, act, setRules } = union

let cloud: Cloud
beforeEach(async () => {
  cloud = await union.open()
})
afterAll(union.close)

describe('looked at again when it begins', () => {
  const later = '2026-11-21T02:00:00.000Z'
  const atLater = async () => {
    await cloud.clock({ now: '2026-11-21T02:01:00.000Z' })
    await minutePasses(cloud)
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
