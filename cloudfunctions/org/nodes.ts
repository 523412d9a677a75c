import { AppError } from 'types/app-error'
import { childTypes, nodeTypeLabels, regulatorChildTypes } from 'types/org'
import type { orgContract } from 'types/org-contract'
import { searchTerms } from 'types/text-similarity'
import type { InputOf } from 'types/contract'
import { born, type Acting } from '../kit/aggregate'
import { readCounters } from '../kit/counters'
import { isSame, isSameAuthor } from '../kit/same'
import type { Handler } from '../kit/serve'
import type { NodeDoc } from './documents'
import { createNode as insertNode, findNode, listRegulatorRoots, pageChildren } from './node-store'
import { toNodeView } from './views'

const childrenKey = (id: string) => `node.${id}`
const isUnionRoot = (node: NodeDoc) => node.authority === 'union' && node.parentId === null

/** A node and its children; the regulators' roots are shown below the union root, from where they are kept. */
export const tree: Handler<typeof orgContract.tree, NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageChildren(node._id, page, size)
  const roots = isUnionRoot(node) && page === 1 ? await listRegulatorRoots() : []
  const shown = [...roots, ...items]
  const counted = await readCounters(
    'org',
    [node, ...shown].map(({ _id }) => childrenKey(_id)),
  )
  const toView = (one: NodeDoc) => toNodeView(one, counted.get(childrenKey(one._id))?.children ?? 0)
  return { node: toView(node), items: shown.map(toView), more }
}

type NewNode = InputOf<typeof orgContract.createNode>

/** Whether the rule of a tree lets a node of this type stand directly below another. */
export const mayStandBelow = (parent: Pick<NodeDoc, 'type'>, authority: NodeDoc['authority'], type: NodeDoc['type']) =>
  (authority === 'regulator' ? regulatorChildTypes : childTypes[parent.type]).includes(type)

const checkPlace = (parent: NodeDoc, { authority = parent.authority, type }: NewNode) => {
  const opensTree = authority === 'regulator' && isUnionRoot(parent)
  if (authority !== parent.authority && !opensTree)
    throw new AppError('INVALID_INPUT', { fields: { authority: '监管单位只能建在监管体系里' } })
  if (!mayStandBelow(parent, authority, type))
    throw new AppError('INVALID_INPUT', {
      fields: { type: `${nodeTypeLabels[parent.type]}下面不能建${nodeTypeLabels[type]}` },
    })
  return { authority, opensTree }
}

/** The union node a regulator node answers to: its parent's, or one further down. */
const servedBy = async (parent: NodeDoc, serves: string | undefined): Promise<string | null> => {
  const top = parent.authority === 'union' ? parent._id : parent.serves
  if (serves === undefined || serves === top) return top
  const union = await findNode(serves)
  if (union?.authority === 'union' && top !== null && union.under.includes(top)) return serves
  throw new AppError('INVALID_INPUT', { fields: { serves: '请选择上级监管单位对应范围内的工会' } })
}

/** A new node below its parent, as it will be stored. */
export const layNode = async (parent: NodeDoc, input: NewNode, acting: Acting, now: Date): Promise<NodeDoc> => {
  const { authority, opensTree } = checkPlace(parent, input)
  const serves = authority === 'regulator' ? await servedBy(parent, input.serves) : null
  const { _id, type, name } = input
  const under = [...(opensTree ? [] : parent.under), _id]
  const push = opensTree
    ? []
    : [
        {
          to: 'counters',
          kind: 'count',
          payload: { add: [{ key: childrenKey(parent._id), field: 'children', by: 1 }] },
        },
      ]
  const birth = { _id, state: 'active' as const, under, subject: `${nodeTypeLabels[type]}「${name}」`, at: now, push }
  return {
    ...born(acting, birth),
    ...{ parentId: opensTree ? null : parent._id, type, authority, name, terms: searchTerms(name) },
    ...{ path: under.map((id) => `/${id}`).join(''), depth: under.length - 1, managers: 0, serves },
  }
}

const stands = async (node: NodeDoc) => {
  const before = await findNode(node._id)
  const facts = ['parentId', 'type', 'authority', 'name', 'serves'] as const
  if (before && isSame(before, node, facts) && isSameAuthor(before, node)) return before
  throw new AppError('ALREADY_EXISTS', before ? {} : { message: '同一个上级下面已经有同名的组织。' })
}

export const createNode: Handler<typeof orgContract.createNode, NodeDoc> = async (
  input,
  { subject: parent, acting, now },
) => {
  const node = await layNode(parent, input, acting('officer'), now)
  return toNodeView((await insertNode(node)) ? node : await stands(node), 0)
}
