import { writeError } from './cloud-error'
import { compileMatcher } from './compile-matcher'
import { typeRank } from './compare-values'
import { cloneValue, isDoc, type Doc } from './document-value'
import { stringifyEjson } from './ejson'
import { isSame } from './query-operators'
import { sortDocuments, type SortKey } from './sort-documents'
import { checkStorable } from './storable'
import type { Slot } from './update-slot'

const TYPE_NAMES = ['minKey', 'undefined', 'null', 'double', 'string', 'object', 'array', 'binData', 'objectId', 'bool', 'date', 'timestamp', 'regex'] // prettier-ignore

/** BSON type name of a value, as error texts use it. */
export const typeName = (value: unknown): string => {
  if (typeof value === 'number' && Number.isInteger(value)) return Math.abs(value) < 2 ** 31 ? 'int' : 'long'
  return TYPE_NAMES[typeRank(value)] ?? 'maxKey'
}

const shownId = (doc: Doc): string => `{_id: ${stringifyEjson(doc._id ?? null)}}`

type Push = { each: unknown[]; position: number; slice: number | null; sort: SortKey[] | 1 | -1 | null }

const wholeNumber = (value: unknown, name: string): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw writeError(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
  }
  return value
}

const readSort = (value: unknown): Push['sort'] => {
  if (value === 1 || value === -1) return value
  if (!isDoc(value))
    throw writeError(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  return Object.entries(value).map(([field, order]) => ({ field, order: order === -1 ? -1 : 1 }))
}

const readPush = (operand: unknown): Push => {
  if (!isDoc(operand) || !Object.keys(operand).some((key) => key.startsWith('$'))) {
    return { each: [operand], position: Infinity, slice: null, sort: null }
  }
  const { $each, $position, $slice, $sort, ...rest } = operand
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw writeError(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray($each)) {
    throw writeError(`The argument to $each in $push must be an array but it was of type: ${typeName($each)}`)
  }
  return {
    each: $each,
    position: $position === undefined ? Infinity : wholeNumber($position, '$position'),
    slice: $slice === undefined ? null : wholeNumber($slice, '$slice'),
    sort: $sort === undefined ? null : readSort($sort),
  }
}

const sortedElements = (list: unknown[], sort: NonNullable<Push['sort']>): unknown[] =>
  typeof sort === 'number'
    ? sortDocuments(list, [{ field: 'e', order: sort }], (item) => ({ e: Array.isArray(item) ? { a: item } : item }))
    : sortDocuments(list, sort, (item) => item)

/** `$push` with `$each`, `$position`, `$sort`, `$slice`, in MongoDB's order. */
export const push = (slot: Slot, operand: unknown, doc: Doc): void => {
  const { each, position, slice, sort } = readPush(operand)
  const current = slot.get() ?? (slot.has() ? null : [])
  if (!Array.isArray(current)) {
    throw writeError(
      `The field '${slot.path}' must be an array but is of type ${typeName(current)} in document ${shownId(doc)}`,
    )
  }
  checkStorable(each, slot.path)
  const at = position < 0 ? Math.max(0, current.length + position) : Math.min(position, current.length)
  let list = [...current.slice(0, at), ...each.map(cloneValue), ...current.slice(at)]
  if (sort !== null) list = sortedElements(list, sort)
  if (slice !== null) list = slice >= 0 ? list.slice(0, slice) : list.slice(slice)
  slot.set(list)
}

/** `$addToSet`: what is there already is not added again. */
export const addToSet = (slot: Slot, operand: unknown): void => {
  const current = slot.get() ?? (slot.has() ? null : [])
  if (!Array.isArray(current)) {
    throw writeError(
      `Cannot apply $addToSet to non-array field. Field named '${slot.path}' has non-array type ${typeName(current)}`,
    )
  }
  const each = isDoc(operand) && '$each' in operand ? operand.$each : [operand]
  if (!Array.isArray(each)) {
    throw writeError(`The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`)
  }
  checkStorable(each, slot.path)
  const list = [...(current as unknown[])]
  for (const item of each) if (!list.some((other) => isSame(other, item))) list.push(cloneValue(item))
  slot.set(list)
}

const existingList = (slot: Slot, operator: string): unknown[] | null => {
  if (!slot.has()) return null
  const current = slot.get()
  if (!Array.isArray(current)) throw writeError(`Cannot apply ${operator} to a non-array value`)
  return current
}

/** The test `$pull` makes of each element: a condition, a query on embedded documents, or equality. */
const pullTest = (operand: unknown): ((item: unknown) => boolean) => {
  if (operand instanceof RegExp) return (item) => typeof item === 'string' && operand.test(item)
  if (!isDoc(operand)) return (item) => isSame(item, operand)
  const [first] = Object.keys(operand)
  if (first?.startsWith('$') && !['$and', '$or', '$nor'].includes(first)) {
    const matches = compileMatcher({ e: operand })
    return (item) => matches({ e: item })
  }
  const matches = compileMatcher(operand)
  return (item) => isDoc(item) && matches(item)
}

export const pull = (slot: Slot, operand: unknown): void => {
  const list = existingList(slot, '$pull')
  if (!list) return
  const goes = pullTest(operand)
  slot.set(list.filter((item) => !goes(item)))
}

export const pullAll = (slot: Slot, operand: unknown): void => {
  if (!Array.isArray(operand))
    throw writeError(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  const list = existingList(slot, '$pull')
  if (list) slot.set(list.filter((item) => !operand.some((other) => isSame(other, item))))
}

/** `$pop`: 1 takes the last element, -1 the first. */
export const pop = (slot: Slot, operand: unknown): void => {
  if (operand !== 1 && operand !== -1) throw writeError(`$pop expects 1 or -1, found: ${stringifyEjson(operand)}`)
  if (!slot.has()) return
  const current = slot.get()
  if (!Array.isArray(current)) {
    throw writeError(`Path '${slot.path}' contains an element of non-array type '${typeName(current)}'`)
  }
  slot.set(operand === 1 ? current.slice(0, -1) : current.slice(1))
}
