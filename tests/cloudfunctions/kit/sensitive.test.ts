import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { AppError } from 'types/app-error'
import { fingerprint, isStale, open, seal } from '../../../cloudfunctions/kit/sensitive'

const key = () => randomBytes(32).toString('base64')
const [first, second] = [key(), key()]
const place = 'volunteers/0001/idNumber'

const reasonOf = (run: () => unknown): string | undefined => {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError && error.code === 'INTERNAL') return error.reason
    throw error
  }
  return undefined
}

beforeEach(() => {
  process.env.SENSITIVE_KEYS = `k1:${first}`
  process.env.HMAC_KEY = key()
})
afterAll(() => {
  delete process.env.SENSITIVE_KEYS
  delete process.env.HMAC_KEY
})

describe('seal and open', () => {
  test('give back any text, and never the same ciphertext twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const sealed = seal(plain, place)
        expect(open(sealed, place)).toBe(plain)
        expect(seal(plain, place)).not.toBe(sealed)
        expect(sealed).toMatch(/^k1\.[\w-]{16}\.[\w-]{22}\.[\w-]*$/)
      }),
    )
    expect(seal('990100199001310017', place)).not.toContain('9901')
  })
  test('a ciphertext opens only in its own place', () => {
    expect(reasonOf(() => open(seal('secret', place), 'volunteers/0002/idNumber'))).toContain('密文校验没有通过')
  })
  test('a flipped bit anywhere is noticed', () => {
    const sealed = seal('990100199001310017', place)
    for (const part of [1, 2, 3]) {
      const parts = sealed.split('.')
      const bytes = Buffer.from(parts[part] as string, 'base64url')
      for (let at = 0; at < bytes.length; at++) {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] as number) ^ 1
        const forged = parts.map((text, index) => (index === part ? changed.toString('base64url') : text)).join('.')
        expect(reasonOf(() => open(forged, place))).toContain('密文校验没有通过')
      }
    }
  })
  test('the key id cannot be exchanged even when both ids hold the same key', () => {
    process.env.SENSITIVE_KEYS = `k1:${first},k2:${first}`
    expect(reasonOf(() => open(seal('secret', place).replace(/^k1/, 'k2'), place))).toContain('密文校验没有通过')
  })
  test.each(['', 'k1', 'k1.a.b.c', 'plain text', '990100199001310017'])('%p is no ciphertext', (text) => {
    expect(reasonOf(() => open(text, place))).toContain('密文格式有误')
  })
})

describe('key rotation', () => {
  test('the first key seals, the old one still opens, stale values are told apart', () => {
    const old = seal('secret', place)
    process.env.SENSITIVE_KEYS = `k2:${second},k1:${first}`
    expect(open(old, place)).toBe('secret')
    expect(isStale(old)).toBe(true)
    const renewed = seal(open(old, place), place)
    expect(renewed.startsWith('k2.')).toBe(true)
    expect(isStale(renewed)).toBe(false)
    process.env.SENSITIVE_KEYS = `k2:${second}`
    expect(open(renewed, place)).toBe('secret')
    expect(reasonOf(() => open(old, place))).toContain('找不到编号为 k1 的密钥')
  })
  test.each([
    [undefined, 'SENSITIVE_KEYS 未设置'],
    [' , ', 'SENSITIVE_KEYS 未设置'],
    ['nonsense', '格式应为'],
    ['k1:c2hvcnQ=', '32 字节密钥'],
    [`k1:${first},k1:${second}`, '出现了两次'],
  ])('%p tells the operator what is wrong, without the key', (keys, words) => {
    if (keys === undefined) delete process.env.SENSITIVE_KEYS
    else process.env.SENSITIVE_KEYS = keys
    const reason = reasonOf(() => seal('secret', place))
    expect(reason).toContain(words)
    expect(reason).not.toContain(first)
    expect(reason).not.toContain('c2hvcnQ')
  })
})

describe('fingerprint', () => {
  test('is the same for the same value and key only', () => {
    const mark = fingerprint('990100199001310017')
    expect(fingerprint('990100199001310017')).toBe(mark)
    expect(fingerprint('990100199001310025')).not.toBe(mark)
    process.env.HMAC_KEY = key()
    expect(fingerprint('990100199001310017')).not.toBe(mark)
  })
  test('without a key the operator reads why', () => {
    delete process.env.HMAC_KEY
    expect(reasonOf(() => fingerprint('x'))).toContain('HMAC_KEY 未设置')
    process.env.HMAC_KEY = 'c2hvcnQ='
    expect(reasonOf(() => fingerprint('x'))).toContain('HMAC_KEY 应是 32 字节')
  })
})
