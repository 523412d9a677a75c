import { Context } from 'mingo/core'
import * as expressions from 'mingo/operators/expression'
import * as projections from 'mingo/operators/projection'
import { Query } from 'mingo/query'
import { requestFailed } from './cloud-error'
import { allQueryOperators, asCloudError, evaluatorOptions } from './compile-matcher'
import { isDoc, setOwn, type Doc } from './document-value'

type Tree = { [part: string]: Tree | true }

const isFlag = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean'

const treeOf = (paths: string[]): Tree => {
  const root: Tree = {}
  for (const path of paths) {
    const parts = path.split('.')
    const last = parts.pop() ?? ''
    let node: Tree | true = root
    for (const part of parts) {
      if (node === true) break
      node = node[part] ??= {}
    }
    if (node !== true) node[last] = true
  }
  return root
}

const pick = (value: unknown, tree: Tree): unknown => {
  if (Array.isArray(value))
    return value.filter((item) => isDoc(item) || Array.isArray(item)).map((item) => pick(item, tree))
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

const context = Context.init({ query: allQueryOperators, expression: expressions, projection: projections })

const evaluated = (projection: Doc, filter: Doc) => {
  try {
    const query = new Query(filter, evaluatorOptions(context))
    return (doc: Doc): Doc => {
      try {
        return query.find<Doc>([doc], projection as Record<string, 0 | 1>).all()[0] ?? {}
      } catch (error) {
        throw asCloudError(error)
      }
    }
  } catch (error) {
    throw asCloudError(error)
  }
}

/** Compiles a projection of `get()`: fields in or out, `$slice`, `$elemMatch`, `array.$`. */
export const compileProjection = (projection: Doc, filter: Doc): ((doc: Doc) => Doc) => {
  const fields = Object.entries(projection)
  if (fields.length === 0) return (doc) => doc
  if (fields.some(([path, value]) => !isFlag(value) || path.endsWith('.$'))) return evaluated(projection, filter)
  const flags = fields.filter(([path]) => path !== '_id')
  const shown = flags.filter(([, value]) => Boolean(value)).map(([path]) => path)
  const hidden = flags.filter(([, value]) => !value).map(([path]) => path)
  if (shown.length > 0 && hidden.length > 0) {
    throw requestFailed('Projection cannot have a mix of inclusion and exclusion')
  }
  const idHidden = '_id' in projection && !projection._id
  if (shown.length > 0 || (flags.length === 0 && !idHidden)) {
    const tree = treeOf(idHidden ? shown : [...shown, '_id'])
    return (doc) => pick(doc, tree) as Doc
  }
  const tree = treeOf(idHidden ? [...hidden, '_id'] : hidden)
  return (doc) => drop(doc, tree) as Doc
}
