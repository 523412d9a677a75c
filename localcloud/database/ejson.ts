import { EJSON } from 'bson'
import { invalidParam } from './cloud-error'
import { bsonTypeOf, isDoc, setOwn, type Doc } from './document-value'

const RARE_TAGS = new Set(['$oid', '$binary', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$uuid', '$symbol'])
const FLAGS = new Set(['i', 'm', 's'])

const toRegExp = (spec: unknown): RegExp => {
  const { pattern, options } = isDoc(spec) ? spec : { pattern: undefined, options: undefined }
  if (typeof pattern !== 'string') throw invalidParam('regular expression without pattern')
  const flags = typeof options === 'string' ? [...new Set(options)].filter((flag) => FLAGS.has(flag)).join('') : ''
  try {
    return new RegExp(pattern, flags)
  } catch {
    throw invalidParam(`Regular expression is invalid: ${pattern}`)
  }
}

const toDate = (spec: unknown): Date => {
  const raw = isDoc(spec) ? Number(spec.$numberLong) : spec
  const date = new Date(typeof raw === 'number' ? raw : Date.parse(String(raw)))
  if (Number.isNaN(date.getTime())) throw invalidParam('invalid $date')
  return date
}

/** The value behind a single-key `{ $tag: … }` object, or undefined when the tag is a query or update operator. */
const reviveTag = (tag: string, value: Doc, now: number): { value: unknown } | undefined => {
  const inner = value[tag]
  if (tag === '$numberInt' || tag === '$numberLong' || tag === '$numberDouble') return { value: Number(inner) }
  if (tag === '$date') return { value: toDate(inner) }
  if (tag === '$regularExpression') return { value: toRegExp(inner) }
  if (tag === '$undefined') return { value: null }
  if (tag === '$tcb_server_date') {
    const offset = isDoc(inner) ? Number(revive(inner.offset, now) ?? 0) : 0
    return { value: new Date(now + (Number.isFinite(offset) ? offset : 0)) }
  }
  if (RARE_TAGS.has(tag)) {
    try {
      return { value: EJSON.deserialize(value) }
    } catch {
      throw invalidParam(`invalid ${tag}`)
    }
  }
  return undefined
}

/** Turns parsed EJSON (v2, canonical or relaxed) into values, in place. `now` is what a server date stands for. */
const revive = (value: unknown, now: number): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i]
      if (typeof item === 'object' && item !== null) value[i] = revive(item, now)
    }
    return value
  }
  const object = value as Doc
  const keys = Object.keys(object)
  const first = keys[0]
  if (keys.length === 1 && first !== undefined && first.charCodeAt(0) === 36) {
    const tagged = reviveTag(first, object, now)
    if (tagged) return tagged.value
  }
  for (const key of keys) {
    const inner = object[key]
    if (typeof inner !== 'object' || inner === null) continue
    const revived = revive(inner, now)
    if (revived !== inner) setOwn(object, key, revived)
  }
  return object
}

/** Parses EJSON text. Throws INVALID_PARAM on anything that is not EJSON. */
export const parseEjson = (text: unknown, now = 0): unknown => {
  if (typeof text !== 'string') throw invalidParam('EJSON text expected')
  let plain: unknown
  try {
    plain = JSON.parse(text)
  } catch {
    throw invalidParam('request is not EJSON')
  }
  return text.includes('"$') ? revive(plain, now) : plain
}

/** Parses one stored document. */
export const parseDoc = (text: string): Doc => parseEjson(text) as Doc

const plainNumber = (value: number): unknown => {
  if (Number.isFinite(value)) return Object.is(value, -0) ? { $numberDouble: '-0.0' } : value
  return { $numberDouble: Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity' }
}

/** EJSON as plain JSON values; what holds nothing special is handed back as it is. */
const toPlain = (value: unknown): unknown => {
  if (typeof value === 'number') return plainNumber(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined
    for (let i = 0; i < value.length; i++) {
      const plain = toPlain(value[i])
      if (plain !== value[i]) (copy ??= value.slice())[i] = plain
    }
    return copy ?? value
  }
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (bsonTypeOf(value) !== undefined || ArrayBuffer.isView(value)) return EJSON.serialize({ value }).value
  const object = value as Doc
  let copy: Doc | undefined
  for (const key of Object.keys(object)) {
    const plain = toPlain(object[key])
    if (plain !== object[key]) setOwn((copy ??= { ...object }), key, plain)
  }
  return copy ?? object
}

/** EJSON text of a value: numbers plain, dates as ISO, the rest tagged. The SDK reads it back into the same values. */
export const stringifyEjson = (value: unknown): string => JSON.stringify(toPlain(value)) ?? 'null'
