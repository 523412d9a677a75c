import { startCloud } from '../support/cloud'
import { buildFixture, TEMPLATE } from './support/build-fixture'

const manifest = buildFixture()
const WORKER = 'o-worker-0009'

test('messages, grants, codes and visits that were acknowledged survive kill -9', async () => {
  let cloud = await startCloud({ manifest })
  await cloud.consent(WORKER, TEMPLATE, 'accept', 2)
  const send = async () => {
    const data = { thing1: { value: '一' }, time2: { value: '15:01' }, phrase3: { value: '好' } }
    const input = { touser: WORKER, templateId: TEMPLATE, data }
    return (await cloud.callRaw('probe', { action: 'openapi.subscribeMessage.send', input }, WORKER)).body
  }
  expect(await send()).toMatchObject({ errCode: 0 })
  const code = await cloud.phoneCode(WORKER, '19900000001')
  await cloud.callRaw('probe', { action: 'openapi.wxacode.getUnlimited', input: { scene: 'b=1' } }, WORKER)
  await cloud.visit('o-visitor')
  const { dir } = cloud
  await cloud.kill9()

  cloud = await startCloud({ manifest, dataDir: dir })
  expect(await cloud.inbox(WORKER)).toHaveLength(1)
  expect(await send()).toMatchObject({ errCode: 0 })
  expect(await send()).toMatchObject({ errCode: 43101 })
  expect((await cloud.inbox(WORKER)).map(({ at }) => at)).toEqual(
    [...(await cloud.inbox(WORKER))].map(({ at }) => at).sort(),
  )
  expect(await cloud.scan({ scene: 'b=1' })).toMatchObject({ path: 'pages/index/index' })
  const exchange = await cloud.callRaw(
    'probe',
    { action: 'openapi.phonenumber.getPhoneNumber', input: { code } },
    WORKER,
  )
  expect(exchange.body).toMatchObject({ phoneInfo: { phoneNumber: '19900000001' } })
  const check = { version: 2, scene: 1, openid: 'o-visitor', content: '好' }
  const checked = await cloud.callRaw('probe', { action: 'openapi.security.msgSecCheck', input: check }, WORKER)
  expect(checked.body).toMatchObject({ errCode: 0 })
  await cloud.stop()
})

test('writes acknowledged under load are all there after kill -9', async () => {
  let cloud = await startCloud({ manifest })
  const acknowledged: string[] = []
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    for (let index = 0; index < 10_000; index += 1) {
      const note = `${writer}-${index}`
      const reply = await cloud
        .callRaw('probe', { action: 'insert', input: { _id: note } }, WORKER)
        .catch(() => undefined)
      if (reply?.status !== 200) return
      acknowledged.push(note)
    }
  })
  while (acknowledged.length <= 50) await new Promise((resolve) => setTimeout(resolve, 50))
  await cloud.kill9()
  await Promise.all(writers)

  cloud = await startCloud({ manifest, dataDir: cloud.dir })
  const lost: string[] = []
  for (const note of acknowledged) {
    const { body } = await cloud.callRaw('probe', { action: 'find', input: { _id: note } }, WORKER)
    if ((body as unknown[]).length !== 1) lost.push(note)
  }
  expect(lost).toEqual([])
  await cloud.stop()
})
