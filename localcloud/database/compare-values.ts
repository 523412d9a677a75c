import { bsonTypeOf, isDoc } from './document-value'

/** Marks the key of an empty array: below null, as MongoDB sorts it. */
export const UNDEFINED = Symbol('undefined')

const BSON_RANK: Record<string, number> = {
  MinKey: 0,
  Symbol: 4,
  BSONSymbol: 4,
  Long: 3,
  Double: 3,
  Int32: 3,
  Decimal128: 3,
  Binary: 7,
  UUID: 7,
  ObjectId: 8,
  Timestamp: 11,
  MaxKey: 15,
}

/** Place of a value's type in MongoDB's comparison order: null 2, numbers 3, text 4 … regular expressions 12. */
export const typeRank = (value: unknown): number => {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 3
    case 'string':
      return 4
    case 'boolean':
      return 9
    case 'symbol':
      return 1
    case 'undefined':
      return 2
  }
  if (value === null) return 2
  if (Array.isArray(value)) return 6
  if (value instanceof Date) return 10
  if (value instanceof RegExp) return 12
  if (ArrayBuffer.isView(value)) return 7
  return BSON_RANK[bsonTypeOf(value) ?? ''] ?? 5
}

/** Order of text by code point (UTF-8 bytes), which is not JavaScript's order of UTF-16 units. */
const compareText = (a: string, b: string): number => {
  const size = Math.min(a.length, b.length)
  for (let i = 0; i < size; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const surrogateX = x >= 0xd800 && x <= 0xdfff
    const surrogateY = y >= 0xd800 && y <= 0xdfff
    if (surrogateX !== surrogateY) return surrogateX ? 1 : -1
    return x < y ? -1 : 1
  }
  return a.length - b.length
}

const compareNumbers = (a: number, b: number): number => {
  if (a < b) return -1
  if (a > b) return 1
  if (a === b) return 0
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1
}

const compareLists = (a: unknown[], b: unknown[]): number => {
  const size = Math.min(a.length, b.length)
  for (let i = 0; i < size; i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

const compareDocs = (a: object, b: object): number => {
  const left = Object.entries(a)
  const right = Object.entries(b)
  const size = Math.min(left.length, right.length)
  for (let i = 0; i < size; i++) {
    const [nameA, valueA] = left[i] as [string, unknown]
    const [nameB, valueB] = right[i] as [string, unknown]
    const order = typeRank(valueA) - typeRank(valueB) || compareText(nameA, nameB) || compareValues(valueA, valueB)
    if (order !== 0) return order
  }
  return left.length - right.length
}

/** Total order of MongoDB over all values; missing equals null. Negative, zero or positive. */
export const compareValues = (a: unknown, b: unknown): number => {
  const rank = typeRank(a)
  const other = typeRank(b)
  if (rank !== other) return rank - other
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime())
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b)
  if (rank <= 2 || a === b) return 0
  return compareText(String(a), String(b))
}
