import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture, TEMPLATE } from './support/build-fixture'

const WORKER = 'o-worker-0008'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ manifest: buildFixture() })
})
afterAll(() => cloud.stop())
afterEach(() => cloud.clearFaults())

const raw = (action: string, input: unknown = {}, fn = 'probe') => cloud.callRaw(fn, { action, input }, WORKER)
const found = async (note: string): Promise<number> => ((await raw('find', { note })).body as unknown[]).length
const timed = async <T>(act: () => Promise<T>): Promise<{ result: T; ms: number }> => {
  const startedAt = performance.now()
  return { result: await act(), ms: performance.now() - startedAt }
}

describe('a function', () => {
  test('refused: not carried out, once', async () => {
    await cloud.fault({ target: 'function', name: 'probe', mode: 'refuse' })
    expect(await raw('insert', { note: 'refused' })).toMatchObject({ status: 500, body: { errCode: -504001 } })
    expect(await found('refused')).toBe(0)
  })
  test('timed out before delivery: not carried out', async () => {
    await cloud.fault({ target: 'function', name: 'probe', mode: 'timeout-before', ms: 50 })
    expect(await raw('insert', { note: 'before' })).toMatchObject({ status: 500, body: { errCode: -501002 } })
    expect(await found('before')).toBe(0)
  })
  test('timed out after delivery: carried out, and the phone does not know', async () => {
    await cloud.fault({ target: 'function', name: 'probe', mode: 'timeout-after', ms: 50 })
    expect(await raw('insert', { note: 'after' })).toMatchObject({ status: 500, body: { errCode: -501002 } })
    expect(await found('after')).toBe(1)
  })
  test('slow, as many times as asked', async () => {
    await raw('echo')
    await cloud.fault({ target: 'function', mode: 'slow', ms: 300, times: 2 })
    expect((await timed(() => raw('echo'))).ms).toBeGreaterThan(295)
    expect((await timed(() => raw('echo'))).ms).toBeGreaterThan(295)
    expect((await timed(() => raw('echo'))).ms).toBeLessThan(295)
  })
  test('killed some time after delivery', async () => {
    await cloud.fault({ target: 'function', name: 'probe', mode: 'kill', ms: 100 })
    expect(await raw('wait', { ms: 1500, note: 'killed' })).toMatchObject({ status: 500, body: { errCode: -504002 } })
    expect(await found('killed')).toBe(0)
  })
  test('killed between its second trip and the answer to it: two writes are there, the third never comes', async () => {
    await cloud.resetMetrics()
    await cloud.fault({ target: 'function', name: 'single', mode: 'kill', trips: 2 })
    expect(await raw('trips', { count: 5 }, 'single')).toMatchObject({ status: 500, body: { errCode: -504002 } })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const single = (await cloud.metrics()).functions.find(({ name }) => name === 'single')
    expect(single).toMatchObject({ trips: 2, errors: 1 })
    expect(await raw('echo', { again: 1 }, 'single')).toEqual({ status: 200, body: { again: 1 } })
  })
  test('of another name is left alone', async () => {
    await cloud.fault({ target: 'function', name: 'other', mode: 'refuse' })
    expect(await raw('echo', {})).toMatchObject({ status: 200 })
    expect(await raw('echo', {}, 'other')).toMatchObject({ status: 500 })
  })
})

