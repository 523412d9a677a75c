import { reportsPerDay, type ReportReceipt } from 'types/hazard'
import type * as z from 'types/zod'
import { sharedCloud, type Cloud } from '../../support/cloud'
import {
  boothId,
  hazardEnv,
  hazardId,
  hazardManifest,
  nodeId,
  readAll,
  settle,
  toSeed,
  world,
} from '../../support/factories/hazard'
import { seedFile } from '../../support/seed-file'

type Receipt = z.output<typeof ReportReceipt>

const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({
    manifest: hazardManifest(),
    seed: seedFile(toSeed(world)),
    env: hazardEnv,
    now: '2026-06-10T15:00:00.000Z',
  })
})
afterAll(fresh.close)

const key = 'k'.repeat(32)
const anonymous = { identity: 'anonymous', retrievalKey: key }
const report = (name: string, openid: string, change: object = {}) =>
  cloud.call<Receipt>(
    'hazard',
    'report',
    {
      ...{ _id: hazardId(name), boothId: boothId('east'), place: '中心广场', words: '通道堵塞', kind: 'fire' },
      ...{ photos: [], identity: 'named', ...change },
    },
    openid,
  )
const several = (from: number, to: number, openid: string, change: object = {}) =>
  Promise.allSettled(
    Array.from({ length: to - from }, (_, index) => report(`${openid}-${from + index}`, openid, change)),
  )
const accepted = (results: PromiseSettledResult<Receipt>[]) => results.filter(({ status }) => status === 'fulfilled')

test('a person’s reports of a day end at the limit, however he is named; a retry and the next day are free', async () => {
  const openid = 'o-eager-worker'
  expect(accepted(await several(0, 12, openid))).toHaveLength(12)
  expect(accepted(await several(12, 40, openid, anonymous))).toHaveLength(reportsPerDay - 12)
  await expect(report('more', openid, { identity: 'hidden' })).rejects.toMatchObject({
    code: 'TOO_OFTEN',
    message: expect.stringContaining('12350') as string,
  })
  expect((await report(`${openid}-3`, openid)).id).toBe(hazardId(`${openid}-3`))
  expect((await report('neighbour', 'o-another-worker')).id).toBe(hazardId('neighbour'))
  expect(await readAll(cloud, 'hazards')).toHaveLength(reportsPerDay + 1)
  await settle(cloud)
  const [counter] = await readAll<{ values: object }>(cloud, 'counters', { _id: `hazard.node.${nodeId('east')}` })
  expect(counter?.values).toMatchObject({ reports: reportsPerDay + 1 })
  await cloud.clock({ now: '2026-06-10T16:00:01.000Z' })
  expect((await report('more', openid, { identity: 'hidden' })).id).toBe(hazardId('more'))
})

test('the count knows nobody, no report and no hour', async () => {
  await report('silent', 'o-nobody-shall-know', anonymous)
  const days = await readAll<{ _id: string }>(cloud, 'report_days')
  expect(days).toEqual([{ _id: expect.any(String) as string, count: 1, at: new Date('2026-06-10T15:59:59.999Z') }])
  expect(JSON.stringify(days)).not.toMatch(new RegExp(`o-nobody|${hazardId('silent')}`))
  await cloud.clock({ now: '2026-06-11T01:00:00.000Z' })
  await report('silent-2', 'o-nobody-shall-know', anonymous)
  const ids = (await readAll<{ _id: string }>(cloud, 'report_days')).map(({ _id }) => _id)
  expect(new Set(ids).size).toBe(2)
  for (const [{ _id }] of [days as [{ _id: string }]])
    expect(JSON.stringify(await readAll(cloud, 'hazards'))).not.toContain(_id)
})
