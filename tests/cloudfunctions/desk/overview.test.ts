import type { deskContract } from 'types/desk'
import type { OutputOf } from 'types/contract'
import { deriveId } from 'types/ids'
import type { Cloud } from '../../support/cloud'
import { apply, drained, makeBusy, openUnion } from '../../support/factories/desk'
import { idCard, idOf } from '../../support/factories/volunteer'

type Overview = OutputOf<typeof deskContract.overview>

let cloud: Cloud
beforeAll(async () => {
  cloud = await openUnion()
})
afterAll(() => cloud.stop())

const overview = (openid: string, nodeId?: string) => cloud.call<Overview>('desk', 'overview', { nodeId }, openid)

test('the numbers of a node’s own subtree, from counters alone', async () => {
  expect(await overview('east-officer')).toMatchObject({ nodeName: '东澜区总工会', hazards: { toAccept: 0 } })
  const booth = deriveId('booth', 'gate')
  const made = { _id: booth, nodeId: idOf('east'), name: '东门展台', place: '东门', task: 'home' }
  await cloud.call('org', 'createBooth', made, 'east-officer')
  await cloud.call('org', 'scan', { _id: deriveId('scan', '1'), booth }, 'worker')
  await makeBusy(cloud)
  await apply(cloud, 'ben', '贝宁', idCard('19910101'))
  await drained(cloud, 'volunteer', 'hazard', 'org')

  await cloud.resetMetrics()
  const east = await overview('east-officer')
  expect(east.hazards.toAccept).toBe(1)
  expect(east.applications).toMatchObject({ union: 2, regulator: 1, enrolled: 0 })
  expect(east.booths.scans).toBe(1)
  expect(await overview('root-officer')).toMatchObject({
    // What lies on the district's desk is not the city's to do.
    ...{ applications: { ...east.applications, desk: 0 }, booths: { scans: 1 } },
  })
  expect((await overview('west-officer')).applications).toEqual({ desk: 0, union: 0, regulator: 0, enrolled: 0 })
  expect((await overview('east-regulator')).applications.regulator).toBe(1)
  const figures = (await cloud.metrics()).functions.find(({ name }) => name === 'desk')
  expect(figures?.actions.overview?.trips.max).toBeLessThanOrEqual(4)
})

test('a lower node named outright costs one trip more', async () => {
  await cloud.resetMetrics()
  expect(await overview('root-officer', idOf('east'))).toMatchObject({ nodeName: '东澜区总工会', booths: { scans: 1 } })
  const figures = (await cloud.metrics()).functions.find(({ name }) => name === 'desk')
  expect(figures?.actions.overview?.trips.max).toBe(5)
})

test('another subtree is not there', async () => {
  await expect(overview('west-officer', idOf('east'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(overview('worker')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
