import { isDeepStrictEqual } from 'node:util'
import { dateOf } from 'types/calendar'
import { periodsOf, type CoverPeriod } from 'types/hazard-coverage'
import { releaseLease, takeLease, type Lease } from '../../kit/lease'
import { newRequestId } from '../../kit/request-id'
import { findCensus, listEnterprisesAfter, noteCensus, type CensusNote } from './cover-store'
import { refreshRows } from './refresh'

/** How long the register's rows stand: enterprises come and move slowly. */
const censusMs = 3_600_000
const batch = 100
const budgetMs = 3_000

const isDone = ({ doneAt }: CensusNote, now: Date) =>
  doneAt !== null && Math.abs(now.getTime() - doneAt.getTime()) < censusMs

const readRegister = async (periods: readonly CoverPeriod[], from: string, now: Date): Promise<number> => {
  const startedAt = Date.now()
  let after = from
  for (;;) {
    const some = await listEnterprisesAfter(after, batch)
    await refreshRows(some, new Map(some.map(({ _id }) => [_id, new Set(periods)])), now)
    after = some.at(-1)?._id ?? after
    const isOver = some.length < batch
    if (!isOver && Date.now() - startedAt <= budgetMs) continue
    await noteCensus({ periods: [...periods], ...(isOver ? { after: '', doneAt: now } : { after, doneAt: null }) })
    return isOver ? 0 : 1
  }
}

const putBack = async (lease: Lease): Promise<number> => {
  await releaseLease(lease)
  return 1
}

/**
 * A row for every registered enterprise in the periods of today, also where nobody has found anything; a moved or
 * renamed one gets its row mended. Once an hour, a part a tick, and at once when a month begins. Holds the drainer's
 * lease: it alone writes rows.
 * @returns 1 where the next minute has to go on with it
 */
export const takeCensus = async (now: Date): Promise<number> => {
  const periods = periodsOf(dateOf(now))
  const before = await findCensus()
  const isSame = before !== null && isDeepStrictEqual(before.periods, periods)
  if (isSame && isDone(before, now)) return 0
  const lease = await takeLease('hazard.drain', newRequestId(), now)
  // What a dead drainer left is its successor's to finish first.
  if (!lease || lease.pending) return lease ? putBack(lease) : 1
  const left = await readRegister(periods, isSame && before.doneAt === null ? before.after : '', now)
  await releaseLease(lease)
  return left
}
