import { startCloud, type Cloud } from '../support/cloud'
import { buildFixture } from './support/build-fixture'

const WORKER = 'o-worker-0002'

type Seen = { wx: Record<string, unknown>; event: Record<string, unknown> }

describe('a function calling another', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startCloud({ manifest: buildFixture() })
  })
  afterAll(() => cloud.stop())

  const act = async <T>(action: string, input: unknown, fn = 'probe'): Promise<T> => {
    const { status, body } = await cloud.callRaw(fn, { action, input }, WORKER)
    expect({ status, body }).toMatchObject({ status: 200 })
    return body as T
  }

  test('hands on who asked, with the chain in SOURCE and no userInfo of its own', async () => {
    const { wx, event } = await act<Seen>('chain', { name: 'other', action: 'who', input: { a: 1 } })
    expect(wx).toMatchObject({ OPENID: WORKER, SOURCE: 'wx_client,scf', ENV: 'local-test' })
    expect(event).toEqual({ action: 'who', input: { a: 1 } })
  })

  test('lengthens the chain by one at each step', async () => {
    const { wx } = await act<Seen>('chain', {
      name: 'other',
      action: 'chain',
      input: { name: 'probe', action: 'who', input: {} },
    })
    expect(wx).toMatchObject({ SOURCE: 'wx_client,scf,scf' })
  })

  test('gets the platform’s code and message through the SDK', async () => {
    const failing = (name: string, action: string, input: unknown = {}) =>
      act<{ code: string; errMsg: string }>('chainError', { name, action, input }, 'small')
    const thrown = await failing('other', 'throws', { message: '里面坏了' })
    expect(thrown.code).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect(thrown.errMsg).toContain('里面坏了')
    expect((await failing('other', 'wait', { ms: 5000 })).code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
    expect((await failing('nobody', 'echo')).code).toBe('FUNCTION_NOT_FOUND')
    expect((await failing('nobody', 'echo')).errMsg).toContain('FunctionName parameter could not be found')
  })

  test('does not lock itself out when the only instance waits for its own function', async () => {
    const deep = { name: 'alone', action: 'chain', input: { name: 'alone', action: 'echo', input: { end: 1 } } }
    expect(await act('chain', deep, 'alone')).toEqual({ end: 1 })
  })

  test('counts its call and its trips for the function called', async () => {
    await cloud.resetMetrics()
    await act('chain', { name: 'other', action: 'insert', input: { by: 'chain' } })
    const { functions } = await cloud.metrics()
    expect(functions.find(({ name }) => name === 'other')).toMatchObject({ calls: 1, trips: 1 })
    expect(functions.find(({ name }) => name === 'probe')).toMatchObject({ calls: 1, trips: 0 })
  })

  test('from outside has no user', async () => {
    const reply = (await cloud.admin({
      action: 'functions.invokeFunction',
      function_name: 'probe',
      request_data: JSON.stringify({ action: 'who' }),
    })) as { data: { response_data: string } }
    const { wx } = JSON.parse(reply.data.response_data) as Seen
    expect(wx).not.toHaveProperty('OPENID')
    expect(wx).toMatchObject({ SOURCE: 'scf' })
  })
})
