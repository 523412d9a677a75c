import { isFound, isOpenlyReported, markOfReporter } from 'types/hazard-found'
import type { Findings, yearEntries } from 'types/volunteer-year'
import type { Handler } from '../../kit/serve'
import { listReported, type Reported } from './found-store'

const count = (docs: readonly Reported[]): Findings => ({
  reported: docs.length,
  found: docs.filter(({ state }) => isFound(state)).length,
  closed: docs.filter(({ state }) => state === 'closed').length,
})

// One that was put together with another counts there: who reported it stands among those of the other.
const listCounted = async (openid: string, year: number) =>
  (await listReported(openid, year)).filter(({ state }) => state !== 'merged')

/** What the authorities read of somebody's year: counts of what he put his name to, never which. One trip. */
export const findingsOf = async (openid: string | null, year: number): Promise<Findings> =>
  count(openid ? (await listCounted(openid, year)).filter((doc) => isOpenlyReported(doc, openid)) : [])

/** All of one's own, whatever it was reported as; an anonymous report is nobody's. One trip. */
export const myFindings: Handler<(typeof yearEntries)['myFindings']> = async ({ year }, { caller: { openid } }) => {
  const docs = openid ? await listCounted(openid, year) : []
  return { ...count(docs), hidden: docs.filter((doc) => markOfReporter(doc, openid)?.identity === 'hidden').length }
}
