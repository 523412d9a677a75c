import { receiptCode } from 'types/ids'
import type * as z from 'types/zod'
import type { ReportReceipt } from 'types/hazard'
import type { HazardRow, ReporterView } from 'types/hazard-views'
import type { Cloud } from '../../support/cloud'
import { boothId, enterpriseId, hazardId, nodeId, readAll, settle } from '../../support/factories/hazard'
import { startHazardCloud } from '../../support/factories/hazard-cloud'

type Receipt = z.output<typeof ReportReceipt>
type View = z.output<typeof ReporterView>

let cloud: Cloud
beforeAll(async () => {
  cloud = await startHazardCloud('2026-06-10T02:00:00.000Z')
})
afterAll(() => cloud.stop())
// A day of its own for every test: a person's reports of one day are limited.
beforeEach(() => cloud.clock({ advanceMs: 86_400_000 }))

const form = (name: string, change: object = {}) => ({
  ...{ _id: hazardId(name), place: '二号车间', words: '配电箱门敞开，电线外皮破损', kind: 'electric', photos: [] },
  ...{ identity: 'named', ...change },
})
const report = (name: string, change: object = {}, openid = 'worker-wang') =>
  cloud.call<Receipt>('hazard', 'report', form(name, change), openid)
const stored = async (name: string) => (await readAll(cloud, 'hazards', { _id: hazardId(name) }))[0]!
const tripsOf = async (action: string) => {
  const { functions } = await cloud.metrics()
  return functions.find(({ name }) => name === 'hazard')!.actions[action]!.trips
}
const key = 'k'.repeat(32)

describe('where a report goes', () => {
  test.each([
    ['the enterprise’s own union', { enterpriseId: enterpriseId('zeneng'), boothId: boothId('east') }, 'zeneng'],
    ['the union above it for a hidden reporter', { enterpriseId: enterpriseId('zeneng'), identity: 'hidden' }, 'east'],
    ['the union that looks after it', { enterpriseId: enterpriseId('hengfeng'), identity: 'hidden' }, 'east'],
    ['the union above an employer’s booth', { boothId: boothId('zeneng'), identity: 'hidden' }, 'east'],
    ['the union above a workshop', { enterpriseId: enterpriseId('look-alike'), identity: 'hidden' }, 'east'],
    ['the employer’s own booth for who gives his name', { boothId: boothId('zeneng') }, 'zeneng'],
    ['the booth’s union, hidden or not', { boothId: boothId('east'), identity: 'hidden' }, 'east'],
    ['the booth’s union', { boothId: boothId('east') }, 'east'],
    ['the booth’s where the enterprise is gone', { enterpriseId: enterpriseId('x'), boothId: boothId('east') }, 'east'],
    ['the city desk', {}, 'city'],
    ['the city desk where the booth is gone', { boothId: boothId('gone') }, 'city'],
  ])('%s', async (name, change, node) => {
    const { handledBy } = await report(name, change)
    const doc = await stored(name)
    expect(doc.node).toEqual({ id: nodeId(node), name: handledBy })
    expect(doc.under.at(-1)).toBe(nodeId(node))
  })
})

