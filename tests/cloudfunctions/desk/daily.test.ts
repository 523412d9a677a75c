import { foldEvent, firstHead, openDay, byTimeAndId } from 'types/day-head'
import { dateOf } from 'types/calendar'
import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  apply,
  backUp,
  backupTool,
  drained,
  everyFile,
  openUnion,
  removeScratch,
  scratchFolder,
} from '../../support/factories/desk'
import { idCard } from '../../support/factories/volunteer'
import { rawDocuments } from '../../support/raw-documents'

type Stamp = { $date: string }
const day = 86_400_000

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await openUnion([], fresh.open)
})
afterEach(removeScratch)
afterAll(fresh.close)

const heads = () => rawDocuments(cloud, 'heads')
const stored = async () =>
  (await rawDocuments(cloud, 'events')).map(({ _id, at, hash }) => ({
    ...{ _id, at: new Date((at as Stamp).$date), hash: String(hash) },
  }))
const sealAgain = async (date: string, previous: string) => {
  const own = (await stored()).filter(({ at }) => dateOf(at) === date).sort(byTimeAndId)
  return { events: own.length, head: own.reduce(foldEvent, openDay(previous, date)) }
}
const insert = async (collectionName: string, docs: object[]) => {
  for (let start = 0; start < docs.length; start += 200) {
    const data = docs.slice(start, start + 200).map((doc) => JSON.stringify(doc))
    await cloud.admin({ action: 'database.insertDocument', collectionName, data })
  }
}

describe('the day’s head', () => {
  test('is sealed once after the day, chained to the day before, and two managers get it', async () => {
    await apply(cloud, 'worker', '白云生')
    await drained(cloud, 'volunteer')
    await cloud.tick('desk')
    expect(await heads()).toEqual([])
    await cloud.clock({ advanceMs: day })
    await apply(cloud, 'ann', '安宁', idCard('19900101'))
    // Drainers have three hours before a day is sealed: here the clock leaps over them.
    await drained(cloud, 'volunteer')
    await cloud.clock({ advanceMs: 2 * day })
    await cloud.tick('desk')
    await drained(cloud, 'desk')
    const sealed = await heads()
    expect(sealed.map(({ _id, state }) => [_id, state])).toEqual([
      ['2026-06-10', 'sealed'],
      ['2026-06-11', 'sealed'],
      ['2026-06-12', 'sealed'],
    ])
    let previous = firstHead
    for (const head of sealed) {
      expect(head.previous).toBe(previous)
      expect(head).toMatchObject(await sealAgain(head._id, previous))
      previous = String(head.head)
    }
    expect(sealed.map(({ events }) => events)).toEqual([1, 1, 0])
    await cloud.tick('notice')
    for (const openid of ['root-officer', 'second-manager']) {
      const { items } = await cloud.call<{ items: { fields: { value: string }[] }[] }>('notice', 'inbox', {}, openid)
      const words = JSON.stringify(items)
      // The second and third day are sealed in one go: the last head vouches for both.
      expect(sealed.map(({ head }) => words.includes(String(head).slice(0, 20)))).toEqual([true, false, true])
    }
    expect(JSON.stringify(await cloud.call('notice', 'inbox', {}, 'east-officer'))).not.toContain('封存')
  })

  test('2,500 events of a day, many in one millisecond, with crashes between pages: the head is the same', async () => {
    const event = (n: number) => ({
      ...{
        _id: `seeded${String(n).padStart(5, '0')}.1`,
        subjectId: `seeded${n}`,
        seq: 1,
        subject: '',
        kind: 'hazards',
      },
      ...{ at: { $date: n < 1400 ? '2026-06-10T03:00:00.000Z' : '2026-06-10T05:00:00.000Z' }, under: [], hash: `${n}` },
    })
    await insert(
      'events',
      Array.from({ length: 2500 }, (_, n) => event((n * 7) % 2500)),
    )
    await cloud.clock({ advanceMs: day })
    for (const trips of [4, 6, 8, 10]) {
      await cloud.fault({ target: 'function', name: 'desk', mode: 'kill', times: 1, trips })
      await cloud.tick('desk').catch(() => undefined)
      await cloud.clock({ advanceMs: 31_000 })
    }
    await cloud.tick('desk')
    const [head] = await heads()
    expect(head).toMatchObject({ state: 'sealed', ...(await sealAgain('2026-06-10', firstHead)) })
    expect(head?.events).toBe(2500)
  })

  test('the operator’s tool finds an event that was rewritten after its day was sealed', async () => {
    await apply(cloud, 'worker', '白云生')
    await drained(cloud, 'volunteer')
    await cloud.clock({ advanceMs: 2 * day })
    await cloud.tick('desk')
    const request = { action: 'database.modifyDocument', collectionName: 'events', queryType: 'WHERE', multi: true }
    const query = JSON.stringify({ verb: '申请成为志愿者' })
    const data = JSON.stringify({ $set: { hash: 'f'.repeat(64) } })
    expect(await cloud.admin({ ...request, merge: true, query, data })).toMatchObject({ data: { updated: 1 } })
    const { id } = await backUp(cloud)
    const { status, stderr } = backupTool('download', '--cloud', cloud.url, '--id', id, '--to', scratchFolder())
    expect([status, stderr.includes('留痕')]).toEqual([1, true])
  })
})

