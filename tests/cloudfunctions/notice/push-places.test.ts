import { deriveId } from 'types/ids'
import type { Cloud } from '../../support/cloud'
import { everyFile } from '../../support/factories/desk'
import { agree, settled } from '../../support/factories/notice'
import { readDocuments } from '../../support/factories/org'
import { pushingUnion } from '../../support/factories/pushing-union'

/** Ten in the morning in Shanghai. */
const now = '2026-11-20T02:00:00.000Z'
const tomorrow = '2026-11-21T02:00:00.000Z'
const union = pushingUnion(now)
const { crowd, call, send, resultOf, act, setRules } = union
const full = { code: 'NOT_ALLOWED_NOW' }

let cloud: Cloud
beforeEach(async () => {
  cloud = await union.open()
})
afterAll(union.close)

const tried = async (sends: readonly Promise<{ id: string }>[]) => {
  const ends = await Promise.allSettled(sends)
  return {
    sent: ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.id] : [])),
    refused: ends.flatMap((end) => (end.status === 'rejected' ? [(end.reason as { code: string }).code] : [])),
  }
}
const officers = ['wx-east1', 'wx-east2']

describe('the places of a day', () => {
  test('of many pushes in the same second as many go as there are places, and a retry has its own', async () => {
    await setRules({ perNode: 3 })
    const names = Array.from({ length: 8 }, (_, index) => `p${index}`)
    const { sent, refused } = await tried(names.map((name, index) => send(name, {}, officers[index % 2])))
    expect(sent).toHaveLength(3)
    expect(new Set(refused)).toEqual(new Set([full.code]))
    const again = await tried(names.map((name, index) => send(name, {}, officers[index % 2])))
    expect(again.sent.sort()).toEqual([...sent].sort())
    expect((await readDocuments(cloud, 'pushes')).map(({ _id }) => _id).sort()).toEqual([...sent].sort())
  })

  test('the same push sent twice at once has one place', async () => {
    await setRules({ perNode: 2 })
    const twice = await Promise.all([send('p'), send('p'), send('p')])
    expect(new Set(twice.map(({ id }) => id)).size).toBe(1)
    await send('q')
    await expect(send('r')).rejects.toMatchObject(full)
  })

  test('a call that died between its place and its push keeps the place for its retry alone', async () => {
    await setRules({ perNode: 1 })
    await cloud.resetMetrics()
    const trips = async () =>
      (await cloud.metrics()).functions.find(({ name }) => name === 'notice')?.actions.send?.trips
    await send('other', { dueAt: tomorrow })
    const whole = (await trips())?.max ?? 0
    // Its last trip is the push itself; the one before is its place.
    await cloud.fault({ target: 'function', name: 'notice', mode: 'kill', trips: whole - 1 })
    await expect(send('p')).rejects.toMatchObject({})
    await cloud.clearFaults()
    expect(await readDocuments(cloud, 'push_places', { pushId: deriveId('push', 'p') })).toHaveLength(1)
    expect(await readDocuments(cloud, 'pushes', { _id: deriveId('push', 'p') })).toEqual([])
    await expect(send('q')).rejects.toMatchObject(full)
    expect(await send('p')).toMatchObject({ state: 'preparing' })
    await expect(send('q')).rejects.toMatchObject(full)
  })

  test('of a push that was never written it is free again after a minute', async () => {
    await setRules({ perNode: 1 })
    await send('first')
    await cloud.admin({
      ...{ action: 'database.removeDocument', collectionName: 'pushes', queryType: 'WHERE', envName: 'local-ankang' },
      ...{ multi: true, query: JSON.stringify({ _id: deriveId('push', 'first') }) },
    })
    await expect(send('p')).rejects.toMatchObject(full)
    await cloud.clock({ now: '2026-11-20T02:02:00.000Z' })
    const { sent } = await tried(['p', 'q', 'r'].map((name) => send(name)))
    expect(sent).toHaveLength(1)
  })

  test('cancelled before anybody got it a push gives its place back, half sent it keeps it', async () => {
    await setRules({ perNode: 1 })
    await agree(cloud, crowd[0]?._id ?? '')
    await send('p')
    await settled(cloud)
    await expect(send('q')).rejects.toMatchObject(full)
    await cloud.admin({
      ...{ action: 'database.modifyDocument', collectionName: 'pushes', queryType: 'WHERE', envName: 'local-ankang' },
      ...{ multi: true, merge: true, upsert: false, query: JSON.stringify({ _id: deriveId('push', 'p') }) },
      data: JSON.stringify({ $set: { state: 'paused' } }),
    })
    await act('cancelPush', 'p', 'wx-east1')
    await expect(send('q')).rejects.toMatchObject(full)
    await send('later', { dueAt: tomorrow })
    await act('cancelPush', 'later', 'wx-east1')
    await send('instead', { dueAt: tomorrow })
  })

  test('approved on another day two in the same second do not share the last place of it', async () => {
    await setRules({ approveAbove: 5, perNode: 2 })
    await Promise.all([send('a'), send('b')])
    await cloud.clock({ now: tomorrow })
    await send('today')
    const approve = async (name: string) => {
      await act('approvePush', name, 'wx-east2')
      return { id: name }
    }
    const { sent, refused } = await tried([approve('a'), approve('b')])
    expect([sent.length, refused]).toEqual([1, [full.code]])
  })
})

