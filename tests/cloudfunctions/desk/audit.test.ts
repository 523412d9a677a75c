import type { EventView, deskContract } from 'types/desk'
import type { OutputOf } from 'types/contract'
import type * as z from 'types/zod'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { apply, drained, openUnion } from '../../support/factories/desk'
import { applicationId, idCard, idOf } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'

type Verdict = OutputOf<typeof deskContract.verify>
type Events = { items: z.output<typeof EventView>[]; more: boolean }

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await openUnion([], fresh.open)
})
afterAll(fresh.close)

const id = applicationId('worker')
const verify = (subjectId = id, openid = 'east-officer') => cloud.call<Verdict>('desk', 'verify', { subjectId }, openid)
const events = (openid: string, input: Record<string, unknown> = {}) =>
  cloud.call<Events>('desk', 'events', input, openid)
const walk = async () => {
  await apply(cloud, 'worker', '白云生')
  const review = { id, version: 0, decision: 'approve', opinion: '同意' }
  await cloud.call('volunteer', 'unionReview', review, 'east-officer')
  await drained(cloud, 'volunteer')
}
const meddle = async (collectionName: string, query: object, data: object) => {
  const request = { action: 'database.modifyDocument', collectionName, queryType: 'WHERE', multi: true, merge: true }
  const reply = await cloud.admin({ ...request, query: JSON.stringify(query), data: JSON.stringify(data) })
  expect(reply).toMatchObject({ data: { updated: 1 } })
}

describe('the chain of one subject', () => {
  test('holds, also while its last event waits to be archived', async () => {
    await walk()
    const looked = { id, reason: '核对' }
    await cloud.fault({ target: 'function', name: 'volunteer', mode: 'refuse', times: 1 })
    await cloud.call('volunteer', 'readIdCard', looked, 'east-officer').catch(() => undefined)
    await cloud.clearFaults()
    await cloud.call('volunteer', 'readIdCard', looked, 'east-officer')
    const [doc] = await rawDocuments(cloud, 'applications', { _id: id })
    expect(await verify()).toEqual({ events: 3, intact: true, brokenAt: null, head: doc?.head })
  })

  test.each<[string, () => Promise<void>, number]>([
    ['a changed word', () => meddle('events', { _id: `applications.${id}.1` }, { $set: { name: '别人' } }), 1],
    [
      'a changed time',
      () => meddle('events', { _id: `applications.${id}.2` }, { $set: { at: { $date: '2026-01-01T00:00:00Z' } } }),
      2,
    ],
    ['a shortened document', () => meddle('applications', { _id: id }, { $set: { seq: 1 } }), 2],
    ['a head of its own', () => meddle('applications', { _id: id }, { $set: { head: 'f'.repeat(64) } }), 2],
  ])('%s is found', async (_title, change, brokenAt) => {
    await walk()
    await change()
    expect(await verify()).toMatchObject({ intact: false, brokenAt })
  })

  test('another subtree and an unknown subject answer alike; a regulator sees what was handed over', async () => {
    await walk()
    await expect(verify(id, 'west-officer')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(verify('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await verify(id, 'east-regulator')).toMatchObject({ intact: true })
    await expect(verify(id, 'worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the list', () => {
  test('newest first, by subtree and verb, paged without gap or double', async () => {
    await walk()
    await apply(cloud, 'ann', '安宁', idCard('19900101'))
    await apply(cloud, 'ben', '贝宁', idCard('19910101'))
    await drained(cloud, 'volunteer')
    const all = await events('root-officer')
    expect(all.items.map(({ verb }) => verb).sort()).toEqual([
      '工会审核志愿者',
      ...Array.from({ length: 3 }, () => '申请成为志愿者'),
    ])
    const times = all.items.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
    const paged = await Promise.all([1, 2].map((page) => events('root-officer', { page, size: 2 })))
    expect(paged.flatMap(({ items }) => items)).toEqual(all.items)
    expect(paged.map(({ more }) => more)).toEqual([true, false])
    const { items } = await events('east-officer', { nodeId: idOf('east'), verb: '工会审核志愿者' })
    expect(items).toEqual([expect.objectContaining({ by: '方若谷', subjectId: id, seq: 2 })])
    expect((await events('west-officer')).items).toEqual([])
    await expect(events('west-officer', { nodeId: idOf('east') })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('names no applicant, and every read is served by an index', async () => {
    await walk()
    await cloud.resetMetrics()
    const replies = [await events('root-officer'), await events('root-officer', { verb: '工会审核志愿者' })]
    await verify()
    expect(JSON.stringify(replies)).not.toMatch(/白云生|990001|13900000001/)
    const { queries } = await cloud.metrics()
    for (const query of queries.filter(({ collection }) => collection === 'events'))
      expect([query.shape, query.index]).toEqual([query.shape, expect.any(String)])
  })
})
