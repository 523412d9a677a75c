import * as z from 'types/zod'
import type { Contract } from 'types/contract'
import { AppError } from 'types/app-error'
import { call } from '@/lib/call'
import { useReach } from '@/lib/reach-store'
import { transport } from '@/lib/transport'

jest.mock('@/lib/transport', () => ({ transport: jest.fn() }))
const cloud = jest.mocked(transport)

const contract = {
  say: { kind: 'query', input: z.object({}), output: z.object({ word: z.string() }), access: 'anyone' },
} as const satisfies Contract

const codeOf = async (promise: Promise<unknown>) => {
  const failure = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  return failure instanceof AppError ? failure.code : failure
}
const say = () => call(contract, 'org', 'say', {})

beforeEach(() => {
  cloud.mockReset()
  useReach.setState({ online: true, reachable: true })
})

it('sends the event to the domain and answers the parsed output', async () => {
  cloud.mockResolvedValue({ ok: true, data: { word: '好', key: 'A' } })
  await expect(say()).resolves.toEqual({ word: '好' })
  expect(cloud).toHaveBeenCalledWith('org', { action: 'say', input: {} })
})

it("rebuilds the server's error with its sentence and fields", async () => {
  cloud.mockResolvedValue({
    ok: false,
    error: { code: 'INVALID_INPUT', message: '请填写地点', fields: { place: '请填写地点' }, requestId: 'r1' },
  })
  await expect(say()).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: '请填写地点',
    fields: { place: '请填写地点' },
    requestId: 'r1',
  })
})

it.each([
  ['nothing came back', new Error('request:fail timeout'), 'NETWORK'],
  ['WeChat could not reach the cloud', { errCode: -1, errMsg: 'cloud.callFunction:fail' }, 'NETWORK'],
  ['the function ran out of time', { errCode: -504003, errMsg: 'Invoking task timed out' }, 'SERVICE_BUSY'],
  ['the function crashed', { errCode: -504002, errMsg: 'functions execute fail' }, 'SERVICE_BUSY'],
])('%s', async (_why, failure, code) => {
  cloud.mockRejectedValue(failure)
  expect(await codeOf(say())).toBe(code)
})

it('notes whether the cloud can be reached', async () => {
  cloud.mockRejectedValueOnce(new Error('request:fail'))
  await codeOf(say())
  expect(useReach.getState().reachable).toBe(false)
  cloud.mockResolvedValueOnce({ ok: false, error: { code: 'FORBIDDEN', message: '没有权限', requestId: 'r' } })
  expect(await codeOf(say())).toBe('FORBIDDEN')
  expect(useReach.getState().reachable).toBe(true)
})

it.each([[null], ['text'], [{ data: 1 }], [{ ok: 'yes' }]])(
  'refuses a reply that is no envelope: %j',
  async (reply) => {
    cloud.mockResolvedValue(reply)
    expect(await codeOf(say())).toBe('INTERNAL')
  },
)

it('an answer of another shape asks for a newer app', async () => {
  cloud.mockResolvedValue({ ok: true, data: { word: 1 } })
  expect(await codeOf(say())).toBe('UNKNOWN_ACTION')
})

it('a code this version does not know is INTERNAL with the server’s sentence', async () => {
  cloud.mockResolvedValue({ ok: false, error: { code: 'NEW_ONE', message: '新的情况', requestId: 'r' } })
  await expect(say()).rejects.toMatchObject({ code: 'INTERNAL', message: '新的情况' })
})

it('gives up after twenty seconds of silence', async () => {
  jest.useFakeTimers()
  cloud.mockReturnValue(new Promise(() => undefined))
  const code = codeOf(say())
  await jest.advanceTimersByTimeAsync(20_000)
  jest.useRealTimers()
  expect(await code).toBe('NETWORK')
})
