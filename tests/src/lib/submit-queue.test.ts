import { taro } from './fake-taro'

type Sent = { domain: string; action: string; input: Record<string, unknown> }
type Queue = typeof import('@/lib/submit-queue')

const sent: Sent[] = []
const uploaded: string[] = []
const dropped: string[] = []
let answer: () => Promise<unknown>
let upload: () => Promise<void>

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: taro.api }))
jest.mock('@/lib/transport', () => ({
  transport: (domain: string, event: { action: string; input: Record<string, unknown> }) => {
    sent.push({ domain, action: event.action, input: structuredClone(event.input) })
    return answer()
  },
}))
jest.mock('@/lib/upload-file', () => ({
  uploadFile: async (_path: string, cloudPath: string) => {
    await upload()
    uploaded.push(cloudPath)
    return `cloud://env.bucket/${cloudPath}`
  },
}))
jest.mock('@/lib/kept-file', () => ({
  openKeptFile: (kept: string) => Promise.resolve(kept === 'lost' ? null : `blob:${kept}`),
  dropKeptFile: (kept: string) => Promise.resolve(void dropped.push(kept)),
}))

const ok = (data: unknown) => () => Promise.resolve({ ok: true, data })
const refuse = (code: string) => () => Promise.resolve({ ok: false, error: { code, message: '不行', requestId: 'r' } })
const noNetwork = () => Promise.reject(new Error('request:fail'))

/** The app as it starts: everything but the storage is new. */
const startApp = (): Queue => {
  jest.resetModules()
  return jest.requireActual<Queue>('@/lib/submit-queue')
}

const id = 'A'.repeat(22)
const report = (kept: string[] = []) => ({
  domain: 'hazard',
  action: 'report',
  title: '配电箱敞开',
  input: { _id: id, words: '配电箱敞开' },
  ...(kept.length > 0 && { files: { field: 'photos', kept, cloudPath: (name: string) => `hazard/${id}/${name}` } }),
})

beforeEach(() => {
  jest.useFakeTimers()
  taro.stored.clear()
  sent.length = uploaded.length = dropped.length = 0
  answer = ok({ code: 'QZ-1' })
  upload = () => Promise.resolve()
})
afterEach(() => jest.useRealTimers())

const only = (queue: Queue) => queue.useQueue.getState().items[0]!

it('sends, keeps the answer and lets the photos go', async () => {
  const queue = startApp()
  await queue.submit(report(['p1', 'p2']))
  expect(only(queue)).toMatchObject({ state: 'delivered', result: { code: 'QZ-1' } })
  expect(uploaded).toEqual([`hazard/${id}/1.jpg`, `hazard/${id}/2.jpg`])
  expect(sent[0]?.input.photos).toEqual(uploaded.map((path) => `cloud://env.bucket/${path}`))
  expect(dropped).toEqual(['p1', 'p2'])
})

it('is stored before anything is sent', () => {
  const queue = startApp()
  answer = () => new Promise(() => undefined)
  void queue.submit(report())
  expect(JSON.stringify([...taro.stored.values()])).toContain(id)
})

it('sends the same input again after a kill in the middle', async () => {
  const first = startApp()
  answer = () => new Promise(() => undefined)
  void first.submit(report(['p1']))
  await jest.advanceTimersByTimeAsync(10)
  expect(only(first).state).toBe('sending')

  const second = startApp()
  expect(only(second).state).toBe('waiting')
  answer = ok({ code: 'QZ-1' })
  await second.retryQueue()
  expect(only(second).state).toBe('delivered')
  expect(sent).toHaveLength(2)
  expect(sent[1]).toEqual(sent[0])
  expect(uploaded).toHaveLength(1)
})

it('waits longer after each failure and goes on by itself', async () => {
  const queue = startApp()
  answer = noNetwork
  await queue.submit(report())
  expect(only(queue)).toMatchObject({ state: 'waiting', attempts: 1 })
  await jest.advanceTimersByTimeAsync(2000)
  expect(only(queue).attempts).toBe(2)
  await jest.advanceTimersByTimeAsync(2000)
  expect(only(queue).attempts).toBe(2)
  answer = ok({})
  await jest.advanceTimersByTimeAsync(2500)
  expect(only(queue).state).toBe('delivered')
  expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1)
})

it.each([1, 5, 8, 40])('never waits longer than five minutes (attempt %i)', (attempts) => {
  expect(startApp().backoff(attempts)).toBeLessThanOrEqual(300_000)
})

it('asks the person where trying again cannot help, and sends when told', async () => {
  const queue = startApp()
  answer = refuse('INVALID_INPUT')
  await queue.submit(report())
  expect(only(queue)).toMatchObject({ state: 'attention', problem: '不行' })
  await jest.advanceTimersByTimeAsync(600_000)
  expect(sent).toHaveLength(1)
  answer = ok({})
  await queue.retryQueue(id)
  expect(only(queue).state).toBe('delivered')
})

it('says when a photo is gone from the phone', async () => {
  const queue = startApp()
  await queue.submit(report(['lost']))
  expect(only(queue)).toMatchObject({ state: 'attention' })
  expect(only(queue).problem).toMatch(/照片/)
  expect(sent).toHaveLength(0)
})

it('takes the same submission once', async () => {
  const queue = startApp()
  await Promise.all([queue.submit(report()), queue.submit(report())])
  await queue.submit(report())
  expect(queue.useQueue.getState().items).toHaveLength(1)
  expect(sent).toHaveLength(1)
})

it('sends at once when the network returns or the app is shown', async () => {
  const queue = startApp()
  const reach = jest.requireActual<typeof import('@/lib/reach-store')>('@/lib/reach-store')
  queue.watchQueue()
  answer = noNetwork
  await queue.submit(report())
  answer = ok({})
  reach.noteOnline(false)
  reach.noteOnline(true)
  await jest.advanceTimersByTimeAsync(10)
  expect(only(queue).state).toBe('delivered')

  await queue.dismiss(id)
  answer = noNetwork
  await queue.submit(report())
  answer = ok({})
  taro.showApp()
  await jest.advanceTimersByTimeAsync(10)
  expect(only(queue).state).toBe('delivered')
})

it('a dismissed item is gone, photos and all', async () => {
  const queue = startApp()
  answer = refuse('CONTENT_RISKY')
  await queue.submit(report(['p1']))
  await queue.dismiss(id)
  expect(queue.useQueue.getState().items).toHaveLength(0)
  expect(dropped).toContain('p1')
  expect(startApp().useQueue.getState().items).toHaveLength(0)
})
