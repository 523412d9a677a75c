import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { requestFailed } from './cloud-error'
import { compareValues, typeRank } from './compare-values'
import { bsonTypeOf, isDoc } from './document-value'
import { geoIntersects, geoWithin, nearDistance, readNear } from './geo-query'

type Test = (value: unknown) => boolean
type Operator = (path: string, value: unknown, options: Options) => (doc: unknown) => boolean

const DIGITS = /^\d+$/

const walk = (value: unknown, parts: string[], at: number, test: Test): boolean => {
  const part = parts[at]
  if (part === undefined) return test(value)
  if (Array.isArray(value)) {
    const offset = DIGITS.test(part) ? Number(part) : -1
    if (offset >= 0 && offset < value.length && walk(value[offset], parts, at + 1, test)) return true
    return value.some(
      (item) => isDoc(item) && walk(Object.hasOwn(item, part) ? item[part] : undefined, parts, at + 1, test),
    )
  }
  if (isDoc(value) && Object.hasOwn(value, part)) return walk(value[part], parts, at + 1, test)
  return walk(undefined, [], 0, test)
}

/** Some value the path leads to passes; arrays on the way are opened, the one at the end is handed over whole. */
const onLeaf =
  (make: (value: unknown, options: Options) => Test): Operator =>
  (path, value, options) => {
    const parts = path.split('.')
    const test = make(value, options)
    return (doc) => walk(doc, parts, 0, test)
  }

/** As `onLeaf`, and each element of an array at the end counts too. */
const onElement = (make: (value: unknown, options: Options) => Test): Operator =>
  onLeaf((value, options) => {
    const test = make(value, options)
    return (leaf) => (Array.isArray(leaf) && leaf.some(test)) || test(leaf)
  })

const not =
  (operator: Operator): Operator =>
  (path, value, options) => {
    const test = operator(path, value, options)
    return (doc) => !test(doc)
  }

export const isSame = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0

const equal =
  (wanted: unknown): Test =>
  (value) =>
    isSame(value, wanted)

const equalOrPattern = (wanted: unknown): Test => {
  if (!(wanted instanceof RegExp)) return equal(wanted)
  return (value) => (typeof value === 'string' ? wanted.test(value) : equal(wanted)(value))
}

const oneOf = (wanted: unknown): Test => {
  if (!Array.isArray(wanted)) throw requestFailed('$in needs an array')
  const texts = new Set(wanted.filter((item) => typeof item === 'string'))
  const tests = wanted.filter((item) => typeof item !== 'string').map(equalOrPattern)
  return (value) => (typeof value === 'string' && texts.has(value)) || tests.some((test) => test(value))
}

const ordered =
  (passes: (order: number) => boolean) =>
  (wanted: unknown): Test => {
    const rank = typeRank(wanted)
    const open = Number.isNaN(wanted)
    return (value) => typeRank(value) === rank && Number.isNaN(value) === open && passes(compareValues(value, wanted))
  }

const TYPE_NAMES: Record<string, (value: unknown) => boolean> = {
  double: (value) => typeof value === 'number' && !Number.isInteger(value),
  string: (value) => typeof value === 'string',
  object: isDoc,
  array: Array.isArray,
  binData: (value) => bsonTypeOf(value) === 'Binary' || bsonTypeOf(value) === 'UUID',
  objectId: (value) => bsonTypeOf(value) === 'ObjectId',
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  timestamp: (value) => bsonTypeOf(value) === 'Timestamp',
  long: (value) => Number.isInteger(value) && Math.abs(value as number) >= 2 ** 31,
  decimal: (value) => bsonTypeOf(value) === 'Decimal128',
  number: (value) => typeof value === 'number' || bsonTypeOf(value) === 'Decimal128',
}
const TYPE_CODES: Record<number, string> = {
  1: 'double', 2: 'string', 3: 'object', 4: 'array', 5: 'binData', 7: 'objectId', 8: 'bool', 9: 'date', 10: 'null',
  11: 'regex', 16: 'int', 17: 'timestamp', 18: 'long', 19: 'decimal',
} // prettier-ignore