describe('the list for the phone', () => {
  type Sheet = { url: string; rows: number }
  const sheet = (name: string, openid = 'wx-east1', push = 'p') =>
    call<Sheet>(openid, 'callSheet', { _id: deriveId('sheet', name), id: deriveId('push', push) })
  const asked = async () =>
    (await readDocuments(cloud, 'events', { subjectId: deriveId('push', 'p') })).filter(
      ({ act: what }) => what === 'call-sheet',
    )

  test('tapped twice, or asked again, is one file and one event; another officer’s is another', async () => {
    await send('p')
    await settled(cloud)
    const both = await Promise.all([sheet('one'), sheet('one')])
    expect(both.map(({ rows }) => rows)).toEqual([13, 13])
    await sheet('one')
    expect(await readDocuments(cloud, 'notice_call_sheets')).toHaveLength(1)
    await expect(sheet('one', 'wx-east2')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    await sheet('two', 'wx-east2')
    await settled(cloud)
    expect(await readDocuments(cloud, 'notice_call_sheets')).toHaveLength(2)
    await cloud.tick('notice')
    expect(await asked()).toHaveLength(2)
  })

  test('dropped while it is written, it leaves no file behind', async () => {
    await send('p')
    await settled(cloud)
    await cloud.rest()
    // The call waits between noting its sheet and writing it, until the hour is over.
    await cloud.fault({ target: 'database', name: 'database.updateDocument', mode: 'slow', ms: 2500, times: 1 })
    const asking = sheet('one').catch((error: { code: string }) => error.code)
    for (let round = 0; round < 100 && (await readDocuments(cloud, 'notice_call_sheets')).length === 0; round++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    await cloud.clock({ now: '2026-11-20T03:05:00.000Z', fire: 'notice' })
    await asking
    await cloud.clearFaults()
    await cloud.tick('notice')
    expect(await readDocuments(cloud, 'notice_call_sheets')).toEqual([])
    expect(Object.keys(everyFile(cloud)).filter((file) => file.includes('call-sheets'))).toEqual([])
    expect(await sheet('one')).toMatchObject({ rows: 13 })
  })

  test.each([4, 8])('killed at trip %i and asked again it stands, said once', async (trips) => {
    await send('p')
    await settled(cloud)
    await cloud.fault({ target: 'function', name: 'notice', mode: 'kill', trips })
    await sheet('one').catch(() => undefined)
    await cloud.clearFaults()
    const { url, rows } = await sheet('one')
    expect([rows, (await fetch(url)).status]).toEqual([13, 200])
    await cloud.rest()
    await cloud.tick('notice')
    expect([(await asked()).length, (await resultOf('p')).push.state]).toEqual([1, 'done'])
  })
})
