import { requestFailed } from './cloud-error'
import { compileMatcher } from './compile-matcher'
import { isDoc, setOwn, type Doc } from './document-value'
import { concretePaths, openSlot } from './update-slot'

type Tree = { [part: string]: Tree | true }
type Step = (source: Doc, shown: Doc) => void
type Parts = { shown: string[]; hidden: string[]; kept: string[]; steps: Step[]; inclusive: boolean }

const isFlag = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

/** Without a prototype, so that a path may be called `__proto__` like any other. */
const emptyTree = (): Tree => Object.create(null) as Tree

const treeOf = (paths: string[]): Tree => {
  const root = emptyTree()
  for (const path of paths) {
    const parts = path.split('.')
    const last = parts.pop() ?? ''
    let node: Tree | true = root
    for (const part of parts) {
      if (node === true) break
      node = node[part] ??= emptyTree()
    }
    if (node !== true) node[last] = true
  }
  return root
}

const pick = (value: unknown, tree: Tree): unknown => {
  if (Array.isArray(value)) {
    return value.filter((item) => isDoc(item) || Array.isArray(item)).map((item) => pick(item, tree))
  }
  if (!isDoc(value)) return undefined
  const out: Doc = {}
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(tree, key)) continue
    const node = tree[key]
    const found = node === true || node === undefined ? value[key] : pick(value[key], node)
    if (found !== undefined) setOwn(out, key, found)
  }
  return out
}

const drop = (value: unknown, tree: Tree): unknown => {
  if (Array.isArray(value)) return value.map((item) => drop(item, tree))
  if (!isDoc(value)) return value
  const out: Doc = {}
  for (const key of Object.keys(value)) {
    const node = Object.hasOwn(tree, key) ? tree[key] : undefined
    if (node !== true) setOwn(out, key, node === undefined ? value[key] : drop(value[key], node))
  }
  return out
}

const sliceOf = (list: unknown[], spec: unknown): unknown[] => {
  if (typeof spec === 'number') return spec < 0 ? list.slice(spec) : list.slice(0, spec)
  const [skip, count] = Array.isArray(spec) ? (spec as unknown[]) : []
  if (typeof skip !== 'number' || typeof count !== 'number' || count <= 0) {
    throw requestFailed('$slice only supports numbers and [skip, limit] arrays')
  }
  const from = skip < 0 ? Math.max(0, list.length + skip) : skip
  return list.slice(from, from + count)
}

const slice =
  (path: string, spec: unknown): Step =>
  (_source, shown) => {
    const slot = openSlot(shown, path.split('.'), false)
    const list = slot?.get()
    if (slot && Array.isArray(list)) slot.set(sliceOf(list, spec))
  }

const elemMatch = (path: string, criteria: unknown): Step => {
  const matches = compileMatcher({ e: { $elemMatch: criteria } })
  return (source, shown) => {
    const list = openSlot(source, path.split('.'), false)?.get()
    const found = Array.isArray(list) ? list.find((item: unknown) => matches({ e: [item] })) : undefined
    if (found !== undefined) openSlot(shown, path.split('.'), true)?.set([found])
  }
}

const positional =
  (path: string, filter: Doc): Step =>
  (source, shown) => {
    const [parts] = concretePaths(source, path, filter)
    if (parts) openSlot(shown, parts.slice(0, -1), true)?.set([openSlot(source, parts, false)?.get()])
  }

const readField = (parts: Parts, path: string, value: unknown, filter: Doc): void => {
  if (path.endsWith('.$')) {
    parts.inclusive = true
    parts.steps.push(positional(path, filter))
  } else if (isFlag(value)) {
    if (path !== '_id') parts[value ? 'shown' : 'hidden'].push(path)
  } else if (isDoc(value) && '$slice' in value) {
    parts.kept.push(path)
    parts.steps.push(slice(path, value.$slice))
  } else if (isDoc(value) && '$elemMatch' in value) {
    parts.inclusive = true
    parts.steps.push(elemMatch(path, value.$elemMatch))
  } else throw requestFailed(`Unsupported projection option: ${path}`)
}

/** Compiles a projection of `get()`: fields in or out, `$slice`, `$elemMatch`, `array.$`. */
export const compileProjection = (projection: Doc, filter: Doc): ((doc: Doc) => Doc) => {
  const parts: Parts = { shown: [], hidden: [], kept: [], steps: [], inclusive: false }
  for (const [path, value] of Object.entries(projection)) readField(parts, path, value, filter)
  const { shown, hidden, kept, steps } = parts
  if (shown.length > 0 && hidden.length > 0) {
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion')
  }
  const idShown = !('_id' in projection) || Boolean(projection._id)
  const onlyId = '_id' in projection && idShown && hidden.length === 0 && kept.length === 0
  const inclusive = parts.inclusive || shown.length > 0 || onlyId
  const tree = inclusive
    ? treeOf([...(idShown ? ['_id'] : []), ...shown, ...kept])
    : treeOf([...(idShown ? [] : ['_id']), ...hidden])
  return (doc) => {
    const out = (inclusive ? pick(doc, tree) : drop(doc, tree)) as Doc
    for (const step of steps) step(doc, out)
    return out
  }
}
