import { searchTerms } from 'types/text-similarity'
import type { volunteerContract } from 'types/volunteer'
import type { Caller } from '../kit/identity'
import type { Handler } from '../kit/serve'
import { listApplicationsOf, pageQueue, pageRoster } from './application-store'
import type { ApplicationDoc } from './documents'
import { listReviewers, type NodeDoc } from './node-store'
import { isOtherSide } from './reviews'
import { actsOf, toRosterRow, toRow, toView } from './views'

type Contract = typeof volunteerContract

export const reviewers: Handler<Contract['reviewers']> = async ({ words }) => ({
  items: (await listReviewers(searchTerms(words ?? ''))).map(({ _id, name }) => ({ id: _id, name })),
})

/** The latest application; one that was erased is none. One trip. */
export const mine: Handler<Contract['mine']> = async (_input, { caller: { openid } }) => {
  const [latest] = openid ? await listApplicationsOf(openid, 1) : []
  return { application: latest?.personal ? toView(latest, { owner: true }) : null }
}

export const queue: Handler<Contract['queue'], NodeDoc> = async ({ state, ...page }, { subject: node }) => {
  const { items, more } = await pageQueue(node._id, state, page)
  return { items: items.map(toRow), more }
}

// A person may hold both offices: the buttons of each that reaches this application and is not barred.
const reviewerActs = (doc: ApplicationDoc, caller: Caller): string[] => {
  const reaching = caller.grants.filter(({ nodeId }) => doc.under.includes(nodeId))
  const holds = (role: 'officer' | 'regulator', otherSide: readonly string[]) =>
    reaching.some((grant) => grant.role === role) && !isOtherSide(doc, caller, otherSide) ? actsOf(doc, role) : []
  return [...holds('officer', doc.regulatorReviewers), ...holds('regulator', doc.unionReviewers)]
}

export const detail: Handler<Contract['detail'], ApplicationDoc> = async (_input, { subject: doc, caller }) =>
  toView(doc, { owner: false, acts: reviewerActs(doc, caller) })

export const roster: Handler<Contract['roster'], NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageRoster(node._id, { page, size })
  return { items: items.map((doc, index) => toRosterRow(doc, (page - 1) * size + index + 1)), more }
}
