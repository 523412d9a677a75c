import { dateOf } from 'types/calendar'
import { neededIn, yearOf, yearRuleOf, type YearRule } from 'types/volunteer-year-rules'
import { releaseLease, takeLease } from '../../kit/lease'
import { newRequestId } from '../../kit/request-id'
import { layBadges } from '../certificate/badge'
import { listEnrolledAfter } from './people-store'
import { recount } from './recount'
import { readYearRules } from './rules-store'
import { findWalk, noteWalk, type Walk } from './walk-store'
import { listYearsById, yearId } from './year-store'

const batch = 50
const budgetMs = 3_000

type Enrolled = Awaited<ReturnType<typeof listEnrolledAfter>>[number]

// Also where the rules ask for another number than when it was counted.
const layDown = async (people: readonly Enrolled[], rule: YearRule, now: Date) => {
  const year = yearOf(now)
  const docs = await listYearsById(people.map(({ _id }) => yearId(_id, year)))
  const known = new Map(docs.map((doc) => [doc._id, doc]))
  for (const { _id, enrolledAt } of people) {
    const doc = known.get(yearId(_id, year))
    const isStale = doc?.state === 'running' && doc.need !== neededIn(year, enrolledAt, rule)
    if (!doc || isStale) await recount(_id, year, now)
  }
}

type Day = Pick<Walk, 'day' | 'rule'>

const walkOn = async (from: string, today: Day, rule: YearRule, now: Date): Promise<number> => {
  const startedAt = Date.now()
  let after = from
  let seen = 0
  for (;;) {
    const some = await listEnrolledAfter(after, batch)
    await layDown(some, rule, now)
    await layBadges(some, now)
    seen += some.length
    after = some.at(-1)?._id ?? after
    const done = some.length < batch
    if (done || Date.now() - startedAt > budgetMs) {
      await noteWalk({ ...today, after, done })
      return seen
    }
  }
}

/**
 * Once a day, and anew when the year's rule changes, a part a tick: every enrolled volunteer has a document of this year
 * and a badge. On the first of January that is everybody. Resumable; one at a time.
 */
export const walkRoster = async (now: Date): Promise<number> => {
  const [walk, rules] = await Promise.all([findWalk(), readYearRules()])
  const rule = yearRuleOf(yearOf(now), rules)
  const today = { day: dateOf(now), rule: rule.version }
  const isBegun = walk?.day === today.day && walk.rule === today.rule
  if (isBegun && walk.done) return 0
  const lease = await takeLease('volunteer.walk', newRequestId(), now)
  if (!lease) return 0
  try {
    return await walkOn(isBegun ? walk.after : '', today, rule, now)
  } finally {
    await releaseLease(lease)
  }
}
