import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { Id, deriveId, isId, isReceiptCode, newId, parseReceiptCode, parseScene, receiptCode, toScene } from 'types/ids'
import { sha256Hex, utf8Bytes } from 'types/sha256'

const idOf = (seed: number) => deriveId('test', String(seed))
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

describe('sha256', () => {
  test('agrees with node:crypto on any text, Chinese and emoji included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
  })
  test('a lone surrogate becomes U+FFFD as everywhere else', () => {
    expect([...utf8Bytes('\ud800a')]).toEqual([...Buffer.from('\ud800a', 'utf8')])
  })
})

describe('ids', () => {
  test('a fresh id has the form, and ten thousand of them differ', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(randomBytes))
    expect(ids.every(isId)).toBe(true)
    expect(new Set(ids).size).toBe(10_000)
  })
  test('bytes from 248 on are skipped, so that no letter is likelier', () => {
    const blocks = [Uint8Array.from({ length: 32 }, (_, index) => 248 + (index % 8)), new Uint8Array(32).fill(61)]
    expect(newId(() => blocks.shift() ?? new Uint8Array(32))).toBe('z'.repeat(22))
  })
  test('a derived id is always the same, spread evenly, and keeps its parts apart', () => {
    expect(deriveId('booth', '工会')).toBe(deriveId('booth', '工会'))
    expect(deriveId('a', 'bc')).not.toBe(deriveId('ab', 'c'))
    expect(deriveId('a,b')).not.toBe(deriveId('a', 'b'))
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed++)
      for (const letter of idOf(seed)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    const expected = (3000 * 22) / 62
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(counts.size).toBe(62)
    expect(chiSquare).toBeLessThan(100.9) // 61 degrees of freedom, 0.1 %
  })
  test('the schema refuses another length or letter with a Chinese sentence', () => {
    for (const text of ['', 'a'.repeat(21), 'a'.repeat(23), `${'a'.repeat(21)}-`, `${'a'.repeat(22)}\n`, 7, null]) {
      const parsed = Id.safeParse(text)
      expect(parsed.error?.issues[0]?.message).toBe('编号有误')
    }
    expect(Id.parse(idOf(1))).toBe(idOf(1))
  })
})

describe('scenes', () => {
  test.each(['booth', 'volunteer', 'person', 'invite'] as const)('%s goes there and back, encoded or not', (kind) => {
    const scene = toScene({ kind, id: idOf(2) })
    expect(scene.length).toBeLessThanOrEqual(32)
    expect(scene).toMatch(/^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]+$/)
    expect(parseScene(scene)).toEqual({ kind, id: idOf(2) })
    expect(parseScene(encodeURIComponent(scene))).toEqual({ kind, id: idOf(2) })
  })
  test('anything else is none of ours', () => {
    for (const scene of [undefined, '', 'b=', 'b=short', `x=${idOf(1)}`, `b=${idOf(1)}&x=1`, '%', `b=${idOf(1)} `]) {
      expect(parseScene(scene)).toBeNull()
    }
  })
})

describe('receipt codes', () => {
  test('are nine letters nobody confuses, the same for the same id', () => {
    const codes = Array.from({ length: 2000 }, (_, seed) => receiptCode(idOf(seed)))
    expect(codes.every((code) => /^[2-9A-HJKMNP-Z]{9}$/.test(code) && isReceiptCode(code))).toBe(true)
    expect(new Set(codes).size).toBe(2000)
    expect(receiptCode(idOf(5))).toBe(codes[5])
  })
  test('are understood in lower case, with blanks and hyphens', () => {
    const code = receiptCode(idOf(3))
    expect(parseReceiptCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).toBe(code)
  })
  test('one wrong letter or two swapped letters are always noticed', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(8), fc.nat(30), fc.nat(8), (seed, at, letter, other) => {
        const code = receiptCode(idOf(seed))
        const wrong = [...code]
        wrong[at] = letters.charAt(letter)
        expect(isReceiptCode(wrong.join(''))).toBe(wrong.join('') === code)
        if (at === 8 || other === 8) return
        const swapped = [...code]
        ;[swapped[at], swapped[other]] = [swapped[other] as string, swapped[at] as string]
        expect(isReceiptCode(swapped.join(''))).toBe(swapped.join('') === code)
      }),
      { numRuns: 500 },
    )
  })
})
