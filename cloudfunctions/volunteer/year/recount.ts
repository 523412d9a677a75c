import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { receiptCode } from 'types/ids'
import {
  isLate,
  neededIn,
  proposeResult,
  yearOf,
  yearRuleOf,
  type YearNumbers,
  type YearRule,
} from 'types/volunteer-year-rules'
import { findMove } from 'types/state-machine'
import { yearMachine } from 'types/volunteer-year-machine'
import { born, recording, type Acting } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { findApplication } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { Work } from '../local-work'
import { listAttended } from './attended-store'
import { countYear } from './count-year'
import { numbersOf, placeOf } from './facts'
import { readYearRules } from './rules-store'
import type { YearDoc } from './year-doc'
import { createYear, findYear, keepCount, listYearsOf, yearId } from './year-store'

const clock = (verb: string): Acting => ({ by: 'clock', name: '系统', actor: 'clock', verb })
const attempts = 20

const isVolunteer = ({ state }: ApplicationDoc) => state === 'enrolled'

/** The document of a year nobody has counted yet. */
export const newYear = (
  application: ApplicationDoc,
  year: number,
  numbers: YearNumbers,
  at: Date,
  rule = yearRuleOf(year),
): YearDoc => {
  const { _id: applicationId, under } = application
  const need = neededIn(year, application.enrolledAt, rule)
  const place = placeOf(numbers, need, isVolunteer(application))
  const birth = {
    ...{ _id: yearId(applicationId, year), state: 'running' as const, under, at },
    subject: `年度服务 ${year} ${receiptCode(applicationId)}`,
    push: countYear(null, { under, year, shelf: place.shelf, minutes: numbers.minutes }),
  }
  return {
    ...born<YearDoc['state']>(clock('建立年度服务记录'), birth),
    ...{
      applicationId,
      year,
      need,
      late: isLate(year, application.enrolledAt, rule),
      ...numbers,
      ...place,
      rev: 0,
      told: '',
      roundId: null,
    },
    ...{ proposal: null, result: null, evidence: null, comments: [], confirmed: null, agreed: null, returned: null },
    ...{ objectUntil: null, objection: null, certified: false },
  }
}

const withoutWords = ({ comments, objection }: YearDoc) => ({
  comments: comments.map((one) => ({ ...one, words: '' })),
  objection: objection && { ...objection, words: '', answer: objection.answer && { ...objection.answer, words: '' } },
})

/** What a count found: the fields that differ. */
const changesOf = (before: YearDoc, application: ApplicationDoc, numbers: YearNumbers, rule: YearRule) => {
  const { year } = before
  const need = neededIn(year, application.enrolledAt, rule)
  const late = isLate(year, application.enrolledAt, rule)
  const after = {
    ...numbers,
    need,
    late,
    ...placeOf(numbers, need, isVolunteer(application)),
    under: application.under,
  }
  const proposal = before.state === 'proposed' ? { proposal: proposeResult(numbers, need, rule) } : {}
  const erased = application.personal ? {} : withoutWords(before)
  const all: Partial<YearDoc> = { ...after, ...proposal, ...erased }
  return Object.fromEntries(
    Object.entries(all).filter(([field, value]) => !isDeepStrictEqual(value, before[field as keyof YearDoc])),
  ) as Partial<YearDoc>
}

// Who is no volunteer any more leaves a year that is not settled; a settled one stays what it is.
const leaving = (before: YearDoc, application: ApplicationDoc, at: Date, push: ReturnType<typeof countYear>) => {
  const row = isVolunteer(application) ? undefined : findMove(yearMachine, before.state, 'leave', 'clock')
  if (!row) return null
  const happening = { act: 'leave', from: before.state, to: row.to, at, push }
  return { ...recording(before, clock('退出志愿服务'), happening), state: row.to }
}

const count = async (
  application: ApplicationDoc,
  before: YearDoc,
  { numbers, rule }: { numbers: YearNumbers; rule: YearRule },
  at: Date,
) => {
  const changes = changesOf(before, application, numbers, rule)
  const push = countYear(before, { ...before, ...changes })
  const left = leaving(before, application, at, push)
  if (left) return (await keepCount(before, { ...changes, ...left })) > 0
  if (Object.keys(changes).length === 0) return true
  const items = push.map((item, index) => ({ ...item, id: `${before._id}.count${before.rev}.${index}` }))
  const waiting = items.length > 0 ? { outbox: command.push(items), outboxAt: at } : {}
  return (await keepCount(before, { ...changes, ...waiting })) > 0
}

/**
 * Counts one volunteer's year anew, from his attendances. Whoever counts reads first which count stands, then the
 * attendances: of two at the same time the one that read earlier does not get its numbers in, and reads again.
 */
export const recount = async (applicationId: string, year: number, at: Date): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [application, before, rules] = await Promise.all([
      findApplication(applicationId),
      findYear(yearId(applicationId, year)),
      readYearRules(),
    ])
    if (!application) return
    const numbers = numbersOf(await listAttended(applicationId, year))
    const found = { numbers, rule: yearRuleOf(year, rules) }
    if (before ? await count(application, before, found, at) : await begin(application, year, found, at)) return
  }
  throw new AppError('SERVICE_BUSY', { reason: 'a year counted by too many at once' })
}

const begin = async (
  application: ApplicationDoc,
  year: number,
  { numbers, rule }: { numbers: YearNumbers; rule: YearRule },
  at: Date,
) => {
  const isNothing = numbers.all + numbers.absences === 0
  if (isNothing && !isVolunteer(application)) return true
  return createYear(newYear(application, year, numbers, at, rule))
}

/** Work `served`: an attendance became or ceased to be one that counts. */
export const recountServed: Work = async ({ payload }, at) => {
  const { applicationId, year } = payload as { applicationId: string; year: number }
  await recount(applicationId, year, at)
}

/** Work `standing`: somebody came on the roster or left it; what is personal of him may be gone. */
export const recountStanding: Work = async ({ payload }, at) => {
  const { applicationId } = payload as { applicationId: string }
  const known = (await listYearsOf(applicationId)).map(({ year }) => year)
  for (const year of new Set([yearOf(at), ...known])) await recount(applicationId, year, at)
}
