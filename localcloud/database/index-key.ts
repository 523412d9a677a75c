import { typeRank } from './compare-values'
import { isDoc } from './document-value'

/*
 * A key column is TEXT: one character for the type (in MongoDB's order of types), then a payload whose bytes sort as
 * the values do. SQLite compares TEXT by memcmp, so its order of keys is MongoDB's order of values.
 */
const RANKS = '0123456789ABCDEFz'
const double = new Float64Array(1)
const words = new Uint32Array(double.buffer)

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

/** 16 hex digits that sort as the doubles do; NaN lowest, as in MongoDB. */
const encodeNumber = (value: number): string => {
  if (Number.isNaN(value)) return '0000000000000000'
  double[0] = value === 0 ? 0 : value
  const low = words[0] ?? 0
  const high = words[1] ?? 0
  return high >>> 31 ? hex(~high) + hex(~low) : hex(high | 0x80000000) + hex(low)
}

const escapeText = (text: string): string =>
  text.replace(/[\u0000-\u0002]/g, (char) => `\u0002${String.fromCharCode(char.charCodeAt(0) + 65)}`)

const payload = (value: unknown, nested: boolean): string => {
  if (typeof value === 'number') return encodeNumber(value)
  if (typeof value === 'string') return nested ? escapeText(value) : value
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (value === null || value === undefined || typeof value === 'symbol') return ''
  if (value instanceof Date) return encodeNumber(value.getTime())
  if (Array.isArray(value)) return `${value.map((item) => `${encodeNested(item)}\u0001`).join('')}\u0000`
  if (!isDoc(value)) return escapeText(String(value))
  const parts = Object.entries(value).map(
    ([name, inner]) => `${rankOf(inner)}${escapeText(name)}\u0001${payload(inner, true)}\u0001`,
  )
  return `${parts.join('')}\u0000`
}

const rankOf = (value: unknown): string => RANKS.charAt(typeRank(value))
const encodeNested = (value: unknown): string => rankOf(value) + payload(value, true)

/** The key of one value: equal values have equal keys, and keys sort as the values do. */
export const encodeKey = (value: unknown): string => rankOf(value) + payload(value, false)

/** Lowest key of a value's type, and the first key past the type: the bracket a `$gt` or `$lt` stays in. */
export const typeBracket = (value: unknown): { from: string; to: string } => {
  const rank = typeRank(value)
  return { from: RANKS.charAt(rank), to: RANKS.charAt(rank + 1) }
}

export const NULL_KEY = encodeKey(null)
