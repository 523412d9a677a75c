import { taro } from './fake-taro'

type Scan = { _id: string; booth?: string; by?: string; at: string }
type Lib = typeof import('@/lib/scan-queue')
type Source = typeof import('@/lib/visit-source')

const sent: Scan[] = []
let answer: () => Promise<unknown>

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: taro.api }))
jest.mock('@/lib/transport', () => ({
  transport: (_domain: string, event: { input: Scan }) => {
    sent.push(structuredClone(event.input))
    return answer()
  },
}))

const ok = () => Promise.resolve({ ok: true, data: { id: 'A'.repeat(22) } })
const refuse = (code: string) => () => Promise.resolve({ ok: false, error: { code, message: '不行', requestId: 'r' } })
const noNetwork = () => Promise.reject(new Error('request:fail'))

/** The app as it starts: everything but the storage is new. */
const start = (): Lib => {
  jest.resetModules()
  return jest.requireActual<Lib>('@/lib/scan-queue')
}
const [gate, hall] = ['B'.repeat(22), 'C'.repeat(22)]

beforeEach(() => {
  taro.stored.clear()
  sent.length = 0
  answer = ok
})

test.each([
  ['out of reach', noNetwork],
  ['busy', refuse('SERVICE_BUSY')],
  ['at its limit of the day', refuse('INTERNAL')],
])('scans made while the cloud is %s are told later, in order, each once and with its own time', async (_, failing) => {
  answer = failing
  const before = start()
  await before.tellScan({ booth: gate })
  await before.tellScan({ booth: hall })
  const first = sent[0]
  sent.length = 0
  answer = ok
  await start().tellScans()
  expect(sent.map(({ booth }) => booth)).toEqual([gate, hall])
  expect(sent[0]).toEqual(first)
  await start().tellScans()
  expect(sent).toHaveLength(2)
})

test('before what counts for it, a scan that waits is told; one that cannot be told keeps nobody waiting', async () => {
  answer = refuse('SERVICE_BUSY')
  const lib = start()
  await lib.tellScan({ booth: gate })
  sent.length = 0
  answer = ok
  await lib.scansTold()
  expect(sent.map(({ booth }) => booth)).toEqual([gate])
  await lib.scansTold()
  expect(sent).toHaveLength(1)
  jest.useFakeTimers()
  answer = () => new Promise(() => undefined)
  void lib.tellScan({ booth: hall })
  const waited = lib.scansTold()
  await jest.advanceTimersByTimeAsync(3_000)
  await waited
  jest.useRealTimers()
})

test('a code the cloud does not know is not told again', async () => {
  answer = refuse('NOT_FOUND')
  const lib = start()
  await lib.tellScan({ by: gate })
  answer = ok
  sent.length = 0
  await lib.tellScans()
  expect(sent).toEqual([])
})

describe('what is done counts', () => {
  const open = (): Source => jest.requireActual<Source>('@/lib/visit-source')
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-06-16T01:00:00Z') }))
  afterEach(() => jest.useRealTimers())

  test('for the first booth of a day, then for the next one, then for nobody', () => {
    const { noteSource, sourceNow } = open()
    noteSource('booth', gate)
    jest.advanceTimersByTime(23 * 3_600_000)
    noteSource('booth', hall)
    noteSource('by', hall)
    expect(sourceNow()).toEqual({ booth: gate, by: hall })
    jest.advanceTimersByTime(3_600_000)
    expect(sourceNow()).toEqual({ by: hall })
    noteSource('booth', hall)
    expect(sourceNow()).toEqual({ booth: hall, by: hall })
  })

  test('for the booth a lost code leads to', () => {
    const { moveSource, noteSource, sourceNow } = open()
    noteSource('booth', gate)
    moveSource(gate, hall)
    expect(sourceNow()).toEqual({ booth: hall })
    moveSource(gate, gate)
    expect(sourceNow()).toEqual({ booth: hall })
  })
})
