import { evalExpr } from 'mingo/core'
import * as evaluated from 'mingo/operators/expression'
import type { Options } from 'mingo/types'
import { requestFailed } from './cloud-error'
import { compareValues } from './compare-values'
import { dateExpressions } from './date-expressions'
import { isDoc, setOwn, type Doc } from './document-value'

type Expression = (doc: unknown, operand: unknown, options: Options) => unknown

const list = (doc: unknown, operand: unknown, options: Options): unknown[] => {
  const value = evalExpr(doc, operand, options)
  return Array.isArray(value) ? value : [value]
}

/** In expressions a missing field is less than null, not equal to it. */
const compareOperands = (a: unknown, b: unknown): number => {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined)
  return Math.sign(compareValues(a, b))
}

const comparison =
  (name: string, read: (order: number) => unknown): Expression =>
  (doc, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== 2)
      throw requestFailed(`Expression ${name} takes exactly 2 arguments`)
    const [a, b] = list(doc, operand, options)
    return read(compareOperands(a, b))
  }

const rounding =
  (name: string, round: (value: number) => number): Expression =>
  (doc, operand, options) => {
    const [value, place] = list(doc, operand, options)
    if (value === null || value === undefined) return null
    if (typeof value !== 'number') throw requestFailed(`${name} only supports numeric types, not ${typeof value}`)
    const digits = typeof place === 'number' ? place : 0
    if (digits === 0) return round(value)
    // Shifting the decimal exponent as text keeps 1.005 from becoming 1.00499….
    const shift = (number: number, by: number) => {
      const [mantissa, exponent] = String(number).split('e')
      return Number(`${mantissa ?? '0'}e${Number(exponent ?? 0) + by}`)
    }
    return shift(round(shift(value, digits)), -digits)
  }

const halfEven = (value: number): number => {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

const caseOf =
  (change: (text: string) => string): Expression =>
  (doc, operand, options) => {
    const [value] = list(doc, operand, options)
    return value === null || value === undefined ? '' : change(String(value))
  }

/** `$indexOfBytes` and `$indexOfCP`: the units differ, the rest is the same. */
const indexOf =
  (name: string, units: (text: string) => readonly unknown[]): Expression =>
  (doc, operand, options) => {
    const [text, part, start = 0, end] = list(doc, operand, options)
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof part !== 'string')
      throw requestFailed(`${name} requires strings as first and second argument`)
    const all = units(text)
    const wanted = units(part)
    const last = Math.min(typeof end === 'number' ? end : all.length, all.length) - wanted.length
    for (let at = Number(start); at <= last; at++) {
      if (wanted.every((unit, i) => all[at + i] === unit)) return at
    }
    return -1
  }

const arrayToObject: Expression = (doc, operand, options) => {
  const value = evalExpr(
    doc,
    Array.isArray(operand) && operand.length === 1 ? (operand as unknown[])[0] : operand,
    options,
  )
  if (value === null || value === undefined) return null
  if (!Array.isArray(value)) throw requestFailed('$arrayToObject requires an array input')
  const out: Doc = {}
  for (const entry of value as unknown[]) {
    const [key, inner] = Array.isArray(entry) ? (entry as unknown[]) : isDoc(entry) ? [entry.k, entry.v] : []
    if (typeof key !== 'string')
      throw requestFailed('$arrayToObject requires an array of key-value pairs, where the key must be of type string')
    setOwn(out, key, inner)
  }
  return out
}

/** Expression operators: the evaluator's, and our own where it differs from MongoDB. */
export const expressionOperators = {
  ...evaluated,
  ...dateExpressions,
  $cmp: comparison('$cmp', (order) => order),
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $trunc: rounding('$trunc', Math.trunc),
  $round: rounding('$round', halfEven),
  $toLower: caseOf((text) => text.toLowerCase()),
  $toUpper: caseOf((text) => text.toUpperCase()),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $arrayToObject: arrayToObject,
} as unknown as typeof evaluated
