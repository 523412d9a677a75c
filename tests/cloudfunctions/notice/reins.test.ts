import { deriveId } from 'types/ids'
import type { Cloud } from '../../support/cloud'
import { agree, goodData, minutePasses, settled } from '../../support/factories/notice'
import { city, readDocuments } from '../../support/factories/org'
import { pushingUnion } from '../../support/factories/pushing-union'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const { east } = city.nodes
const union = pushingUnion(now)
const { crowd, call, words, toWorkers, send, resultOf, act, setRules, shipped } = union
const [first = '', second = ''] = crowd.map(({ _id }) => _id)

let cloud: Cloud
beforeEach(async () => {
  cloud = await union.open()
})
afterAll(union.close)

describe('rules', () => {
  test('are changed at the root alone, and by who saw the latest', async () => {
    await expect(call('wx-east1', 'setPushRules', { version: null, rules: shipped })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await setRules({ perPerson: 1 })
    await setRules({ perPerson: 2 })
    await expect(call('wx-admin', 'setPushRules', { version: 0, rules: shipped })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await call('wx-east1', 'pushRules')).toMatchObject({ rules: { perPerson: 2 }, mayChange: false })
  })

  test('who had his fill today reads the next in the app, with that reason; tomorrow he is reminded again', async () => {
    await setRules({ perPerson: 1 })
    await agree(cloud, first, 'activity', 3)
    await send('a')
    await settled(cloud)
    const seen = await call('wx-east1', 'preview', { ...words, audience: toWorkers })
    expect(seen).toMatchObject({ recipients: 13, reachable: 0, capped: 1 })
    await send('b')
    await settled(cloud)
    expect((await resultOf('b', { state: 'capped' })).items).toEqual([
      expect.objectContaining({ name: '职工0', reason: '当天已提醒过 1 次，这条只放在站内' }),
    ])
    expect(await call('wx-crowd-00', 'inbox')).toMatchObject({ unread: 2 })
    await cloud.clock({ now: '2026-11-21T02:00:00.000Z' })
    await send('c')
    await settled(cloud)
    expect((await resultOf('c')).push.counts).toMatchObject({ sent: 1, capped: 0 })
  })

  test('a union that sent its share today is told to take another day', async () => {
    await setRules({ perNode: 1 })
    await send('a')
    await expect(send('b')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await send('a')).toMatchObject({ id: deriveId('push', 'a') })
    expect(await send('c', { dueAt: '2026-11-21T02:00:00.000Z' })).toMatchObject({ state: 'scheduled' })
  })

  test('quiet hours are those of the tree', async () => {
    await setRules({ quietFrom: 9, quietTo: 12 })
    await agree(cloud, first)
    await send('p')
    await minutePasses(cloud)
    expect(await cloud.inbox(first)).toEqual([])
    await cloud.clock({ now: '2026-11-20T04:00:01.000Z' })
    await settled(cloud)
    expect(await cloud.inbox(first)).toHaveLength(1)
  })
})

describe('before many get it', () => {
  test('above a size the same words have to be tried first, on oneself and on colleagues', async () => {
    await setRules({ trialAbove: 5 })
    const { items } = await call<{ items: { id: string; name: string }[] }>('wx-east1', 'testers', {
      nodeId: east._id,
    })
    expect(items.map(({ name }) => name)).toEqual(['东二'])
    await expect(send('p')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await call('wx-east1', 'preview', { ...words, audience: toWorkers })).toMatchObject({
      needs: { trial: true, approval: false },
    })
    await agree(cloud, 'wx-east1')
    const input = { _id: deriveId('push', 'trial'), ...words, testers: items.map(({ id }) => id) }
    await call('wx-east1', 'trial', input)
    await settled(cloud)
    expect((await resultOf('trial')).push).toMatchObject({ total: 2, counts: { sent: 1, 'no-credit': 1 } })
    // Other words are not tried by it.
    const other = { wording: { ...goodData('activity'), thing1: '另一场活动' } }
    await expect(send('other', other)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await send('p')).toMatchObject({ state: 'preparing' })
    const stranger = { ...input, _id: deriveId('push', 'x'), testers: [deriveId('person', 'wx-west1')] }
    await expect(call('wx-east1', 'trial', stranger)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('above a size a second officer agrees, never its author; he is asked for it', async () => {
    await setRules({ approveAbove: 5 })
    await agree(cloud, first)
    expect(await send('p')).toMatchObject({ state: 'waiting' })
    await settled(cloud).catch(() => undefined)
    expect(await readDocuments(cloud, 'messages', { pushId: deriveId('push', 'p') })).toEqual([])
    const asked = await call<{ items: { fields: { value: string }[] }[] }>('wx-east2', 'inbox')
    expect(asked.items[0]?.fields[0]?.value).toContain('推送等您同意')
    await expect(act('approvePush', 'p', 'wx-east1')).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await expect(act('approvePush', 'p', 'wx-west1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await act('approvePush', 'p', 'wx-east2')
    await settled(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'done', counts: { sent: 1 }, approvedBy: '东二' })
  })

  test('refused with a reason it goes back, and nobody gets it', async () => {
    await setRules({ approveAbove: 5 })
    await send('p')
    await act('returnPush', 'p', 'wx-east2', { reason: '时间写错了' })
    expect((await resultOf('p')).push).toMatchObject({ state: 'returned', reason: '时间写错了' })
    await minutePasses(cloud)
    await cloud.tick('notice')
    expect(await readDocuments(cloud, 'messages', { pushId: deriveId('push', 'p') })).toEqual([])
    const told = await call<{ items: { fields: { value: string }[] }[] }>('wx-east1', 'inbox')
    expect(told.items[0]?.fields.map(({ value }) => value)).toContain('时间写错了')
  })
})

describe('bad days', () => {
  test('its officer leaves while it is under way: it stops, and a colleague resumes or cancels it', async () => {
    await cloud.clock({ now: '2026-11-20T15:00:00.000Z' })
    await agree(cloud, first)
    await send('p')
    await send('q')
    await minutePasses(cloud)
    await cloud.admin({
      ...{ action: 'database.modifyDocument', collectionName: 'people', queryType: 'WHERE', envName: 'local-ankang' },
      ...{ multi: true, merge: true, upsert: false, query: JSON.stringify({ _id: 'wx-east1' }) },
      data: JSON.stringify({ $set: { grants: [] } }),
    })
    await cloud.clock({ now: '2026-11-21T02:00:00.000Z' })
    await minutePasses(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'paused' })
    expect(await cloud.inbox(first)).toEqual([])
    await act('resumePush', 'p', 'wx-east2')
    await act('cancelPush', 'q', 'wx-east2')
    await settled(cloud)
    expect((await resultOf('p')).push).toMatchObject({ state: 'done', counts: { sent: 1, 'no-credit': 12 } })
    expect((await resultOf('q')).push).toMatchObject({ state: 'cancelled', total: 13, counts: { 'called-off': 13 } })
    expect(await cloud.inbox(first)).toHaveLength(1)
  })

  test('45009: tried again it arrives; what may have arrived is never tried again', async () => {
    await Promise.all([first, second].map((openid) => agree(cloud, openid)))
    const name = 'subscribeMessage.send'
    await cloud.fault({ target: 'openapi', name, mode: 'refuse', errcode: 45009 })
    await cloud.fault({ target: 'openapi', name, mode: 'timeout-after' })
    await send('p')
    await settled(cloud)
    const before = await resultOf('p')
    expect(before.push).toMatchObject({ state: 'done', again: 1, counts: { failed: 1, unknown: 1, 'no-credit': 11 } })
    await agree(cloud, 'wx-crowd-05')
    await act('retryPush', 'p', 'wx-east1')
    await settled(cloud)
    expect((await resultOf('p')).push).toMatchObject({
      ...{ state: 'done', again: 0, total: 13 },
      counts: { failed: 0, unknown: 1, sent: 2, 'no-credit': 10 },
    })
    for (const openid of [first, second, 'wx-crowd-05']) expect(await cloud.inbox(openid)).toHaveLength(1)
    expect(await readDocuments(cloud, 'subscribers', { _id: first })).toMatchObject([{ left: { activity: 0 } }])
  })
})

test('the list for the phone names whom WeChat did not reach, and goes after an hour', async () => {
  await agree(cloud, first)
  await send('p')
  await settled(cloud)
  const sheet = await call<{ url: string; rows: number }>('wx-east1', 'callSheet', {
    ...{ _id: deriveId('sheet', 'p'), id: deriveId('push', 'p') },
  })
  expect(sheet.rows).toBe(12)
  expect((await fetch(sheet.url)).status).toBe(200)
  await cloud.clock({ now: '2026-11-20T03:05:00.000Z' })
  await cloud.tick('notice')
  expect(await readDocuments(cloud, 'notice_call_sheets')).toEqual([])
  expect((await fetch(sheet.url)).status).not.toBe(200)
})

test('the ledger says who can still be reached, where it was earned and what it was spent on', async () => {
  await agree(cloud, first, 'activity', 2)
  await call(second, 'consent', {
    ...{ _id: deriveId('consent', 'x'), results: [{ template: 'activity', result: 'accept' }], place: 'receipt' },
  })
  await cloud.setQuota(second, 'local-activity', 1)
  await send('p')
  await settled(cloud)
  const ledger = await call<{ people: number; templates: { key: string }[]; spent: unknown[] }>('wx-east1', 'credits')
  expect(ledger.templates.find(({ key }) => key === 'activity')).toMatchObject({
    ...{ reachable: 1, left: 1, spent: 2 },
    earned: [
      { place: null, count: 2 },
      { place: 'receipt', count: 1 },
    ],
  })
  expect(ledger.spent).toMatchObject([{ sent: 2, headline: goodData('activity').thing1 }])
})
