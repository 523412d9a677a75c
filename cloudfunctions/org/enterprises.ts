import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import type { orgContract } from 'types/org-contract'
import { searchTerms } from 'types/text-similarity'
import { born } from '../kit/aggregate'
import { isSame, isSameAuthor } from '../kit/same'
import type { Handler } from '../kit/serve'
import type { EnterpriseDoc, NodeDoc } from './documents'
import {
  createEnterprise as insertEnterprise,
  findEnterprise,
  pageEnterprises,
  searchEnterprises,
} from './enterprise-store'
import { toEnterpriseView } from './views'

/** Units a worker may name as his own. */
export const searchUnits: Handler<typeof orgContract.searchUnits> = async ({ words }) => {
  const terms = searchTerms(words)
  if (terms.length === 0) return { items: [] }
  const found = await searchEnterprises(terms)
  return { items: found.map(({ _id, name, nodeName }) => ({ id: _id, name, nodeName })) }
}

type Filter = Omit<InputOf<typeof orgContract.enterprises>, 'page' | 'size'>
/** What a filter of the register asks of a subtree; a regulator reads that of the unions he serves. */
export const toWanted = (node: NodeDoc, { words, highRisk, nonPublic, small, hasUnion, state }: Filter) => ({
  ...{ under: node.serves ?? node._id, terms: searchTerms(words ?? '') },
  ...{ highRisk, nonPublic, small, hasUnion, state },
})

/** The register of a subtree; a regulator reads that of the unions he serves. */
export const enterprises: Handler<typeof orgContract.enterprises, NodeDoc> = async (
  { page, size, ...filter },
  { subject: node },
) => {
  const found = await pageEnterprises(toWanted(node, filter), { page, size })
  return { items: found.items.map(toEnterpriseView), more: found.more }
}

const facts = ['nodeId', 'name', 'industry', 'flags', 'hasUnion', 'workers', 'teams'] as const

const stands = async (wanted: EnterpriseDoc) => {
  const before = await findEnterprise(wanted._id)
  if (before && isSameAuthor(before, wanted) && isSame(before, wanted, facts)) return before
  throw new AppError('ALREADY_EXISTS', before ? {} : { message: '这个工会下已经登记过同名企业，无需重复登记。' })
}

// A second "enterprise" inside an employer would lead what its workers report confidentially back to the employer.
const checkPlace = ({ authority, type }: NodeDoc) => {
  if (authority !== 'union') throw new AppError('NOT_ALLOWED_NOW', { message: '企业只能登记在工会名下。' })
  if (type === 'workshop' || type === 'team')
    throw new AppError('NOT_ALLOWED_NOW', { message: '车间和班组属于企业内部，企业请登记在企业工会或上级工会名下。' })
}

export const createEnterprise: Handler<typeof orgContract.createEnterprise, NodeDoc> = async (
  { _id, nodeId, name, ...rest },
  { subject: node, acting, now },
) => {
  const subject = `企业「${name}」`
  const enterprise: EnterpriseDoc = {
    ...born(acting('officer'), { _id, state: 'active', under: node.under, subject, at: now }),
    ...{ nodeId, nodeName: node.name, name, terms: searchTerms(name) },
    ...rest,
  }
  checkPlace(node)
  const created = await insertEnterprise(enterprise)
  return toEnterpriseView(created ? enterprise : await stands(enterprise))
}
