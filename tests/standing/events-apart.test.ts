import { deriveId } from 'types/ids'
import { startCloudAt, type Cloud } from '../support/cloud'
import { city, cityLines, drained, orgEnv, readDocuments } from '../support/factories/org'
import { seedFile } from '../support/seed-file'
import { seedLines } from './world'

const { east } = city.nodes

// Ids that phones make may meet, which the test below is about; ids the house derives must not.
test('no two collections of the demonstration hold a record with events under the same id', () => {
  const homes = new Map<string, Set<string>>()
  for (const { c = '', d } of seedLines)
    if (Array.isArray(d?.events)) homes.set(d._id, (homes.get(d._id) ?? new Set()).add(c))
  expect([...homes].filter(([, at]) => at.size > 1)).toEqual([])
  expect(homes.size).toBeGreaterThan(100)
})

describe('a record made under another one’s id', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startCloudAt({ env: orgEnv, seed: seedFile(cityLines()), now: '2026-06-16T02:00:00.000Z' })
  })
  afterAll(() => cloud.stop())

  test('writes over none of its events, and both chains hold', async () => {
    const _id = deriveId('met', 'twice')
    const booth = { _id, nodeId: east._id, name: '东门展台', place: '东门', task: 'home' }
    await cloud.call('org', 'createBooth', booth, 'wx-east1')
    await drained(cloud, 'org', ['booths'])
    const report = { _id, place: '二车间', words: '配电箱门敞开', kind: 'electric', photos: [], identity: 'named' }
    await cloud.call('hazard', 'report', report, 'wx-worker')
    await drained(cloud, 'hazard', ['hazards'])
    const events = await readDocuments(cloud, 'events', { subjectId: _id })
    expect(events.map(({ kind }) => kind).sort()).toEqual(['booths', 'hazards'])
    const verify = (input: object) => cloud.call('desk', 'verify', { subjectId: _id, ...input }, 'wx-admin')
    for (const input of [{ kind: 'booths' }, { kind: 'hazards' }, {}])
      expect(await verify(input)).toMatchObject({ events: 1, intact: true })
  })
})
