import { searchTerms } from 'types/text-similarity'
import type { applyEntries } from 'types/volunteer-apply'
import type { Handler } from '../../kit/serve'
import { listApplicationsOf } from '../application-store'
import { listReviewers } from '../node-store'
import { toView } from '../views'

type Entries = typeof applyEntries

export const reviewers: Handler<Entries['reviewers']> = async ({ words }) => ({
  items: (await listReviewers(searchTerms(words ?? ''))).map(({ _id, name }) => ({ id: _id, name })),
})

/** The latest application; one that was erased is none. One trip. */
export const mine: Handler<Entries['mine']> = async (_input, { caller: { openid } }) => {
  const [latest] = openid ? await listApplicationsOf(openid, 1) : []
  return { application: latest?.personal ? toView(latest, { owner: true }) : null }
}