describe('the database', () => {
  const insertFails = async (note: string): Promise<unknown> => (await raw('insert', { note })).body
  test('refused', async () => {
    await cloud.fault({ target: 'database', name: 'notes', mode: 'refuse' })
    expect(await insertFails('db-refused')).toMatchObject({ errCode: -504002 })
    expect(await found('db-refused')).toBe(0)
  })
  test('silent before and after', async () => {
    await cloud.fault({ target: 'database', name: 'database.insertDocument', mode: 'timeout-before', ms: 20 })
    expect(await insertFails('db-before')).toMatchObject({ errCode: -504002 })
    expect(await found('db-before')).toBe(0)
    await cloud.fault({ target: 'database', mode: 'timeout-after', ms: 20 })
    expect(await insertFails('db-after')).toMatchObject({ errCode: -504002 })
    expect(await found('db-after')).toBe(1)
  })
  test('whoever asked is killed after it was carried out', async () => {
    await cloud.fault({ target: 'database', name: 'notes', mode: 'kill' })
    expect(await insertFails('db-kill')).toMatchObject({ errCode: -504002 })
    expect(await found('db-kill')).toBe(1)
  })
})

describe('an openapi', () => {
  const send = async () => {
    const data = { thing1: { value: '一' }, time2: { value: '15:01' }, phrase3: { value: '好' } }
    return (await raw('openapi.subscribeMessage.send', { touser: WORKER, templateId: TEMPLATE, data })).body
  }
  beforeEach(() => cloud.setQuota(WORKER, TEMPLATE, 1))
  const delivered = async (act: () => Promise<unknown>): Promise<number> => {
    const before = (await cloud.inbox(WORKER)).length
    await act()
    return (await cloud.inbox(WORKER)).length - before
  }

  test('refused by the system or with a code of WeChat', async () => {
    await cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'refuse' })
    expect(await send()).toMatchObject({ errCode: -604103 })
    await cloud.fault({ target: 'openapi', name: 'subscribeMessage.send', mode: 'refuse', errcode: 45009 })
    expect(await send()).toMatchObject({ errCode: 45009 })
  })
  test('timed out before: nothing was sent; after: it was', async () => {
    await cloud.fault({ target: 'openapi', mode: 'timeout-before', ms: 20 })
    expect(await delivered(async () => expect(await send()).toMatchObject({ errCode: -604102 }))).toBe(0)
    await cloud.fault({ target: 'openapi', mode: 'timeout-after', ms: 20 })
    expect(await delivered(async () => expect(await send()).toMatchObject({ errCode: -604102 }))).toBe(1)
  })
  test('the asker dies right after the message went out', async () => {
    await cloud.fault({ target: 'openapi', mode: 'kill' })
    expect(await delivered(async () => expect(await send()).toMatchObject({ errCode: -504002 }))).toBe(1)
  })
})

describe('the storage', () => {
  test('fails an upload of the phone, before or after it was kept', async () => {
    await cloud.fault({ target: 'storage', name: 'upload', mode: 'refuse' })
    await expect(cloud.upload('f/a.txt', Buffer.from('a'), WORKER)).rejects.toThrow('上传失败')
    await cloud.fault({ target: 'storage', name: 'upload', mode: 'timeout-after', ms: 10 })
    await expect(cloud.upload('f/b.txt', Buffer.from('b'), WORKER)).rejects.toThrow('上传超时')
    const fileList = ['a', 'b'].map((name) => `cloud://local-test.6c6f-local-test-1300000000/f/${name}.txt`)
    const { body } = await raw('storage.urls', { fileList })
    expect((body as { fileList: { status: number }[] }).fileList.map(({ status }) => status)).toEqual([-503003, 0])
  })
  test('fails a request of the SDK', async () => {
    await cloud.fault({ target: 'storage', name: 'storage.batchGetDownloadUrl', mode: 'refuse' })
    expect((await raw('storage.urls', { fileList: ['x'] })).body).toHaveProperty('errMsg')
  })
})

test('the door refuses what it does not know', async () => {
  const bad = { target: 'weather', mode: 'refuse' } as unknown as Parameters<Cloud['fault']>[0]
  await expect(cloud.fault(bad)).rejects.toThrow('target 应当是')
  const worse = { target: 'function', mode: 'explode' } as unknown as Parameters<Cloud['fault']>[0]
  await expect(cloud.fault(worse)).rejects.toThrow('mode 应当是')
})
