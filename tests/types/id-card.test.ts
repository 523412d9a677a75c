import fc from 'fast-check'
import { ageOn, idCardCheckCharacter, maskIdCard, parseIdCard } from 'types/id-card'

const today = new Date('2026-02-28T04:00:00Z')
const complete = (body: string) => body + idCardCheckCharacter(body)
// Area 990100 belongs to no place.
const card = (birth: string, order = '001') => complete(`990100${birth}${order}`)

const anyBirth = fc
  .date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2026-02-27T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyBody = fc
  .tuple(anyBirth, fc.integer({ min: 0, max: 999 }))
  .map(([birth, order]) => `990100${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`)

const reasonOf = (text: string) => {
  const verdict = parseIdCard(text, today)
  return verdict.ok ? null : verdict.reason
}

describe('id card', () => {
  test('the worked example of GB 11643 has its published check character', () => {
    expect(idCardCheckCharacter('11010519491231002')).toBe('X')
    expect(idCardCheckCharacter('44052418800101001')).toBe('4')
  })
  test('tells birth date, sex, area and age', () => {
    expect(parseIdCard(card('19900131', '002'), today)).toEqual({
      ok: true,
      number: card('19900131', '002'),
      birthDate: '1990-01-31',
      sex: 'female',
      area: '990100',
      age: 36,
    })
    expect(parseIdCard(card('19900131', '003'), today)).toMatchObject({ sex: 'male' })
  })
  test('accepts a lower-case x and blanks, and normalises them', () => {
    const withX = Array.from({ length: 1000 }, (_, order) => card('19850607', String(order).padStart(3, '0'))).find(
      (text) => text.endsWith('X'),
    ) as string
    const typed = ` ${withX.slice(0, 6)} ${withX.slice(6, 14)} ${withX.slice(14).toLowerCase()}`
    expect(parseIdCard(typed, today)).toMatchObject({ ok: true, number: withX })
  })
  test.each([
    ['', '请填写身份证号码。'],
    [card('19900131').replace('9', '９'), '身份证号码里有全角字符，请切换到英文输入法重新填写。'],
    ['990100900131001', '15 位的一代身份证已经停用，请填写 18 位身份证号码。'],
    [card('19900131').slice(0, 17), '身份证号码应为 18 位，现在是 17 位，请核对。'],
    [`${card('19900131')}1`, '身份证号码应为 18 位，现在是 19 位，请核对。'],
    [`A${card('19900131').slice(1)}`, '身份证号码只能是数字，最后一位可以是 X，请核对。'],
    [`0${card('19900131').slice(1)}`, '身份证号码只能是数字，最后一位可以是 X，请核对。'],
    [card('19900230'), '身份证号码里的出生日期不存在，请核对第 7 到 14 位。'],
    [card('19000229'), '身份证号码里的出生日期不存在，请核对第 7 到 14 位。'],
    [card('19901301'), '身份证号码里的出生日期不存在，请核对第 7 到 14 位。'],
    [card('20260301'), '身份证号码里的出生日期晚于今天，请核对第 7 到 14 位。'],
    [card('18800101'), '身份证号码里的出生日期太早，请核对第 7 到 14 位。'],
  ])('%p is refused with a sentence', (text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })
  test('born today in Shanghai is not the future, though UTC is still on yesterday', () => {
    const earlyMorning = new Date('2026-02-28T16:30:00Z')
    expect(parseIdCard(card('20260301'), earlyMorning)).toMatchObject({ ok: true, age: 0 })
    expect(reasonOf(card('20260301'))).not.toBeNull()
  })
  test('every well-formed number passes and gives its own birth date', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const verdict = parseIdCard(complete(body), today)
        expect(verdict.ok && verdict.birthDate.replaceAll('-', '')).toBe(body.slice(6, 14))
      }),
    )
  })
  test('one wrong character or two swapped neighbours never pass', () => {
    fc.assert(
      fc.property(anyBody, fc.nat(17), fc.constantFrom(...'0123456789X'), (body, at, character) => {
        const good = complete(body)
        const wrong = good.slice(0, at) + character + good.slice(at + 1)
        if (wrong !== good) expect(parseIdCard(wrong, today).ok).toBe(false)
        const neighbours = [...good]
        ;[neighbours[at % 17], neighbours[(at % 17) + 1]] = [good.charAt((at % 17) + 1), good.charAt(at % 17)]
        if (neighbours.join('') !== good) expect(parseIdCard(neighbours.join(''), today).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
  test('any text gets a verdict, never an exception', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => void expect(typeof parseIdCard(text, today).ok).toBe('boolean'),
      ),
    )
  })
  test('age is full on the birthday; of 29 February on 1 March of common years', () => {
    expect(ageOn('2008-02-28', '2026-02-27')).toBe(17)
    expect(ageOn('2008-02-28', '2026-02-28')).toBe(18)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
    expect(ageOn('2008-02-29', '2028-02-29')).toBe(20)
  })
  test('the mask keeps neither the birth date nor the length of what is no number', () => {
    expect(maskIdCard(card('19900131'))).toMatch(/^990\*{11}\d{3}[\dX]$/)
    expect(maskIdCard('12345')).toBe('*****')
  })
})
