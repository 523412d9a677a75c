import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture } from './support/build-fixture'

const WORKER = 'o-worker-0001'

describe('a call from the phone', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startCloud({ manifest: buildFixture(), env: { GREETING: '您好', TCB_ENV: 'not-mine' } })
  })
  afterAll(() => cloud.stop())

  const act = async (action: string, input: unknown = {}, fn = 'probe'): Promise<unknown> => {
    const { status, body } = await cloud.callRaw(fn, { action, input }, WORKER)
    expect({ status, body }).toMatchObject({ status: 200 })
    return body
  }
  const failing = async (action: string, input: unknown = {}, fn = 'probe') => {
    const { status, body } = await cloud.callRaw(fn, { action, input }, WORKER)
    expect(status).toBe(500)
    return body as { errCode: number; errMsg: string }
  }

  test('gets the return value, whatever its type', async () => {
    expect(await act('echo', { 字: ['一', 2, null] })).toEqual({ 字: ['一', 2, null] })
    expect(await act('nothing')).toBeNull()
  })

  test('finds identity, environment and context as in the cloud', async () => {
    const { wx, event, context } = (await act('who')) as Record<string, Record<string, unknown>>
    expect(wx).toMatchObject({ OPENID: WORKER, APPID: 'touristappid', ENV: 'local-test', SOURCE: 'wx_client' })
    expect(event?.userInfo).toEqual({ appId: 'touristappid', openId: WORKER })
    expect(context).toMatchObject({ function_name: 'probe', memory_limit_in_mb: 256, time_limit_in_ms: 2000 })
    expect(context?.environ).toContain(`WX_OPENID=${WORKER}`)
  })

  test('gets the operator’s variables, but the platform’s own win', async () => {
    expect(await act('env')).toMatchObject({
      GREETING: '您好',
      TCB_ENV: 'local-test',
      TENCENTCLOUD_RUNENV: 'SCF',
      SCF_NAMESPACE: 'local-test',
      TZ: 'UTC',
    })
  })

  test('reaches the database through the unchanged SDK, and its trips are counted by action', async () => {
    await cloud.resetMetrics()
    await act('insert', { note: 'trip' })
    await act('trips', { count: 3 })
    await act('trips', { count: 1 })
    expect(await act('find', { note: 'trip' })).toHaveLength(1)
    const probe = (await cloud.metrics()).functions.find(({ name }) => name === 'probe')
    expect(probe).toMatchObject({ calls: 4, trips: 6, errors: 0 })
    expect(probe?.actions.trips).toMatchObject({ calls: 2, trips: { min: 1, avg: 2, max: 3 } })
    expect(probe?.actions.trips?.ms.p95).toBeGreaterThan(0)
  })

  test('is refused without an openid and with a body that is no object', async () => {
    expect(await cloud.callRaw('probe', { action: 'echo' })).toMatchObject({ status: 400 })
    expect(await cloud.callRaw('probe', { action: 'echo' }, 'bad openid!')).toMatchObject({ status: 400 })
    expect(await cloud.callRaw('probe', [1], WORKER)).toMatchObject({ status: 400 })
    const broken = await cloud.request('/call/probe', {
      method: 'POST',
      headers: { 'x-wx-openid': WORKER },
      body: '{"action":',
    })
    expect(broken.status).toBe(400)
  })

  test('of a function that is not there', async () => {
    expect(await failing('echo', {}, 'nobody')).toMatchObject({ errCode: -501000 })
  })

  test('reports what the function throws', async () => {
    const thrown = await failing('throws', { message: '坏了' })
    expect(thrown.errCode).toBe(-504002)
    expect(thrown.errMsg).toMatch(/^cloud\.callFunction:fail .*-504002 functions execute fail \| errMsg: Error: 坏了/s)
    expect((await failing('throwsPlain')).errMsg).toContain('"errMsg":"plain"')
    expect((await failing('circular')).errMsg).toContain('circular')
  })

  test('reports a bundle that cannot load, and the next call tries again', async () => {
    expect((await failing('echo', {}, 'broken')).errMsg).toContain('this bundle cannot load')
    expect((await failing('echo', {}, 'broken')).errMsg).toContain('this bundle cannot load')
  })

  test('ends with -504003 when the time is up; the instance is gone, the next call starts a new one', async () => {
    const before = (await cloud.metrics()).functions.find(({ name }) => name === 'single')
    await act('echo', {}, 'single')
    expect(await failing('wait', { ms: 5000, note: 'too late' }, 'single')).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('Invoking task timed out after 2 seconds') as string,
    })
    await act('echo', {}, 'single')
    const after = (await cloud.metrics()).functions.find(({ name }) => name === 'single')
    expect((after?.coldStarts ?? 0) - (before?.coldStarts ?? 0)).toBe(2)
    expect(await act('find', { note: 'too late' })).toEqual([])
  })

  test('ends with -504003 even when the function never gives way', async () => {
    expect(await failing('spins', { ms: 60_000 }, 'single')).toMatchObject({ errCode: -504003 })
  })

  test('ends with -504002 when the process exits or dies of an uncaught rejection', async () => {
    expect(await failing('exits')).toMatchObject({ errCode: -504002 })
    const died = await failing('rejectsLater')
    expect(died.errCode).toBe(-504002)
    expect(died.errMsg).toContain('nobody caught me')
    expect(await act('echo', { still: 'here' })).toEqual({ still: 'here' })
  })

  test('ends when the memory limit is passed, and only that instance', async () => {
    const full = await failing('hog', {}, 'small')
    expect(full).toMatchObject({ errCode: -504002 })
    expect(full.errMsg).toContain('memory limit exceeded')
    expect(await act('echo', {}, 'small')).toEqual({})
  })

  test('may answer 1 MB and no more', async () => {
    expect(await act('big', { bytes: 1024 * 1024 - 2 })).toHaveLength(1024 * 1024 - 2)
    expect(await failing('big', { bytes: 1024 * 1024 })).toMatchObject({ errCode: -604001 })
  })

  test('may carry 1 MB of text and not 6 MB', async () => {
    expect(await act('nothing', { text: 'x'.repeat(1024 * 1024) })).toBeNull()
    expect((await failing('echo', { text: 'x'.repeat(6 * 1024 * 1024) })).errMsg).toContain('data exceed max size')
  })

  test('leaves what the function prints on stdout and in logs/', async () => {
    await act('print', { text: '打印一行' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(cloud.printed()).toMatch(/\[probe#\d+\] 打印一行/)
    expect(cloud.printed()).toMatch(/\[probe#\d+\] err 打印一行/)
  })

  test('goes on after the answer, as in the cloud', async () => {
    await act('afterAnswer', { note: 'after' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await act('find', { note: 'after' })).toHaveLength(1)
  })
})
