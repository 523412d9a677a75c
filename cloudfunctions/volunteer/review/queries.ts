import type { reviewEntries } from 'types/volunteer-review'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { pageQueue } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { toShownView } from '../apply/shown-view'
import { actsOf, toRow } from '../views'
import { isOtherSide } from './reviews'

type Entries = typeof reviewEntries

export const queue: Handler<Entries['queue'], NodeDoc> = async ({ state, ...page }, { subject: node }) => {
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

export const detail: Handler<Entries['detail'], ApplicationDoc> = async (_input, { subject: doc, caller }) =>
  toShownView(doc, { owner: false, acts: reviewerActs(doc, caller) })
