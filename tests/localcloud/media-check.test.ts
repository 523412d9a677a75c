import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture } from './support/build-fixture'

const WORKER = 'o-worker-0005'

type Push = { event: Record<string, unknown>; wx: Record<string, unknown>; trigger: string | null }

let cloud: Cloud
const manifest = buildFixture()
beforeAll(async () => {
  cloud = await startCloud({ manifest })
})
afterAll(() => cloud.stop())

const act = async <T>(action: string, input: unknown): Promise<T> =>
  (await cloud.callRaw('probe', { action, input }, WORKER)).body as T
const pushes = async (traceId: unknown): Promise<Push[]> =>
  (await act<Push[]>('find', { kind: 'trigger' })).filter(({ event }) => event.trace_id === traceId)
const start = (mediaUrl: string, change: object = {}) =>
  act<{ errCode: number; traceId: string }>('openapi.security.mediaCheckAsync', {
    mediaUrl,
    mediaType: 2,
    version: 2,
    scene: 1,
    openid: WORKER,
    ...change,
  })
const picture = async (): Promise<string> => {
  const fileID = await cloud.upload('photos/one.jpg', Buffer.from('picture'), WORKER)
  const { fileList } = await act<{ fileList: { tempFileURL: string }[] }>('storage.urls', { fileList: [fileID] })
  return fileList[0]!.tempFileURL
}
const eventually = async (traceId: string): Promise<Push> => {
  for (let wait = 0; wait < 60; wait += 1) {
    const [push] = await pushes(traceId)
    if (push) return push
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no push came')
}

test('the verdict is pushed to the callback function when the door gives it, once', async () => {
  const { errCode, traceId } = await start(await picture())
  expect(errCode).toBe(0)
  expect(await pushes(traceId)).toEqual([])
  await cloud.mediaResult({ traceId, suggest: 'risky', label: 20002 })
  const found = await pushes(traceId)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    trigger: null,
    event: {
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: 'touristappid',
      trace_id: traceId,
      version: 2,
      errcode: 0,
      result: { suggest: 'risky', label: 20002 },
    },
  })
  expect(found[0]?.wx).not.toHaveProperty('OPENID')
  await expect(cloud.mediaResult({ traceId, suggest: 'pass' })).rejects.toThrow('没有等待结果')
})

test('it comes by itself after a while, and survives a kill -9 in between', async () => {
  const { traceId } = await start(await picture())
  const { dir } = cloud
  await cloud.kill9()
  cloud = await startCloud({ manifest, dataDir: dir })
  const { event } = await eventually(traceId)
  // The address was signed for the port of the process that is gone.
  expect(event).toMatchObject({ errcode: -1008, errmsg: 'download failed' })
  const second = await start(await picture())
  expect((await eventually(second.traceId)).event).toMatchObject({
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
  })
}, 30_000)

test('a push that fails is tried again, three times at most', async () => {
  const { traceId } = await start(await picture())
  await cloud.fault({ target: 'function', name: 'probe', mode: 'refuse', times: 2 })
  await cloud.mediaResult({ traceId, suggest: 'review' })
  expect(await pushes(traceId)).toHaveLength(1)
})

test('a push can be lost on the way', async () => {
  const { traceId } = await start(await picture())
  await cloud.fault({ target: 'openapi', name: 'wxa_media_check', mode: 'refuse' })
  await cloud.mediaResult({ traceId, suggest: 'pass' })
  expect(await pushes(traceId)).toEqual([])
})

test.each([
  ['a user who never came', { openid: 'o-never' }, 61010],
  ['another kind of media', { mediaType: 3 }, 40097],
  ['version 1', { version: 1 }, 40097],
  ['no address', { mediaUrl: 'cloud://x' }, 40097],
])('refuses %s', async (_name, change, errCode) => {
  expect(await start('http://127.0.0.1/x.jpg', change)).toMatchObject({ errCode })
})
