import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonicalJson, chainStart, eventHash, verifyChain } from 'types/chain'

type Event = { at: Date; act: string; by: string; detail?: Record<string, unknown>; hash: string }

const build = (count: number, from = chainStart): Event[] => {
  const events: Event[] = []
  for (let index = 0; index < count; index++) {
    const event = { at: new Date(Date.UTC(2026, 1, 1, 0, index)), act: '交办', by: `人员${index}`, detail: { index } }
    events.push({ ...event, hash: eventHash(events.at(-1)?.hash ?? from, event) })
  }
  return events
}

const put = (events: Event[], changes: Record<number, Event>): Event[] => Object.assign([...events], changes)

describe('canonicalJson', () => {
  test('is one text for one meaning', () => {
    expect(canonicalJson({ b: 1, a: [undefined, new Date(0)], c: undefined, é: { y: '"', x: null } })).toBe(
      '{"a":[null,"1970-01-01T00:00:00.000Z"],"b":1,"é":{"x":null,"y":"\\""}}',
    )
  })
  test('does not change when the value went through JSON, whatever its key order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy: unknown = JSON.parse(JSON.stringify(value))
        expect(canonicalJson(copy)).toBe(canonicalJson(value))
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value))
      }),
    )
  })
  test.each([[NaN], [Infinity], [new Date(NaN)], [() => 1], [1n], [{ deep: [NaN] }]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

describe('event chain', () => {
  test('reference: SHA-256 of the hash before, a line feed and the canonical text without the hash', () => {
    const text = `${chainStart}\n{"act":"上报","at":"2026-02-01T00:00:00.000Z"}`
    const expected = createHash('sha256').update(text, 'utf8').digest('hex')
    expect(eventHash(chainStart, { at: new Date('2026-02-01T00:00:00Z'), act: '上报', hash: 'ignored' })).toBe(expected)
  })
  test('holds for Dates and for the ISO text they become', () => {
    const events = build(5)
    expect(verifyChain(events)).toEqual({ ok: true, head: events[4]?.hash })
    expect(verifyChain(JSON.parse(JSON.stringify(events)) as Event[])).toEqual({ ok: true, head: events[4]?.hash })
    expect(verifyChain([])).toEqual({ ok: true, head: chainStart })
  })
  test('continues from an archived head, and only from that one', () => {
    const events = build(6)
    expect(verifyChain(events.slice(3), events[2]?.hash)).toEqual({ ok: true, head: events[5]?.hash })
    expect(verifyChain(events.slice(3))).toEqual({ ok: false, index: 0 })
  })
  test('names the first event that was changed, added, dropped, swapped or re-hashed', () => {
    fc.assert(
      fc.property(fc.nat(6), (at) => {
        const good = build(8)
        const target = good[at] as Event
        const rehashed = { ...target, by: '别人' }
        const broken: Event[][] = [
          put(good, { [at]: { ...target, by: '别人' } }),
          put(good, { [at]: { ...target, detail: { index: at, extra: 1 } } }),
          [...good.slice(0, at), { ...target, act: '插入' }, ...good.slice(at)],
          [...good.slice(0, at), ...good.slice(at + 1)],
          put(good, { [at]: good[at + 1] as Event, [at + 1]: target }),
        ]
        for (const events of broken) expect(verifyChain(events)).toEqual({ ok: false, index: at })
        const hash = eventHash(good[at - 1]?.hash ?? chainStart, rehashed)
        expect(verifyChain(put(good, { [at]: { ...rehashed, hash } }))).toEqual({ ok: false, index: at + 1 })
      }),
    )
  })
})
