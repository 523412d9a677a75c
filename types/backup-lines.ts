/** A value as the database holds it and a backup keeps it. */
type Stored = null | string | number | boolean | Date | readonly unknown[] | Record<string, unknown>

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const encodeObject = (value: Record<string, unknown>): string => {
  const pairs = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${encode(value[key])}`)
  return `{${pairs.join(',')}}`
}

const encode = (value: unknown): string => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (value instanceof Date && !Number.isNaN(value.getTime())) return `{"$date":"${value.toISOString()}"}`
  if (Array.isArray(value)) return `[${value.map(encode).join(',')}]`
  if (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype) return encodeObject(value)
  throw new TypeError(`a backup cannot hold ${value instanceof Date ? 'an invalid date' : typeof value}`)
}

const revive = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(revive)
  if (!isRecord(value)) return value
  if (typeof value.$date === 'string' && Object.keys(value).length === 1) return new Date(value.$date)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, revive(part)]))
}

/**
 * One document as one line: EJSON with keys in order and dates as `{"$date": ISO}`, so that the same document is always
 * the same text.
 * @throws TypeError for what the product never stores: NaN, an invalid date, binary data
 */
export const encodeLine = (doc: Record<string, unknown>): string => encode(doc satisfies Stored)

/** The document behind a line. @throws SyntaxError or TypeError where it is none */
export const decodeLine = (line: string): Record<string, unknown> & { _id: string } => {
  const doc = revive(JSON.parse(line))
  if (!isRecord(doc) || typeof doc._id !== 'string') throw new TypeError('line holds no document')
  return { ...doc, _id: doc._id }
}

/** Every stored file a line names, once. */
export const filesIn = (line: string): string[] => [...new Set(line.match(/cloud:\/\/[^"\\\s]+/g) ?? [])]

const withPrefix = (value: unknown, from: string, to: string): unknown => {
  if (typeof value === 'string') return value.startsWith(from) ? to + value.slice(from.length) : value
  if (Array.isArray(value)) return value.map((part) => withPrefix(part, from, to))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withPrefix(part, from, to)]))
}

const isEventItem = (item: unknown) => isRecord(item) && item.to === 'events'

/**
 * The document with its files in another environment. Events keep their words: their hashes cover them.
 * @param from beginning of the old file ids, `cloud://<environment>.<bucket>/`
 */
export const moveFiles = <Doc extends Record<string, unknown>>(doc: Doc, from: string, to: string): Doc => {
  if (from === to) return doc
  const moved = Object.entries(doc).map(([key, value]) => {
    if (key === 'events') return [key, value]
    if (key === 'outbox' && Array.isArray(value))
      return [key, value.map((item) => (isEventItem(item) ? item : withPrefix(item, from, to)))]
    return [key, withPrefix(value, from, to)]
  })
  return Object.fromEntries(moved) as Doc
}