/** Tests a value against type names or BSON type numbers, as `$type` and `$jsonSchema` take them. */
export const typeTest = (wanted: unknown): Test => {
  const tests = (Array.isArray(wanted) ? wanted : [wanted]).map((type: unknown) => {
    const name = typeof type === 'number' ? TYPE_CODES[type] : String(type)
    const test = name === undefined ? undefined : TYPE_NAMES[name]
    if (!test) throw requestFailed(`Unknown type name alias: ${String(type)}`)
    return test
  })
  return (value) => tests.some((test) => test(value))
}

const modulo = (wanted: unknown): Test => {
  const [divisor, rest] = Array.isArray(wanted) ? (wanted as unknown[]) : []
  if (typeof divisor !== 'number' || typeof rest !== 'number') throw requestFailed('malformed mod, not enough elements')
  if (Math.trunc(divisor) === 0) throw requestFailed('divisor cannot be 0')
  return (value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(rest)
}

const elementTest = (criteria: unknown, options: Options): Test => {
  if (!isDoc(criteria)) throw requestFailed('$elemMatch needs an Object')
  const [first] = Object.keys(criteria)
  const plain = first?.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)
  const query = new Query(plain ? { element: criteria } : criteria, options)
  if (plain) return (element) => query.test({ element })
  return (element) => isDoc(element) && query.test(element)
}

const elemMatch = (criteria: unknown, options: Options): Test => {
  const test = elementTest(criteria, options)
  return (leaf) => Array.isArray(leaf) && leaf.some(test)
}

const $all: Operator = (path, wanted, options) => {
  if (!Array.isArray(wanted)) throw requestFailed('$all needs an array')
  const tests = wanted.map((item: unknown) =>
    isDoc(item) && '$elemMatch' in item
      ? onLeaf(elemMatch)(path, item.$elemMatch, options)
      : onElement(equalOrPattern)(path, item, options),
  )
  return (doc) => tests.length > 0 && tests.every((test) => test(doc))
}

const size = (wanted: unknown): Test => {
  if (typeof wanted !== 'number' || !Number.isInteger(wanted) || wanted < 0)
    throw requestFailed('$size must be a whole number')
  return (leaf) => Array.isArray(leaf) && leaf.length === wanted
}

const pattern = (wanted: unknown): Test => {
  const regexp = wanted instanceof RegExp ? wanted : new RegExp(String(wanted))
  return (value) => typeof value === 'string' && regexp.test(value)
}

const present: Operator = (path, wanted, options) => {
  const exists = onLeaf(() => (leaf) => leaf !== undefined)
  return (wanted ? exists : not(exists))(path, wanted, options)
}

const near = (wanted: unknown): Test => {
  const circle = readNear(wanted)
  return (leaf) => nearDistance(leaf, circle) !== null
}

/** The query operators as MongoDB means them, in the form the evaluator takes. */
export const queryOperators: Record<string, Operator> = {
  $eq: onElement(equal),
  $ne: not(onElement(equal)),
  $in: onElement(oneOf),
  $nin: not(onElement(oneOf)),
  $gt: onElement(ordered((order) => order > 0)),
  $gte: onElement(ordered((order) => order >= 0)),
  $lt: onElement(ordered((order) => order < 0)),
  $lte: onElement(ordered((order) => order <= 0)),
  $exists: present,
  $type: onElement(typeTest),
  $mod: onElement(modulo),
  $all,
  $size: onLeaf(size),
  $elemMatch: onLeaf(elemMatch),
  $regex: onElement(pattern),
  $near: onLeaf(near),
  $nearSphere: onLeaf(near),
  $geoWithin: onLeaf((spec) => geoWithin(spec).test),
  $geoIntersects: onLeaf((spec) => geoIntersects(spec).test),
}
