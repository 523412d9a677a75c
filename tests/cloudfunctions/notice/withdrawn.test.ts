import { deriveId } from 'types/ids'
import { sharedCloud, type Cloud } from '../../support/cloud'
import { agree, goodData, settled } from '../../support/factories/notice'
import { boothDoc, city, cityLines, orgEnv, personDoc, readDocuments, seedLine } from '../../support/factories/org'
import { seedFile } from '../../support/seed-file'

type Result = {
  push: { state: string; reason: string | null; again: number; counts: Record<string, number> }
  items: { state: string; reason: string | null }[]
}

const { east } = city.nodes
const workers = Array.from({ length: 90 }, (_, index) =>
  personDoc({ openid: `wx-gone-${String(index).padStart(2, '0')}`, name: `职工${index}`, boothUnder: east.under }),
)
const fresh = sharedCloud()
let cloud: Cloud
beforeEach(async () => {
  cloud = await fresh.open({
    now: '2026-11-20T02:00:00.000Z',
    // Under this id WeChat knows no template.
    env: { ...orgEnv, NOTICE_TEMPLATE_ACTIVITY: 'withdrawn-by-wechat' },
    seed: seedFile([
      ...cityLines(),
      seedLine('booths', boothDoc(east)),
      ...workers.map((doc) => seedLine('people', doc)),
    ]),
  })
})
afterAll(fresh.close)

test('of a template WeChat withdrew the push stops claiming; everybody reads it in the app, with the reason', async () => {
  await Promise.all(workers.map(({ _id }) => agree(cloud, _id)))
  const id = deriveId('push', 'gone')
  const audience = { nodeId: east._id, who: 'workers' }
  const push = { _id: id, nodeId: east._id, template: 'activity', audience, wording: goodData('activity') }
  await cloud.call('notice', 'send', push, 'wx-east1')
  await settled(cloud)
  const { push: after, items } = await cloud.call<Result>('notice', 'pushResult', { id, size: 50 }, 'wx-east1')
  expect(after).toMatchObject({ state: 'done', reason: expect.stringContaining('消息模板已停用') as string })
  expect(after.counts).toMatchObject({ sent: 0, refused: 0, unknown: 0 })
  // What was on its way when WeChat said so is the most that was tried.
  expect(after.counts.failed).toBeGreaterThan(0)
  expect(after.counts.failed).toBeLessThan(90)
  for (const { reason } of items.filter(({ state }) => state === 'failed')) expect(reason).toContain('消息模板已停用')
  const told = await readDocuments(cloud, 'messages', { pushId: id, reason: { $regex: '消息模板已停用' } })
  expect(told.length).toBeGreaterThanOrEqual(90)
  // WeChat certainly took none of them: once the template is mended they arrive too.
  expect(after.again).toBe(after.counts.failed)
  // Nobody's consent is used up.
  const left = await readDocuments(cloud, 'subscribers')
  expect(left.filter((one) => (one.left as { activity: number }).activity !== 1)).toEqual([])
})