describe('the retention job', () => {
  // One run at a time, and each works for as long as it may: on a slow machine it takes a few.
  const swept = async (date: string) => {
    for (let tick = 0; tick < 20; tick++) {
      await cloud.tick('desk')
      const [sweep] = await rawDocuments(cloud, 'sweeps', { _id: date, state: 'done' })
      if (sweep) return
    }
    throw new Error(`${date} was never swept`)
  }
  const message = (name: string, at: string) => ({
    _id: `m-${name}`,
    openid: 'worker',
    at: { $date: at },
    state: 'sent',
  })

  test('deletes what is declared when its time is over, in pages, once a day, and nothing else', async () => {
    const old = Array.from({ length: 1200 }, (_, n) => message(`old${n}`, '2024-01-01T00:00:00.000Z'))
    await insert('messages', [...old, message('young', '2024-06-12T00:00:00.000Z')])
    const ends = { yesterday: '2026-06-09T15:59:59.999Z', today: '2026-06-10T15:59:59.999Z' }
    await insert(
      'report_days',
      Object.entries(ends).map(([_id, at]) => ({ _id, count: 1, at: { $date: at } })),
    )
    await apply(cloud, 'worker', '白云生')
    await swept('2026-06-10')
    expect((await rawDocuments(cloud, 'report_days')).map(({ _id }) => _id)).toEqual(['today'])
    // Beside them there is what the reviewers were told of the application.
    const own = { _id: { $regex: '^m-' } }
    expect((await rawDocuments(cloud, 'messages', own)).map(({ _id }) => _id)).toEqual(['m-young'])
    expect(await rawDocuments(cloud, 'sweeps')).toEqual([
      expect.objectContaining({ _id: '2026-06-10', state: 'done', removed: { messages: 1200, report_days: 1 } }),
    ])
    expect(await rawDocuments(cloud, 'applications')).toHaveLength(1)
    await cloud.clock({ advanceMs: 3 * day })
    await swept('2026-06-13')
    expect(await rawDocuments(cloud, 'messages', { _id: 'm-young' })).toEqual([])
  })

  test('the files of an old backup go, the record that it was made stays', async () => {
    const job = await backUp(cloud)
    expect(await rawDocuments(cloud, 'backup_parts')).not.toEqual([])
    await cloud.clock({ advanceMs: 91 * day })
    // A tick deletes for as long as it may run; on a slow machine it takes a few.
    for (let tick = 0; tick < 20 && (await rawDocuments(cloud, 'backup_parts')).length > 0; tick++)
      await cloud.tick('desk')
    expect(await rawDocuments(cloud, 'backup_parts')).toEqual([])
    expect(await rawDocuments(cloud, 'backups')).toEqual([
      expect.objectContaining({ _id: job.id, state: 'done', manifest: null }),
    ])
    const { status } = backupTool('download', '--cloud', cloud.url, '--id', job.id, '--to', scratchFolder())
    expect(status).toBe(1)
    expect(everyFile(cloud)).toEqual({})
  })
})
