import { isDoc, type Doc } from './document-value'
import { isSame, typeTest } from './query-operators'

type Check = (value: unknown) => boolean

const JSON_TYPES: Record<string, string> = { boolean: 'bool', integer: 'int' }

const numbers = (schema: Doc): Check[] => {
  const bound = (key: string, passes: (value: number, limit: number) => boolean): Check[] => {
    const limit = schema[key]
    return typeof limit === 'number' ? [(value) => typeof value !== 'number' || passes(value, limit)] : []
  }
  return [
    ...bound('minimum', (value, limit) => (schema.exclusiveMinimum === true ? value > limit : value >= limit)),
    ...bound('maximum', (value, limit) => (schema.exclusiveMaximum === true ? value < limit : value <= limit)),
    ...bound('multipleOf', (value, limit) => value % limit === 0),
  ]
}

const lengths = (schema: Doc): Check[] => {
  const bound = (key: string, size: (value: unknown) => number | null, least: boolean): Check[] => {
    const limit = schema[key]
    if (typeof limit !== 'number') return []
    return [
      (value) => {
        const found = size(value)
        return found === null || (least ? found >= limit : found <= limit)
      },
    ]
  }
  const text = (value: unknown) => (typeof value === 'string' ? [...value].length : null)
  const items = (value: unknown) => (Array.isArray(value) ? value.length : null)
  const keys = (value: unknown) => (isDoc(value) ? Object.keys(value).length : null)
  return [
    ...bound('minLength', text, true),
    ...bound('maxLength', text, false),
    ...bound('minItems', items, true),
    ...bound('maxItems', items, false),
    ...bound('minProperties', keys, true),
    ...bound('maxProperties', keys, false),
  ]
}

const objects = (schema: Doc): Check[] => {
  const checks: Check[] = []
  const { required, properties, additionalProperties } = schema
  if (Array.isArray(required)) {
    checks.push((value) => !isDoc(value) || required.every((key) => Object.hasOwn(value, String(key))))
  }
  if (isDoc(properties)) {
    const inner = Object.entries(properties).map(([key, sub]) => ({ key, check: schemaCheck(sub) }))
    checks.push(
      (value) => !isDoc(value) || inner.every(({ key, check }) => !Object.hasOwn(value, key) || check(value[key])),
    )
  }
  if (additionalProperties === false) {
    const known = new Set(Object.keys(isDoc(properties) ? properties : {}))
    checks.push((value) => !isDoc(value) || Object.keys(value).every((key) => known.has(key)))
  }
  return checks
}

const logic = (schema: Doc): Check[] => {
  const list = (value: unknown) => (Array.isArray(value) ? value.map(schemaCheck) : null)
  const [all, any, one] = [list(schema.allOf), list(schema.anyOf), list(schema.oneOf)]
  const checks: Check[] = []
  if (all) checks.push((value) => all.every((check) => check(value)))
  if (any) checks.push((value) => any.some((check) => check(value)))
  if (one) checks.push((value) => one.filter((check) => check(value)).length === 1)
  if (isDoc(schema.not)) {
    const check = schemaCheck(schema.not)
    checks.push((value) => !check(value))
  }
  return checks
}

const own = (schema: Doc): Check[] => {
  const checks: Check[] = []
  const { bsonType, type, enum: allowed, pattern, items, uniqueItems } = schema
  const wanted = bsonType ?? (typeof type === 'string' ? (JSON_TYPES[type] ?? type) : type)
  if (wanted !== undefined) checks.push(typeTest(wanted))
  if (Array.isArray(allowed)) checks.push((value) => allowed.some((item) => isSame(item, value)))
  if (typeof pattern === 'string') {
    const regexp = new RegExp(pattern, 'u')
    checks.push((value) => typeof value !== 'string' || regexp.test(value))
  }
  if (isDoc(items)) {
    const check = schemaCheck(items)
    checks.push((value) => !Array.isArray(value) || value.every(check))
  }
  if (uniqueItems === true) {
    checks.push(
      (value) =>
        !Array.isArray(value) || value.every((item, i) => !value.slice(0, i).some((other) => isSame(other, item))),
    )
  }
  return checks
}

/** Compiles the part of JSON Schema draft 4 that `$jsonSchema` takes into a test of one value. */
export const schemaCheck = (schema: unknown): Check => {
  if (!isDoc(schema)) return () => true
  const checks = [...own(schema), ...numbers(schema), ...lengths(schema), ...objects(schema), ...logic(schema)]
  return (value) => checks.every((check) => check(value))
}
