import fc from 'fast-check'
import { maskPhoneNumber, parsePhoneNumber } from 'types/phone-number'

describe('phone number', () => {
  test.each([
    '13800000000',
    ' 138 0000 0000',
    '138-0000-0000',
    '+8613800000000',
    '+86 138 0000 0000',
    '008613800000000',
  ])('%p is understood', (text) => expect(parsePhoneNumber(text)).toEqual({ ok: true, number: '13800000000' }))
  test.each([
    ['', '请填写手机号。'],
    ['1３800000000', '手机号里有全角数字，请切换到英文输入法重新填写。'],
    ['1380000000', '手机号应为 11 位，现在是 10 位，请核对。'],
    ['138000000000', '手机号应为 11 位，现在是 12 位，请核对。'],
    ['12800000000', '手机号开头不对，请核对前两位。'],
    ['23800000000', '手机号开头不对，请核对前两位。'],
    ['1380000000a', '手机号只能是数字，请核对。'],
  ])('%p is refused with a sentence', (text, reason) => expect(parsePhoneNumber(text)).toEqual({ ok: false, reason }))
  test('any text gets a verdict', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(typeof parsePhoneNumber(text).ok).toBe('boolean')))
  })
  test('the mask hides the middle, and nearly all of what is no number', () => {
    expect(maskPhoneNumber('13800001234')).toBe('138****1234')
    expect(maskPhoneNumber('053212345')).toBe('*******45')
    expect(maskPhoneNumber('1234')).toBe('****')
    expect(maskPhoneNumber('1')).toBe('*')
    expect(maskPhoneNumber('')).toBe('')
  })
})
