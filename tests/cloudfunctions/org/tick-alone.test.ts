import { deriveId } from 'types/ids'
import { sharedCloud } from '../../support/cloud'
import { atRest, boothDoc, city, cityLines, orgEnv, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

const { east } = city.nodes
const now = '2026-06-16T01:30:00.000Z'
const fresh = sharedCloud()
afterAll(fresh.close)

test('a record the clock cannot read keeps none of what else is due from its turn', async () => {
  const closesAt = new Date('2026-06-15T00:00:00.000Z')
  const broken = { ...boothDoc(east, { name: '读不出' }), closesAt: new Date('2026-06-14T00:00:00.000Z'), events: null }
  const due = { ...boothDoc(east, { name: '到期' }), closesAt }
  const erasure = { ...atRest('requested', '个人资料'), _id: deriveId('erasure'), under: [], openid: 'wx-gone' }
  const lines = [seedLine('booths', broken), seedLine('booths', due), seedLine('erasures', erasure)]
  const cloud = await fresh.open({ env: orgEnv, now, seed: seedFile([...cityLines(), ...lines]) })
  await cloud.tick('org')
  expect(await readDocuments(cloud, 'booths', { _id: due._id })).toMatchObject([{ state: 'closed' }])
  expect(await readDocuments(cloud, 'erasures')).toMatchObject([{ state: 'done', openid: null }])
})
