import { UNDEFINED } from './compare-values'
import { isDoc } from './document-value'

/** What a dotted path reaches in a document. `roots` are the paths of the arrays that were opened on the way. */
type PathValues = { values: unknown[]; roots: string[] }

const DIGITS = /^\d+$/

const walk = (value: unknown, parts: string[], at: number, out: PathValues): void => {
  if (at === parts.length) {
    if (!Array.isArray(value)) out.values.push(value === undefined ? null : value)
    else {
      out.roots.push(parts.join('.'))
      if (value.length === 0) out.values.push(UNDEFINED)
      for (const item of value) out.values.push(item === undefined ? null : item)
    }
    return
  }
  const part = parts[at] ?? ''
  if (Array.isArray(value)) {
    out.roots.push(parts.slice(0, at).join('.'))
    if (DIGITS.test(part) && Number(part) < value.length) walk(value[Number(part)], parts, at + 1, out)
    if (value.length === 0) out.values.push(null)
    for (const item of value) {
      if (isDoc(item)) walk(Object.hasOwn(item, part) ? item[part] : null, parts, at + 1, out)
      else out.values.push(null)
    }
  } else if (isDoc(value) && Object.hasOwn(value, part)) walk(value[part], parts, at + 1, out)
  else out.values.push(null)
}

/** The values an index on `path` holds for a document: missing as null, every element of an array on its own. */
export const pathValues = (doc: unknown, path: string): PathValues => {
  if (isDoc(doc) && !path.includes('.')) {
    const value = Object.hasOwn(doc, path) ? doc[path] : null
    if (!Array.isArray(value)) return { values: [value === undefined ? null : value], roots: [] }
  }
  const out: PathValues = { values: [], roots: [] }
  walk(doc, path.split('.'), 0, out)
  return out
}