describe('once, however often', () => {
  test('retries, also at the same moment, get the same receipt and leave one event and one count', async () => {
    const change = { boothId: boothId('east'), enterpriseId: enterpriseId('hengfeng') }
    await settle(cloud)
    const before = (
      await readAll<{ values: { reports: number } }>(cloud, 'counters', { _id: `hazard.node.${nodeId('east')}` })
    )[0]
    const receipts = await Promise.all(Array.from({ length: 6 }, () => report('often', change)))
    await cloud.call('hazard', 'accept', { id: hazardId('often'), version: 0, grade: 'general' }, 'east-officer')
    receipts.push(await report('often', change))
    for (const receipt of receipts) expect(receipt).toEqual(receipts[0])
    expect(receipts[0]).toMatchObject({ code: receiptCode(hazardId('often')), state: 'reported' })
    await settle(cloud)
    const after = (
      await readAll<{ values: { reports: number } }>(cloud, 'counters', { _id: `hazard.node.${nodeId('east')}` })
    )[0]
    expect((after?.values.reports ?? 0) - (before?.values.reports ?? 0)).toBe(1)
    expect((await stored('often')).events.map(({ act }) => act)).toEqual(['create', 'accept'])
  })

  test('another person’s id is nobody’s business', async () => {
    await report('taken')
    await expect(report('taken', {}, 'worker-li')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await report('taken-hidden', { identity: 'anonymous', retrievalKey: key })
    await expect(report('taken-hidden', {}, 'worker-wang')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('one’s own id with other words is no retry', async () => {
    await report('same-id')
    await expect(report('same-id', { words: '另一处隐患' })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect((await stored('same-id')).words).toBe(form('same-id').words)
  })

  test('a reply lost after the write is made good by the retry', async () => {
    await cloud.fault({ target: 'function', name: 'hazard', mode: 'timeout-after', times: 1 })
    await expect(report('lost')).rejects.toBeDefined()
    await cloud.clearFaults()
    expect((await report('lost')).id).toBe(hazardId('lost'))
    expect(await readAll(cloud, 'hazards', { _id: hazardId('lost') })).toHaveLength(1)
  })

  test('no more than three trips, retried or not, hidden or not', async () => {
    await cloud.resetMetrics()
    const all = { boothId: boothId('east'), enterpriseId: enterpriseId('zeneng') }
    for (const identity of ['named', 'hidden', 'anonymous']) {
      const change = { ...all, identity, ...(identity === 'anonymous' ? { retrievalKey: key } : {}) }
      await report(`trips-${identity}`, change)
      await report(`trips-${identity}`, change)
    }
    expect((await tripsOf('report')).max).toBeLessThanOrEqual(3)
  })
})

describe('who reports', () => {
  test('an anonymous report keeps no openid anywhere, only the key finds it again', async () => {
    await expect(report('nokey', { identity: 'anonymous' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const openid = 'o-nobody-shall-ever-know'
    await report('anonymous', { identity: 'anonymous', retrievalKey: key }, openid)
    await settle(cloud)
    for (const name of ['hazards', 'events', 'counters', 'leases', 'messages', 'people'])
      expect(JSON.stringify(await readAll(cloud, name))).not.toContain(openid)
    expect(cloud.printed()).not.toContain(openid)
    expect((await stored('anonymous')).owner).toBeNull()
    expect(JSON.stringify(await stored('anonymous'))).not.toContain(key)
    const track = (retrievalKey: string, name = 'anonymous') =>
      cloud.call<View>('hazard', 'track', { id: hazardId(name), retrievalKey }, 'any-phone')
    expect(await track(key)).toMatchObject({
      identity: 'anonymous',
      state: 'reported',
      code: receiptCode(hazardId('anonymous')),
    })
    await expect(track('x'.repeat(32))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(track(key, 'unknown')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await report('named-not-tracked')
    await expect(track(key, 'named-not-tracked')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('events and messages to officers never name the reporter, hidden or named', async () => {
    for (const identity of ['named', 'hidden'])
      await report(`silent-${identity}`, { identity, enterpriseId: enterpriseId('hengfeng') }, 'o-silent-worker')
    await settle(cloud)
    expect(JSON.stringify(await readAll(cloud, 'events'))).not.toContain('o-silent-worker')
    const messages = await readAll<{ openid: string }>(cloud, 'messages')
    const toOthers = messages.filter(({ openid }) => openid !== 'o-silent-worker')
    expect(toOthers.length).toBeGreaterThan(0)
    expect(JSON.stringify(toOthers)).not.toContain('o-silent-worker')
    expect(cloud.printed()).not.toContain('o-silent-worker')
  })

  test('his own reports are listed to him alone, each readable, newest first', async () => {
    for (const name of ['own-1', 'own-2', 'own-3']) {
      await report(name, { identity: name === 'own-2' ? 'hidden' : 'named' }, 'worker-li')
      await cloud.clock({ advanceMs: 1000 })
    }
    const mine = (openid: string) =>
      cloud.call<{ items: HazardRow[]; more: boolean }>('hazard', 'mine', { size: 2 }, openid)
    const page = await mine('worker-li')
    expect(page.items.map(({ id }) => id)).toEqual([hazardId('own-3'), hazardId('own-2')])
    expect(page.more).toBe(true)
    expect((await mine('somebody')).items).toEqual([])
    const view = await cloud.call<View>('hazard', 'view', { id: hazardId('own-2') }, 'worker-li')
    expect(view.timeline.map(({ title, tone }) => [title, tone])).toEqual([
      ['您上报了隐患', 'now'],
      ['工会受理', 'next'],
      ['企业整改，工会复核', 'next'],
      ['销号', 'next'],
    ])
    await expect(cloud.call('hazard', 'view', { id: hazardId('own-2') }, 'worker-wang')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('what is reported', () => {
  test('risky words are refused, doubtful ones accepted and flagged', async () => {
    await expect(report('risky', { words: '这里有本地低俗测试词' })).rejects.toMatchObject({ code: 'CONTENT_RISKY' })
    await expect(report('risky-place', { place: '本地辱骂测试词' })).rejects.toMatchObject({ code: 'CONTENT_RISKY' })
    expect(await readAll(cloud, 'hazards', { _id: { $in: [hazardId('risky'), hazardId('risky-place')] } })).toEqual([])
    await report('doubtful', { words: '这里有本地广告测试词' })
    expect((await stored('doubtful')).wordsCheck).toBe('review')
  })

  test('a report is never lost because WeChat is down', async () => {
    await cloud.fault({ target: 'openapi', name: 'security.msgSecCheck', mode: 'refuse', errcode: -1, times: 3 })
    await report('wechat-down')
    await cloud.clearFaults()
    expect((await stored('wechat-down')).wordsCheck).toBe('review')
  })

  test.each([
    [
      'another hazard’s folder',
      (id: string) => `cloud://local-ankang.b/hazard/${hazardId('other')}/before/a.jpg?${id}`.split('?')[0]!,
    ],
    ['another room', () => 'cloud://local-ankang.b/volunteer/photo.jpg'],
    ['a way out of the folder', (id: string) => `cloud://local-ankang.b/hazard/${id}/../x/a.jpg`],
    ['the cleaned folder', (id: string) => `cloud://local-ankang.b/hazard/${id}/clean/a.jpg`],
    ['the folder itself', (id: string) => `cloud://local-ankang.b/hazard/${id}/`],
    ['a longer id', (id: string) => `cloud://local-ankang.b/hazard/${id}x/a.jpg`],
  ])('a forged picture is refused: %s', async (name, forge) => {
    const fileId = forge(hazardId(name))
    await expect(report(name, { photos: [fileId] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await readAll(cloud, 'hazards', { _id: hazardId(name) })).toEqual([])
  })

  test('the same picture twice is refused', async () => {
    const fileId = `cloud://local-ankang.b/hazard/${hazardId('twice')}/before/a.jpg`
    await expect(report('twice', { photos: [fileId, fileId] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  test('officers of the node are told once, and one level up where the seat is vacant', async () => {
    await report('told', { enterpriseId: enterpriseId('xichuan') })
    await settle(cloud)
    await settle(cloud)
    const messages = await readAll<{ openid: string; _id: string }>(cloud, 'messages', { openid: 'west-officer' })
    expect(messages).toHaveLength(1)
    expect((await stored('told')).tell).toBeNull()
    await report('vacant', { enterpriseId: enterpriseId('nanping') })
    await settle(cloud)
    const above = await readAll(cloud, 'messages', { openid: 'city-officer' })
    expect(above.filter((message) => JSON.stringify(message).includes('南坪纺织'))).toHaveLength(1)
  })
})
