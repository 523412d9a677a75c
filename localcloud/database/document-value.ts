/** A stored document, or any embedded one, with Date, RegExp and bson values inside. */
export type Doc = Record<string, unknown>

/** True for an embedded document: neither array nor Date, RegExp, bson value or byte array. */
export const isDoc = (value: unknown): value is Doc => {
  if (typeof value !== 'object' || value === null) return false
  const proto: unknown = Object.getPrototypeOf(value)
  return proto === Object.prototype || proto === null
}

/** The bson type tag of ObjectId, Binary, Decimal128 … or undefined for everything JavaScript has itself. */
export const bsonTypeOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || !('_bsontype' in value)) return undefined
  return typeof value._bsontype === 'string' ? value._bsontype : undefined
}

/** Deep copy; Dates are copied, RegExp and bson values are immutable here and shared. */
export const cloneValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(cloneValue)
  if (value instanceof Date) return new Date(value.getTime())
  if (!isDoc(value)) return value
  const copy: Doc = {}
  for (const key of Object.keys(value)) setOwn(copy, key, cloneValue(value[key]))
  return copy
}

/** Sets an own property whatever its name: a document may hold a key called `__proto__`. */
export const setOwn = (target: Doc, key: string, value: unknown): void => {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true })
  } else target[key] = value
}
