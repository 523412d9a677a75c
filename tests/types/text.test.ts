import fc from 'fast-check'
import { clip, codePoints, take } from 'types/text'

describe('text', () => {
  test('clips by code point and never splits a pair', () => {
    expect(clip('安全生产', 4)).toBe('安全生产')
    expect(clip('安全生产法', 4)).toBe('安全生…')
    expect(clip('😀😀😀', 2)).toBe('😀…')
    expect(clip('ab cd', 4)).toBe('ab…')
    expect(clip('abc', 0)).toBe('')
  })
  test('is never longer than asked, and unchanged when it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(12), (text, max) => {
        expect(codePoints(clip(text, max))).toBeLessThanOrEqual(max)
        expect(codePoints(take(text, max))).toBeLessThanOrEqual(max)
        if (codePoints(text) <= max) expect([clip(text, max), take(text, max)]).toEqual([text, text])
        else expect(text.startsWith(take(text, max))).toBe(true)
      }),
    )
  })
})
