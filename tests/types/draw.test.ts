import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { commitDraw, drawWinners, verifyDraw } from 'types/draw'

const entries = Array.from({ length: 20 }, (_, index) => `entry-${String(index).padStart(2, '0')}`)

/** The rule of the docstring written a second time, on node:crypto. */
const reference = (seed: string, list: string[], publicValue: string, count: number): string[] => {
  const sorted = [...list].sort()
  const listHash = createHash('sha256').update(sorted.join('\n')).digest('hex')
  const key = createHmac('sha256', seed).update(`${listHash}\n${publicValue}`).digest('hex')
  const words: number[] = []
  for (let counter = 0; counter < 200; counter++) {
    const block = createHmac('sha256', key).update(String(counter)).digest()
    for (let at = 0; at < 32; at += 4) words.push(block.readUInt32BE(at))
  }
  for (let index = 0; index < count; index++) {
    const limit = sorted.length - index
    let word = words.shift() as number
    while (word >= Math.floor(2 ** 32 / limit) * limit) word = words.shift() as number
    const chosen = index + (word % limit)
    const held = sorted[index] as string
    sorted[index] = sorted[chosen] as string
    sorted[chosen] = held
  }
  return sorted.slice(0, count)
}

describe('draw', () => {
  test('commits to SHA-256 of the seed and of the sorted list', () => {
    expect(commitDraw('abc', ['b', 'a'])).toEqual({
      seedHash: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      listHash: createHash('sha256').update('a\nb').digest('hex'),
    })
  })
  test('follows its published rule', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.nat(20),
        (seed, publicValue, count) => {
          expect(drawWinners({ seed, entries, publicValue, count })).toEqual(
            reference(seed, entries, publicValue, count),
          )
        },
      ),
    )
  })
  test('does not depend on the order of the list, but on seed, list and public value', () => {
    const input = { seed: 's1', entries, publicValue: '上证指数 3000.11', count: 5 }
    const winners = drawWinners(input)
    expect(drawWinners({ ...input, entries: [...entries].reverse() })).toEqual(winners)
    expect(drawWinners({ ...input, seed: 's2' })).not.toEqual(winners)
    expect(drawWinners({ ...input, publicValue: '上证指数 3000.12' })).not.toEqual(winners)
    expect(drawWinners({ ...input, entries: entries.slice(1) })).not.toEqual(winners)
    expect(drawWinners({ ...input, count: 3 })).toEqual(winners.slice(0, 3))
  })
  test('nobody wins twice; with more prizes than people everybody wins once', () => {
    expect([...drawWinners({ seed: 's', entries, publicValue: 'v', count: 99 })].sort()).toEqual(entries)
    expect(drawWinners({ seed: 's', entries, publicValue: 'v', count: 0 })).toEqual([])
    expect(drawWinners({ seed: 's', entries: [], publicValue: 'v', count: 3 })).toEqual([])
  })
  test('every place is equally likely (chi-square over 6,000 fixed draws)', () => {
    const runs = 6000
    const seats = [0, 1, 2].map(() => new Map(entries.map((entry) => [entry, 0])))
    for (let run = 0; run < runs; run++) {
      drawWinners({ seed: `seed-${run}`, entries, publicValue: 'v', count: 3 }).forEach((winner, seat) =>
        seats[seat]?.set(winner, (seats[seat]?.get(winner) ?? 0) + 1),
      )
    }
    const expected = runs / entries.length
    for (const counts of seats) {
      const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      expect(chiSquare).toBeLessThan(43.8) // 19 degrees of freedom, 0.1 %
      expect(chiSquare).toBeGreaterThan(3) // nor suspiciously even
    }
  })
  test.each([[['a', 'a']], [['a', '']], [['a\nb']]])('an ambiguous list %p is refused', (list) => {
    expect(() => commitDraw('s', list)).toThrow(TypeError)
    expect(() => drawWinners({ seed: 's', entries: list, publicValue: 'v', count: 1 })).toThrow(TypeError)
  })
  test('a replay finds an exchanged seed, list or winner', () => {
    const input = { seed: 's', entries, publicValue: 'v', count: 4 }
    const commitment = commitDraw('s', entries)
    const winners = drawWinners(input)
    expect(verifyDraw(input, commitment, winners)).toEqual({ ok: true })
    expect(verifyDraw({ ...input, seed: 't' }, commitment, winners)).toEqual({ ok: false, reason: 'seed' })
    expect(verifyDraw({ ...input, entries: [...entries, 'friend'] }, commitment, winners)).toEqual({
      ok: false,
      reason: 'list',
    })
    expect(verifyDraw({ ...input, publicValue: 'w' }, commitment, winners)).toEqual({ ok: false, reason: 'winners' })
    expect(verifyDraw(input, commitment, [...winners].reverse())).toEqual({ ok: false, reason: 'winners' })
    expect(verifyDraw(input, commitment, winners.slice(1))).toEqual({ ok: false, reason: 'winners' })
  })
})
