import { isReviewStage, reviewStages } from 'types/volunteer'
import type { reviewEntries } from 'types/volunteer-review'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { pageDesk, pageQueue } from '../application-store'
import { toShownView } from '../apply/shown-view'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { actsOf, toRow } from '../views'
import { isOtherSide, seatOf } from './decide'
import { mayAnswer, mayRemove } from './leave'

type Entries = typeof reviewEntries

export const queue: Handler<Entries['queue'], NodeDoc> = async ({ state, mine, ...page }, { subject: node }) => {
  const { items, more } = await (mine ? pageDesk(node._id, page) : pageQueue(node._id, state, page))
  return { items: items.map(toRow), more }
}

// Each stage's buttons to whoever sits there and is not barred; what concerns the roster to whom it belongs.
const reviewerActs = (doc: ApplicationDoc, caller: Caller): string[] => {
  const { state } = doc
  if (isReviewStage(state))
    return seatOf(doc, caller, state) && !isOtherSide(doc, caller, state) ? actsOf(doc, reviewStages[state].actor) : []
  if (state === 'enrolled') return mayRemove(doc, caller) ? ['remove'] : []
  return state === 'appealed' && mayAnswer(doc, caller) ? actsOf(doc, 'officer') : []
}

export const detail: Handler<Entries['detail'], ApplicationDoc> = async (_input, { subject: doc, caller }) =>
  toShownView(doc, { owner: false, acts: reviewerActs(doc, caller) })
