import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture } from './support/build-fixture'

const WORKER = 'o-worker-0003'
const MINUTE = 60_000

type Trigger = { at: number; trigger: string | null; wx: Record<string, unknown>; event: Record<string, string> }

describe('the platform clock', () => {
  let cloud: Cloud
  const manifest = buildFixture()
  beforeAll(async () => {
    cloud = await startCloud({ manifest })
  })
  afterAll(() => cloud.stop())

  const act = async <T>(action: string, input: unknown = {}): Promise<T> =>
    (await cloud.callRaw('probe', { action, input }, WORKER)).body as T
  const triggers = (): Promise<Trigger[]> => act('find', { kind: 'trigger' })

  test('moves Date inside running and new instances; the rest of Date stays Date', async () => {
    await act('date')
    await cloud.clock({ now: '2030-05-01T08:00:00Z' })
    const date = await act<Record<string, unknown>>('date')
    expect(String(date.iso)).toMatch(/^2030-05-01T08:00:0/)
    expect(date).toMatchObject({
      fixed: '2020-01-02T03:00:00.000Z',
      isDate: true,
      constructorIsDate: true,
      utc: Date.UTC(2020, 0, 1),
      name: 'Date',
      zone: 0,
    })
    expect(String(date.text)).toContain('May 01 2030')
    const other = (await cloud.callRaw('other', { action: 'date' }, WORKER)).body as { iso: string }
    expect(other.iso).toMatch(/^2030-05-01T08:00:/)
  })

  test('goes on from where it was put, forward, back and reset', async () => {
    await cloud.clock({ now: '2031-01-01T00:00:00Z' })
    expect((await cloud.clock({ advanceMs: 90 * MINUTE })).now).toMatch(/^2031-01-01T01:30:0/)
    expect((await cloud.clock()).now).toMatch(/^2031-01-01T01:30:0/)
    expect((await cloud.clock({ advanceMs: -30 * MINUTE })).now).toMatch(/^2031-01-01T01:00:0/)
    const { now } = await cloud.clock({ reset: true })
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(2000)
  })

  test('does not change how long a wait lasts', async () => {
    const startedAt = Date.now()
    await act('wait', { ms: 50 })
    await cloud.clock({ advanceMs: 60 * MINUTE })
    await act('wait', { ms: 50 })
    expect(Date.now() - startedAt).toBeLessThan(3000)
  })

  test('fires a timer once when its moment is passed over, without a user, as TRIGGER_SRC timer', async () => {
    await cloud.clock({ now: '2032-01-01T00:01:00Z' })
    const before = (await triggers()).length
    expect((await cloud.clock({ advanceMs: 3 * MINUTE })).fired).toEqual([])
    expect((await cloud.clock({ advanceMs: 60 * MINUTE })).fired).toEqual([
      { function: 'probe', timer: 'tick', ok: true },
    ])
    const all = await triggers()
    expect(all).toHaveLength(before + 1)
    const last = all.find(({ event }) => event.Time?.startsWith('2032-01-01T01:04'))
    expect(last).toMatchObject({ trigger: 'timer', event: { Type: 'Timer', TriggerName: 'tick' } })
    expect(last?.wx).not.toHaveProperty('OPENID')
    expect(last?.wx).not.toHaveProperty('SOURCE')
  })

  test('leaves no trace of one call’s identity in the next', async () => {
    await cloud.callRaw('single', { action: 'who' }, WORKER)
    const reply = (await cloud.admin({
      action: 'functions.invokeFunction',
      function_name: 'single',
      request_data: JSON.stringify({ action: 'env' }),
    })) as { data: { response_data: string } }
    expect(JSON.parse(reply.data.response_data)).not.toHaveProperty('WX_OPENID')
  })

  test('POST /tick runs the timers now and says which failed', async () => {
    expect(await cloud.tick()).toEqual([{ function: 'probe', timer: 'tick', ok: true }])
    expect(await cloud.tick('other')).toEqual([])
    await expect(cloud.tick('nobody')).rejects.toThrow('没有云函数 nobody')
    await cloud.fault({ target: 'function', name: 'probe', mode: 'refuse' })
    expect(await cloud.tick('probe')).toMatchObject([{ ok: false }])
  })

  test('refuses what is no time', async () => {
    await expect(cloud.clock({ now: '昨天' })).rejects.toThrow('不是时间')
  })

  test('survives a restart', async () => {
    await cloud.clock({ now: '2033-03-03T03:03:00Z' })
    const { dir } = cloud
    await cloud.kill9()
    cloud = await startCloud({ manifest, dataDir: dir })
    expect((await cloud.clock()).now).toMatch(/^2033-03-03T03:03/)
  })
})

test('timers fire by themselves as time passes', async () => {
  const functions = [
    {
      name: 'probe',
      dir: 'probe',
      handler: 'index.main',
      timeoutSeconds: 2,
      memoryMb: 256,
      openapi: [],
      timers: [{ name: 'often', cron: '* * * * * * *' }],
    },
  ]
  const cloud = await startCloud({ manifest: buildFixture({ functions }), timers: true })
  await new Promise((resolve) => setTimeout(resolve, 2600))
  const found = (await cloud.callRaw('probe', { action: 'find', input: { kind: 'trigger' } }, WORKER)).body as unknown[]
  await cloud.stop()
  expect(found.length).toBeGreaterThanOrEqual(2)
  expect(found.length).toBeLessThanOrEqual(3)
})
