import { searchTerms } from 'types/text-similarity'
import type { applyEntries } from 'types/volunteer-apply'
import type { Handler } from '../../kit/serve'
import { listApplicationsOf } from '../application-store'
import { findUnitLineage, listReviewers, listReviewersAmong } from '../node-store'
import { toShownView } from './shown-view'

type Entries = typeof applyEntries

/** Nearest to the enterprise first. Two trips. */
const reviewersAbove = async (unitId: string) => {
  const under = await findUnitLineage(unitId)
  const found = await listReviewersAmong(under)
  return found.sort((left, right) => under.indexOf(right._id) - under.indexOf(left._id))
}

export const reviewers: Handler<Entries['reviewers']> = async ({ words, unitId }) => ({
  items: (unitId ? await reviewersAbove(unitId) : await listReviewers(searchTerms(words ?? ''))).map(
    ({ _id, name }) => ({
      ...{ id: _id, name },
    }),
  ),
})

/** The latest application; one that was erased is none. One trip. */
export const mine: Handler<Entries['mine']> = async (_input, { caller: { openid } }) => {
  const [latest] = openid ? await listApplicationsOf(openid, 1) : []
  return { application: latest?.personal ? await toShownView(latest, { owner: true }) : null }
}
