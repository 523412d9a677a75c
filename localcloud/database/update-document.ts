import { addToSet, pop, pull, pullAll, push, typeName } from './array-updates'
import { invalidOperator, writeError } from './cloud-error'
import { compareValues } from './compare-values'
import { cloneValue, isDoc, type Doc } from './document-value'
import { stringifyEjson } from './ejson'
import { isSame } from './query-operators'
import { checkStorable } from './storable'
import { concretePaths, openSlot, type Slot } from './update-slot'

/** What an update knows besides the document: the filter it was found by, the time, and whether it is being made. */
type UpdateContext = { filter: Doc; now: number; inserting: boolean }

type Apply = (slot: Slot, operand: unknown, doc: Doc, context: UpdateContext) => void

const shown = (slot: Slot, operand: unknown): string => `{${slot.path}: ${stringifyEjson(operand)}}`

const numeric =
  (operator: string, verb: string, empty: number, combine: (a: number, b: number) => number): Apply =>
  (slot, operand, doc) => {
    if (typeof operand !== 'number')
      throw writeError(`Cannot ${verb} with non-numeric argument: ${shown(slot, operand)}`)
    const current = slot.has() ? slot.get() : empty
    if (typeof current !== 'number') {
      throw writeError(
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${stringifyEjson(doc._id ?? null)}} has the field '${slot.path}' of non-numeric type ${typeName(current)}`,
      )
    }
    slot.set(combine(current, operand))
  }

const set: Apply = (slot, operand) => {
  checkStorable(operand, slot.path)
  slot.set(cloneValue(operand))
}

const limit =
  (sign: 1 | -1): Apply =>
  (slot, operand) => {
    if (!slot.has() || compareValues(operand, slot.get()) * sign > 0) slot.set(cloneValue(operand))
  }

const bit: Apply = (slot, operand, doc) => {
  const [entry, more] = isDoc(operand) ? Object.entries(operand) : []
  const [name, value] = entry ?? []
  if (more || typeof value !== 'number' || !Number.isInteger(value)) {
    throw writeError(
      `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(value)}' is not supported here: ${shown(slot, operand)}`,
    )
  }
  const current = slot.has() ? slot.get() : 0
  if (typeof current !== 'number' || !Number.isInteger(current)) {
    throw writeError(
      `Cannot apply $bit to a value of non-integral type.{_id: ${stringifyEjson(doc._id ?? null)}} has the field ${slot.path} of non-integer type ${typeName(current)}`,
    )
  }
  const a = BigInt(current)
  const b = BigInt(value)
  const results: Record<string, bigint> = { and: a & b, or: a | b, xor: a ^ b }
  const result = results[name ?? '']
  if (result === undefined)
    throw writeError(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name ?? ''}'`)
  slot.set(Number(result))
}

const currentDate: Apply = (slot, operand, _doc, { now }) => {
  const valid =
    operand === true ||
    operand === false ||
    (isDoc(operand) && (operand.$type === 'date' || operand.$type === 'timestamp'))
  if (!valid) throw writeError(`${typeName(operand)} is not valid type for $currentDate.`)
  slot.set(new Date(now))
}

/** Operators that make what is missing on their path, and those that leave it missing. */
const creating = new Map<string, Apply>(
  Object.entries({
    $set: set,
    $setOnInsert: (slot, operand, doc, context) => {
      if (context.inserting) set(slot, operand, doc, context)
    },
    $inc: numeric('$inc', 'increment', 0, (a, b) => a + b),
    $mul: numeric('$mul', 'multiply', 0, (a, b) => a * b),
    $min: limit(-1),
    $max: limit(1),
    $currentDate: currentDate,
    $bit: bit,
    $push: push,
    $addToSet: addToSet,
  } satisfies Record<string, Apply>),
)
const leaving = new Map<string, Apply>(
  Object.entries({
    $unset: (slot) => slot.unset(),
    $pull: pull,
    $pullAll: pullAll,
    $pop: pop,
  } satisfies Record<string, Apply>),
)

const rename = (doc: Doc, from: string, to: unknown): void => {
  if (typeof to !== 'string')
    throw writeError(`The 'to' field for $rename must be a string: ${from}: ${stringifyEjson(to)}`)
  if (from === to) throw writeError(`The source and target field for $rename must differ: ${from}: "${to}"`)
  const source = openSlot(doc, from.split('.'), false)
  if (!source?.has()) return
  const value = source.get()
  source.unset()
  openSlot(doc, to.split('.'), true)?.set(value)
}

const overlaps = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

const checkConflicts = (update: Doc): void => {
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    if (!isDoc(fields))
      throw writeError(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${stringifyEjson(fields)}}`,
      )
    if (Object.keys(fields).length === 0) {
      throw writeError(`'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`)
    }
    for (const [path, operand] of Object.entries(fields)) {
      const touched = operator === '$rename' && typeof operand === 'string' ? [path, operand] : [path]
      const clash = touched.find((one) => paths.some((other) => overlaps(one, other)))
      if (clash !== undefined) throw writeError(`Updating the path '${clash}' would create a conflict at '${clash}'`)
      paths.push(...touched)
    }
  }
}

const applyOperator = (doc: Doc, operator: string, fields: Doc, context: UpdateContext): void => {
  const apply = creating.get(operator) ?? leaving.get(operator)
  const create = creating.has(operator) && (operator !== '$setOnInsert' || context.inserting)
  for (const [path, operand] of Object.entries(fields)) {
    if (operator === '$rename') rename(doc, path, operand)
    else if (!apply) throw invalidOperator(`Unknown modifier: ${operator}`)
    else {
      for (const parts of concretePaths(doc, path, context.filter)) {
        const slot = openSlot(doc, parts, create)
        if (slot) apply(slot, operand, doc, context)
      }
    }
  }
}

/** The document after an update with operators; the one given is left as it is. Errors are MongoDB's. */
export const updateDocument = (before: Doc, update: Doc, context: UpdateContext): Doc => {
  const [first] = Object.keys(update)
  if (first === undefined) throw writeError('update document must contain an operator')
  const unknown = Object.keys(update).find((key) => !creating.has(key) && !leaving.has(key) && key !== '$rename')
  if (unknown !== undefined) throw invalidOperator(`Unknown modifier: ${unknown}`)
  checkConflicts(update)
  const doc = cloneValue(before) as Doc
  for (const [operator, fields] of Object.entries(update)) applyOperator(doc, operator, fields as Doc, context)
  if ('_id' in before && !isSame(before._id, doc._id)) {
    throw writeError("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  return doc
}

/** The document that replaces `before`: it keeps its `_id`. */
export const replaceDocument = (before: Doc, data: Doc): Doc => {
  checkStorable(data)
  if ('_id' in data && !isSame(before._id, data._id)) {
    throw writeError("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  return { _id: before._id, ...data }
}

/** The document an upsert starts from: the equalities of its filter. */
export const upsertBase = (filter: Doc): Doc => {
  const base: Doc = {}
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) Object.assign(base, ...condition.filter(isDoc).map(upsertBase))
    if (key.startsWith('$')) continue
    const operators = isDoc(condition) ? Object.keys(condition).filter((name) => name.startsWith('$')) : []
    const value = isDoc(condition) && operators[0] === '$eq' ? condition.$eq : condition
    if ((operators.length === 0 || operators[0] === '$eq') && !(value instanceof RegExp)) {
      openSlot(base, key.split('.'), true)?.set(cloneValue(value))
    }
  }
  return base
}
