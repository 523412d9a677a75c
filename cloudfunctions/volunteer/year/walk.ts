import { dateOf } from 'types/calendar'
import { yearOf } from 'types/volunteer-year-rules'
import { releaseLease, takeLease } from '../../kit/lease'
import { newRequestId } from '../../kit/request-id'
import { layBadges } from '../certificate/badge'
import { listEnrolledAfter } from './people-store'
import { recount } from './recount'
import { findWalk, noteWalk, type Walk } from './walk-store'
import { listYearsById, yearId } from './year-store'

const batch = 50
const budgetMs = 3_000

const layDown = async (ids: readonly string[], now: Date) => {
  const year = yearOf(now)
  const present = new Set((await listYearsById(ids.map((id) => yearId(id, year)))).map(({ _id }) => _id))
  for (const id of ids) if (!present.has(yearId(id, year))) await recount(id, year, now)
}

const walkOn = async (walk: Walk | null, now: Date): Promise<number> => {
  const day = dateOf(now)
  const startedAt = Date.now()
  let after = walk?.day === day ? walk.after : ''
  let seen = 0
  for (;;) {
    const some = await listEnrolledAfter(after, batch)
    await layDown(
      some.map(({ _id }) => _id),
      now,
    )
    await layBadges(some, now)
    seen += some.length
    after = some.at(-1)?._id ?? after
    const done = some.length < batch
    if (done || Date.now() - startedAt > budgetMs) {
      await noteWalk({ day, after, done })
      return seen
    }
  }
}

/**
 * Once a day, a part a tick: every enrolled volunteer has a document of this year and a badge. On the first of January
 * that is everybody. Resumable; one at a time.
 */
export const walkRoster = async (now: Date): Promise<number> => {
  const walk = await findWalk()
  if (walk?.day === dateOf(now) && walk.done) return 0
  const lease = await takeLease('volunteer.walk', newRequestId(), now)
  if (!lease) return 0
  const seen = await walkOn(walk, now)
  await releaseLease(lease)
  return seen
}
