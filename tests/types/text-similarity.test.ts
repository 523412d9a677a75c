import fc from 'fast-check'
import { searchTerms, similarity } from 'types/text-similarity'

describe('search terms', () => {
  test('are Chinese pairs and whole words and numbers', () => {
    expect(searchTerms('青山化工厂2号车间 AQ-2026')).toEqual([
      '青山',
      '山化',
      '化工',
      '工厂',
      '2',
      '号车',
      '车间',
      'aq',
      '2026',
    ])
    expect(searchTerms('ＡＢ公司')).toEqual(['ab', '公司'])
    expect(searchTerms('，。 ')).toEqual([])
    expect(searchTerms('厂')).toEqual(['厂'])
  })
  test('a part of a name of two characters or more finds the name', () => {
    const name = fc.stringMatching(/^[一-龥]{2,20}$/)
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % (text.length - 1)
        const part = text.slice(start, start + 2 + (length % (text.length - start - 1)))
        expect(searchTerms(text)).toEqual(expect.arrayContaining(searchTerms(part)))
      }),
    )
  })
  test('are at most 30, distinct, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const terms = searchTerms(text)
        expect(terms.length).toBeLessThanOrEqual(30)
        expect(new Set(terms).size).toBe(terms.length)
        expect(terms.every((term) => term.length > 0 && [...term].length <= 20)).toBe(true)
      }),
    )
    expect(searchTerms('一二三四五六七八九十'.repeat(1) + '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥')).toHaveLength(
      30,
    )
  })
})

describe('similarity', () => {
  test('is 1 for the same words, 0 for nothing in common', () => {
    expect(similarity('灭火器，已过期！', '灭火器已过期')).toBe(1)
    expect(similarity('灭火器已过期', '安全出口堵塞')).toBe(0)
    expect(similarity('', '')).toBe(1)
    expect(similarity('', '灭火器')).toBe(0)
    expect(similarity('安', '安')).toBe(1)
  })
  test('by hand: night and nacht share one pair of eight; 灭火器过期 and 灭火器已过期 three of nine', () => {
    expect(similarity('night', 'nacht')).toBeCloseTo(2 / 8)
    expect(similarity('灭火器过期', '灭火器已过期')).toBeCloseTo(6 / 9)
    expect(similarity('aaaa', 'aa')).toBeCloseTo(2 / 4)
  })
  test('does not depend on the order and stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (left, right) => {
        expect(similarity(left, right)).toBe(similarity(right, left))
        expect(similarity(left, right)).toBeGreaterThanOrEqual(0)
        expect(similarity(left, right)).toBeLessThanOrEqual(1)
        expect(similarity(left, left)).toBe(1)
      }),
    )
  })
})
