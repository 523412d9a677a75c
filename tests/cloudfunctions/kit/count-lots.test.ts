import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { cityLines, drained, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { kills } from '../../support/kills'
import { seedFile } from '../../support/seed-file'

const now = '2026-06-16T02:00:00.000Z'
const fresh = sharedCloud()
let cloud: Cloud
afterAll(fresh.close)

/** Each of three persons has seen all of sixty booths: three times the lots that are added at once, some twice over. */
const keys = Array.from({ length: 60 }, (_, index) => `booth.${deriveId('booth', String(index))}`)
const waiting = ['a', 'b', 'c'].map((name) => {
  const add = keys.map((key) => ({ key, field: 'scans', by: 1 }))
  const item = { id: `${name}.1`, to: 'counters', kind: 'count', payload: { add } }
  return { ...personDoc({ openid: `wx-seen-${name}` }), outbox: [item], outboxAt: new Date(now) }
})

const open = async () => {
  cloud = await fresh.open({
    ...{ env: orgEnv, now },
    seed: seedFile([...cityLines(), ...waiting.map((doc) => seedLine('people', doc))]),
  })
}

const counted = async () => {
  const found = await readDocuments(cloud, 'counters', { domain: 'org' })
  const values = new Map(found.map(({ _id, values: own }) => [_id, (own as { scans?: number }).scans]))
  return keys.map((key) => values.get(`org.${key}`))
}
const each = (count: number) => keys.map(() => count)

test('a batch that names more counters than are added at once adds to each of them', async () => {
  await open()
  await drained(cloud, 'org', ['people'])
  expect(await counted()).toEqual(each(3))
  // The same again meets counters that stand.
  await cloud.admin({
    ...{ action: 'database.modifyDocument', collectionName: 'people', queryType: 'WHERE', envName: 'local-ankang' },
    ...{ multi: true, merge: true, upsert: false, query: JSON.stringify({ _id: { $regex: '^wx-seen' } }) },
    data: JSON.stringify({
      $set: { outbox: waiting[0]?.outbox, outboxAt: { $date: { $numberLong: String(Date.parse(now)) } } },
    }),
  })
  await drained(cloud, 'org', ['people'])
  expect(await counted()).toEqual(each(6))
})

// The batch is written down at about the twentieth trip, and each counter of it takes two.
test.each(kills([30, 45, 60, 75, 90, 105, 120, 135]))(
  'killed at trip %i, between its lots or within one, each is added once',
  async (trips) => {
    await open()
    await cloud.fault({ target: 'function', name: 'org', mode: 'kill', trips })
    await cloud.tick('org')
    await cloud.clearFaults()
    expect(await counted()).not.toEqual(each(3))
    // Who died holds his lease for half a minute.
    await cloud.clock({ advanceMs: 31_000 })
    await drained(cloud, 'org', ['people'])
    expect(await counted()).toEqual(each(3))
  },
)
