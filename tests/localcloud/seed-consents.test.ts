import { sharedCloud } from '../support/cloud'
import { accountTemplate, goodData } from '../support/factories/notice'
import { cityLines, deliverTo, orgEnv } from '../support/factories/org'
import { seedFile } from '../support/seed-file'

const now = '2026-11-20T02:00:00.000Z'
const fresh = sharedCloud()
afterAll(fresh.close)

test('a seed says what people agreed to on WeChat’s side: so much arrives and no more', async () => {
  const template = accountTemplate('work-to-do')
  const consent = { openid: 'wx-worker', template, quota: 1 }
  const ledger = { c: 'subscribers', d: { _id: 'wx-worker', left: { 'work-to-do': 2 }, log: [] } }
  const cloud = await fresh.open({ now, env: orgEnv, seed: seedFile([...cityLines(), ledger, { consent } as never]) })
  const message = (id: string) => ({
    ...{ id, kind: 'message' },
    payload: { openid: 'wx-worker', template: 'work-to-do', data: goodData('work-to-do'), page: null },
  })
  await deliverTo(cloud, 'notice', [message('a'), message('b')])
  for (let round = 0; round < 3; round++) await cloud.tick('notice')
  expect(await cloud.inbox('wx-worker')).toHaveLength(1)
})
