import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import type { reviewEntries } from 'types/volunteer-review'
import type { Context, Handler } from '../../kit/serve'
import { listApplications } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { decideOne, type Reviewer, type Word } from './decide'
import { openRoutes } from './seat'

type Entries = typeof reviewEntries

const reviewerOf = ({ caller, acting, now }: Pick<Context, 'caller' | 'acting' | 'now'>): Reviewer => ({
  ...{ caller, acting, now, routes: openRoutes() },
})

type Review = InputOf<Entries['unionReview']>

const reviewOne = ({ version, ...word }: Review, context: Context<ApplicationDoc>) =>
  decideOne(context.subject, version, word, reviewerOf(context))

/** The base union's word, or that of the union whose opinion counts: whichever is due. */
export const unionReview: Handler<Entries['unionReview'], ApplicationDoc> = reviewOne
export const regulatorReview: Handler<Entries['regulatorReview'], ApplicationDoc> = reviewOne

type Row = { id: string; version: number; opinion?: string }

const atOnce = 8

const judge = async (doc: ApplicationDoc | undefined, row: Row, word: Word, reviewer: Reviewer) => {
  const reaches = doc?.under.some((id) => reviewer.caller.grants.some(({ nodeId }) => nodeId === id))
  if (!doc || !reaches) return { id: row.id, ok: false as const, reason: new AppError('NOT_FOUND').message }
  try {
    const moved = await decideOne(doc, row.version, { ...word, opinion: row.opinion ?? word.opinion }, reviewer)
    return { ...moved, ok: true as const }
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code === 'INTERNAL') throw thrown
    return { id: row.id, ok: false as const, reason: thrown.message }
  }
}

/** The same word on many, each by itself: what one row is refused for does not hold up the others. */
export const decideMany = async (
  rows: readonly Row[],
  word: Word,
  context: Pick<Context, 'caller' | 'acting' | 'now'>,
) => {
  const reviewer = reviewerOf(context)
  const wanted = [...new Map(rows.map((row) => [row.id, row])).values()]
  const docs = new Map((await listApplications(wanted.map(({ id }) => id))).map((doc) => [doc._id, doc]))
  const results: Awaited<ReturnType<typeof judge>>[] = []
  for (let start = 0; start < wanted.length; start += atOnce) {
    const some = wanted.slice(start, start + atOnce)
    results.push(...(await Promise.all(some.map((row) => judge(docs.get(row.id), row, word, reviewer)))))
  }
  return results
}

/** Up to 200 at once. Sent again, what is done answers again. */
export const reviewMany: Handler<Entries['reviewMany']> = async ({ rows, ...word }, context) => ({
  results: await decideMany(rows, word, context),
})
