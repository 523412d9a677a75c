import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { city, cityLines, deliverTo, drained, orgEnv, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Row = {
  left: string
  waiting: number
  teams: { name: string }[]
  activities: { name: string }[]
  to: { name: string; people: string[] } | null
}
const { east, west } = city.nodes
const now = '2026-06-10T01:30:00.000Z'
const rest = { seq: 0, version: 0, head: '0'.repeat(64), events: [], outbox: [], outboxAt: null }
const personId = city.people.east1.personId

const activity = (name: string, startsAt: string, more: object = {}) => ({
  ...rest,
  ...{ _id: deriveId('activity', name), title: name, startsAt: new Date(startsAt), state: 'open' },
  ...{ organiser: personId, under: east.under, clockAt: null, ...more },
})
const lines = [
  ...cityLines(),
  seedLine('counters', { _id: `volunteer.node.${east._id}`, domain: 'volunteer', batch: 0, values: { desk: 3 } }),
  seedLine('activities', activity('安全月咨询', '2026-06-20T01:00:00.000Z')),
  seedLine('activities', activity('已办过的', '2026-06-01T01:00:00.000Z')),
  seedLine('activities', activity('取消了的', '2026-06-21T01:00:00.000Z', { state: 'cancelled' })),
  seedLine('activities', activity('别的区的', '2026-06-22T01:00:00.000Z', { under: west.under })),
]

const fresh = sharedCloud()
let cloud: Cloud
beforeAll(async () => {
  cloud = await fresh.open({ env: orgEnv, seed: seedFile(lines), now })
})
afterAll(fresh.close)

const left = (grant: string, who: 'east1' | 'west1', node = east, role = 'officer') => ({
  id: `left.${grant}`,
  kind: 'left',
  payload: {
    ...{ grantId: deriveId('grant', grant), openid: `wx-${who}`, personId: city.people[who].personId, name: '离任者' },
    ...{ role, nodeId: node._id, nodeName: node.name, under: node.under, enterpriseId: null },
  },
})
const list = async (openid: string) => (await cloud.call<{ items: Row[] }>('volunteer', 'handovers', {}, openid)).items

test('what waited at his desk, and what he had arranged, is written down once and told to who goes on', async () => {
  const item = left('one', 'east1')
  expect(await deliverTo(cloud, 'volunteer', [item], 'org')).toEqual([item.id])
  expect(await deliverTo(cloud, 'volunteer', [item], 'org')).toEqual([item.id])
  expect(await list('wx-east2')).toMatchObject([
    {
      ...{ left: '离任者', waiting: 3, teams: [], activities: [{ name: '安全月咨询' }] },
      to: { name: '东河区总工会', people: ['东二'] },
    },
  ])
  await drained(cloud, 'volunteer', ['volunteer_handovers'])
  const told = await readDocuments(cloud, 'messages')
  expect(told.map(({ openid }) => openid)).toEqual(['wx-east2'])
})

test('who leaves nothing behind leaves no word, and others’ handovers stay theirs', async () => {
  await deliverTo(cloud, 'volunteer', [left('two', 'west1', west), left('three', 'east1', east, 'fixer')], 'org')
  expect(await list('wx-west1')).toEqual([])
  expect(await list('wx-admin')).toHaveLength(1)
  await expect(list('wx-worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
