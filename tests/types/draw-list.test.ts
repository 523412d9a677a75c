import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { drawFromList, listHashOf, listText, parseList, type DrawEntry, type DrawKind } from 'types/draw-list'

const marks = Array.from({ length: 12 }, (_, index) => `M${String(index).padStart(2, '0')}`)
const entries: DrawEntry[] = marks.map((mark, index) => ({ mark, weight: (index % 4) + 1 }))

/** The rule of docs/draws.md a second time, on node:crypto, with every ticket written out on its own line. */
const reference = (kind: DrawKind, seed: string, list: string, publicValue: string, count: number): string[] => {
  const listHash = createHash('sha256').update(list).digest('hex')
  const key = createHmac('sha256', seed).update(`${listHash}\n${publicValue}`).digest('hex')
  const words: number[] = []
  for (let counter = 0; counter < 60; counter++) {
    const block = createHmac('sha256', key).update(String(counter)).digest()
    for (let at = 0; at < 32; at += 4) words.push(block.readUInt32BE(at))
  }
  const lines = list.split('\n').map((line) => line.split(' ') as [string, string])
  const rounds =
    kind === 'chances'
      ? [lines.flatMap(([mark, weight]) => Array.from({ length: Number(weight) }, () => mark))]
      : [...new Set(lines.map(([, weight]) => Number(weight)))]
          .sort((a, b) => b - a)
          .map((score) => lines.filter(([, weight]) => Number(weight) === score).map(([mark]) => mark))
  const winners: string[] = []
  for (const round of rounds) {
    let tickets = round
    while (tickets.length > 0 && winners.length < count) {
      let word = words.shift() as number
      while (word >= Math.floor(2 ** 32 / tickets.length) * tickets.length) word = words.shift() as number
      const winner = tickets[word % tickets.length] as string
      winners.push(winner)
      tickets = tickets.filter((ticket) => ticket !== winner)
    }
  }
  return winners
}

const anyEntries = fc
  .uniqueArray(fc.record({ mark: fc.stringMatching(/^[2-9A-Z]{1,9}$/), weight: fc.integer({ min: 1, max: 9 }) }), {
    selector: ({ mark }) => mark,
    minLength: 1,
    maxLength: 30,
  })
  .map((list) => list)

describe('a list with weights', () => {
  test('is published sorted, and its hash is that of the bytes', () => {
    const text = listText([
      { mark: 'B', weight: 2 },
      { mark: 'A', weight: 1 },
    ])
    expect(text).toBe('A 1\nB 2')
    expect(listHashOf(text)).toBe(createHash('sha256').update('A 1\nB 2').digest('hex'))
    expect(parseList(text)).toEqual([
      { mark: 'A', weight: 1 },
      { mark: 'B', weight: 2 },
    ])
    expect(parseList('')).toEqual([])
  })
  test.each([
    ['B 1\nA 1'],
    ['A 1\nA 1'],
    ['A 0'],
    ['A 1.5'],
    ['A'],
    ['A  1'],
    ['A 1\n'],
    ['A 01'],
    ['甲 1'],
    ['A 1 x'],
  ])('what nobody published is refused: %j', (text) => {
    expect(() => parseList(text)).toThrow(TypeError)
  })
  test('weights past what can be drawn from evenly are refused', () => {
    const heavy = Array.from({ length: 4295 }, (_, index) => ({ mark: `H${index}`, weight: 1_000_000 }))
    expect(() => listText(heavy)).toThrow(TypeError)
  })
})

describe('a draw from it', () => {
  test.each(['chances', 'ties'] as const)('follows its published rule (%s)', (kind) => {
    fc.assert(
      fc.property(anyEntries, fc.string(), fc.string(), fc.nat(35), (some, seed, publicValue, count) => {
        const list = listText(some)
        expect(drawFromList({ kind, seed, list, publicValue, count })).toEqual(
          reference(kind, seed, list, publicValue, count),
        )
      }),
    )
  })
  test('nobody wins twice, and with more prizes than people everybody wins once', () => {
    const all = drawFromList({ kind: 'chances', seed: 's', list: listText(entries), publicValue: 'v', count: 99 })
    expect([...all].sort()).toEqual(marks)
    expect(drawFromList({ kind: 'chances', seed: 's', list: '', publicValue: 'v', count: 3 })).toEqual([])
  })
  test('depends on seed, list and public value, and fewer prizes are the beginning of more', () => {
    const input = { kind: 'chances' as const, seed: 's1', list: listText(entries), publicValue: '381', count: 6 }
    const winners = drawFromList(input)
    expect(drawFromList({ ...input, seed: 's2' })).not.toEqual(winners)
    expect(drawFromList({ ...input, publicValue: '382' })).not.toEqual(winners)
    expect(drawFromList({ ...input, list: listText(entries.slice(1)) })).not.toEqual(winners)
    expect(drawFromList({ ...input, count: 3 })).toEqual(winners.slice(0, 3))
  })
  test('more chances win as much more often (chi-square over 8,000 fixed draws)', () => {
    const list = listText(entries)
    const total = entries.reduce((sum, { weight }) => sum + weight, 0)
    const won = new Map<string, number>()
    const runs = 8000
    for (let run = 0; run < runs; run++) {
      const [first = ''] = drawFromList({ kind: 'chances', seed: `seed-${run}`, list, publicValue: 'v', count: 1 })
      won.set(first, (won.get(first) ?? 0) + 1)
    }
    const chiSquare = entries.reduce((sum, { mark, weight }) => {
      const expected = (runs * weight) / total
      return sum + ((won.get(mark) ?? 0) - expected) ** 2 / expected
    }, 0)
    expect(chiSquare).toBeLessThan(31.3) // 11 degrees of freedom, 0.1 %
    expect(chiSquare).toBeGreaterThan(1.2) // nor suspiciously even
  })
  test('by score the higher stand first, and equals by lot', () => {
    const list = listText(entries)
    const places = drawFromList({ kind: 'ties', seed: 's', list, publicValue: 'v', count: 12 })
    const scores = places.map((mark) => entries.find((entry) => entry.mark === mark)?.weight)
    expect(scores).toEqual([4, 4, 4, 3, 3, 3, 2, 2, 2, 1, 1, 1])
    const firsts = new Set(
      Array.from(
        { length: 60 },
        (_, run) => drawFromList({ kind: 'ties', seed: `s${run}`, list, publicValue: 'v', count: 1 })[0],
      ),
    )
    expect([...firsts].sort()).toEqual(['M03', 'M07', 'M11'])
  })
  test('a hundred thousand entries and a thousand prizes are drawn at once', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({ mark: `P${index}`, weight: (index % 5) + 1 }))
    const winners = drawFromList({ kind: 'chances', seed: 's', list: listText(many), publicValue: 'v', count: 1000 })
    expect(new Set(winners).size).toBe(1000)
  })
})
