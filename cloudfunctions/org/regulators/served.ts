import { AppError } from 'types/app-error'
import type { regulatorEntries } from 'types/org-regulators'
import { record } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { NodeDoc } from '../documents'
import { findNode, findUnionRoot, nodes } from '../node-store'
import { listChildrenOf, listServing, listUnions, type UnionLine } from './regulator-store'

type Entries = typeof regulatorEntries

const named = ({ _id: id, name }: Pick<NodeDoc, '_id' | 'name'>) => ({ id, name })

const rowOf = ({ _id, name, type, under }: UnionLine, serving: ReadonlyMap<string, readonly NodeDoc[]>) => {
  const own = serving.get(_id) ?? []
  const above = [...under].reverse().find((id) => id !== _id && serving.has(id))
  const [through] = above ? (serving.get(above) ?? []) : []
  return {
    union: { id: _id, name, type },
    regulators: own.map((regulator) => ({ ...named(regulator), managers: regulator.managers })),
    through: through ? named(through) : null,
  }
}

/** Unions and their regulators, those without one counted; who reviews in their place is said. */
const served: Handler<Entries['served'], NodeDoc> = async ({ only, page, size }, { subject: node }) => {
  if (node.authority !== 'union') throw new AppError('NOT_ALLOWED_NOW', { message: '请从工会这一边查看对应关系。' })
  const unions = await listUnions(node._id)
  const found = await listServing([...new Set(unions.flatMap(({ under }) => under))])
  const serving = new Map<string, NodeDoc[]>()
  for (const one of found) serving.set(one.serves ?? '', [...(serving.get(one.serves ?? '') ?? []), one])
  const rows = unions.map((union) => rowOf(union, serving))
  const bare = rows.filter(({ regulators }) => regulators.length === 0)
  const shown = only === 'unserved' ? bare : rows
  const from = (page - 1) * size
  return { items: shown.slice(from, from + size), more: shown.length > from + size, unserved: bare.length }
}

const refuse = (sentence: string) => new AppError('INVALID_INPUT', { fields: { serves: sentence } })

const checkServes = async (node: NodeDoc, union: NodeDoc | null): Promise<NodeDoc> => {
  const parent = node.parentId ? await findNode(node.parentId) : null
  const top = parent ? parent.serves : ((await findUnionRoot())?._id ?? null)
  if (union?.authority !== 'union' || top === null || !union.under.includes(top))
    throw refuse('请选择上级监管单位对应范围内的工会')
  for (const child of await listChildrenOf(node._id)) {
    const theirs = child.serves ? await findNode(child.serves) : null
    if (theirs && !theirs.under.includes(union._id))
      throw refuse(`下级“${child.name}”对应的“${theirs.name}”不在这个工会范围内，请先调整下级`)
  }
  return union
}

/** Which union a regulator reviews for. Applications that were handed over already stay with who has them. */
const setServes: Handler<Entries['setServes'], NodeDoc> = async ({ serves }, { subject: node, acting, now }) => {
  if (node.authority !== 'regulator') throw new AppError('NOT_ALLOWED_NOW', { message: '只有监管单位有对应的工会。' })
  const union = await checkServes(node, await findNode(serves))
  if (node.serves !== serves) {
    const data = { from: node.serves, to: serves, union: union.name }
    await record(nodes, node, acting('officer'), 'serves', { at: now, set: { serves }, data })
  }
  return { id: node._id, serves: named(union) }
}

export const regulatorHandlers = { served, setServes }
