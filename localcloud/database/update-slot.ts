import { writeError } from './cloud-error'
import { compileMatcher } from './compile-matcher'
import { isDoc, setOwn, type Doc } from './document-value'
import { stringifyEjson } from './ejson'

/** The place in a document one update operator works on. */
export type Slot = {
  path: string
  get: () => unknown
  has: () => boolean
  set: (value: unknown) => void
  unset: () => void
}

const DIGITS = /^\d+$/

const cannotCreate = (part: string, name: string, value: unknown): Error =>
  writeError(`Cannot create field '${part}' in element {${name}: ${stringifyEjson(value)}}`)

const arraySlot = (parent: unknown[], key: string, path: string): Slot => {
  const at = Number(key)
  return {
    path,
    get: () => parent[at],
    has: () => at < parent.length,
    set: (value) => {
      while (parent.length < at) parent.push(null)
      parent[at] = value
    },
    // MongoDB leaves null where an array element is unset, so that the others keep their places.
    unset: () => {
      if (at < parent.length) parent[at] = null
    },
  }
}

const docSlot = (parent: Doc, key: string, path: string): Slot => ({
  path,
  get: () => (Object.hasOwn(parent, key) ? parent[key] : undefined),
  has: () => Object.hasOwn(parent, key),
  set: (value) => setOwn(parent, key, value),
  unset: () => {
    Reflect.deleteProperty(parent, key)
  },
})

const slotIn = (parent: unknown, key: string, name: string, path: string, create: boolean): Slot | null => {
  if (isDoc(parent)) return docSlot(parent, key, path)
  if (Array.isArray(parent) && DIGITS.test(key)) return arraySlot(parent, key, path)
  if (create) throw cannotCreate(key, name, parent)
  return null
}

/** Finds the slot of a concrete path. With `create` missing parents are made and a scalar on the way is an error. */
export const openSlot = (doc: Doc, parts: string[], create: boolean): Slot | null => {
  const path = parts.join('.')
  let parent: unknown = doc
  let name = ''
  for (const part of parts.slice(0, -1)) {
    const slot = slotIn(parent, part, name, path, create)
    if (!slot) return null
    if (!slot.has()) {
      if (!create) return null
      slot.set({})
    }
    parent = slot.get()
    name = part
  }
  return slotIn(parent, parts.at(-1) ?? '', name, path, create)
}

const valueAt = (doc: Doc, parts: string[]): unknown => openSlot(doc, parts, false)?.get()

const collectConditions = (filter: Doc, path: string, out: Doc[]): void => {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part)) collectConditions(part, path, out)
    } else if (key === path || key.startsWith(`${path}.`)) out.push({ [`e${key.slice(path.length)}`]: condition })
  }
}

/** Which element of the array at `path` met the filter: what `$` stands for. */
const matchedElement = (doc: Doc, parts: string[], filter: Doc): number => {
  const list = valueAt(doc, parts)
  const conditions: Doc[] = []
  collectConditions(filter, parts.join('.'), conditions)
  const matchers = conditions.map((condition) => compileMatcher(condition))
  const at = Array.isArray(list)
    ? list.findIndex((item: unknown) => matchers.every((matches) => matches({ e: [item] })))
    : -1
  if (at < 0 || matchers.length === 0) {
    throw writeError('The positional operator did not find the match needed from the query.')
  }
  return at
}

/** Concrete paths of one that may hold `$` (the matched element) or `$[]` (all elements). */
export const concretePaths = (doc: Doc, path: string, filter: Doc): string[][] => {
  if (path === '' || path.startsWith('.') || path.endsWith('.') || path.includes('..')) {
    throw writeError(`The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  const parts = path.split('.')
  if (!path.includes('$')) return [parts]
  let paths: string[][] = [[]]
  for (const part of parts) {
    if (part === '$') paths = paths.map((head) => [...head, String(matchedElement(doc, head, filter))])
    else if (part === '$[]') {
      paths = paths.flatMap((head) => {
        const list = valueAt(doc, head)
        if (!Array.isArray(list)) {
          throw writeError(
            `Cannot apply array updates to non-array element ${head.at(-1) ?? ''}: ${stringifyEjson(list ?? null)}`,
          )
        }
        return list.map((_, at) => [...head, String(at)])
      })
    } else if (part.startsWith('$[')) {
      throw writeError(`No array filter found for identifier '${part.slice(2, -1)}' in path '${path}'`)
    } else paths = paths.map((head) => [...head, part])
  }
  return paths
}
