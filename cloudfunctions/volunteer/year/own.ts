import { isOverdue } from 'types/calendar'
import { AppError } from 'types/app-error'
import { movesFor } from 'types/state-machine'
import type { OwnYear, yearEntries } from 'types/volunteer-year'
import type { assessEntries } from 'types/volunteer-year-assess'
import { yearMachine } from 'types/volunteer-year-machine'
import { isLate, neededIn, yearOf, yearRuleOf } from 'types/volunteer-year-rules'
import type * as z from 'types/zod'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import { findApplication, listApplicationsOf } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { listAttended, type Attended } from './attended-store'
import { numbersOf, placeOf } from './facts'
import { toItems } from './items'
import { tellUnionOfObjection } from './messages'
import type { Said, YearDoc } from './year-doc'
import { findYear, moveYear, yearId } from './year-store'

type View = z.input<typeof OwnYear>

/** A result is told once both authorities have agreed. */
const isTold = ({ state }: YearDoc) => state === 'agreed' || state === 'objected' || state === 'sealed'

const toAnswer = (answer: Said | null) => answer && { words: answer.words, unit: answer.unit, at: answer.at }
export const toObjection = ({ objection }: YearDoc) =>
  objection && { words: objection.words, at: objection.at, answer: toAnswer(objection.answer) }

const mayObject = (doc: YearDoc, now: Date) =>
  doc.objection === null && doc.objectUntil !== null && !isOverdue(doc.objectUntil, now)

const actsOf = (doc: YearDoc, now: Date) =>
  movesFor(yearMachine, doc.state, 'applicant')
    .map(({ act }) => act)
    .filter((act) => act !== 'object' || mayObject(doc, now))

const assessed = (doc: YearDoc | null, now: Date) => {
  const told = doc !== null && isTold(doc) ? doc : null
  return {
    ...{ result: told?.result ?? null, reason: told?.confirmed?.words || null, unit: told?.confirmed?.unit ?? null },
    ...{ evidence: told?.evidence ?? null, objectUntil: told?.objectUntil ?? null },
    ...{ objection: told && toObjection(told), acts: told ? actsOf(told, now) : [] },
  }
}

const toOwn = (application: ApplicationDoc, doc: YearDoc | null, attended: Attended[], year: number, now: Date) => {
  const need = doc?.need ?? neededIn(year, application.enrolledAt)
  // Counted here and now: what was served a minute ago is on the page before the drainer has been.
  const numbers = numbersOf(attended)
  const { shelf } = placeOf(numbers, need, application.state === 'enrolled')
  const late = doc?.late ?? isLate(year, application.enrolledAt, yearRuleOf(year))
  const view: View = {
    ...{ id: doc?._id ?? null, version: doc?.version ?? 0, year, need, ...numbers, shelf, late },
    ...{ state: doc?.state ?? 'running', items: toItems(attended), ...assessed(doc, now) },
  }
  return view
}

/** The latest application that was ever enrolled, of the latest ten. */
export const findOwnEnrolled = async (openid: string): Promise<ApplicationDoc | null> => {
  const found = openid ? await listApplicationsOf(openid, 10) : []
  return found.find(({ state }) => state === 'enrolled') ?? found.find(({ enrolledAt }) => enrolledAt !== null) ?? null
}

/** Application, year and attendances: three trips. */
export const myYear: Handler<(typeof yearEntries)['myYear']> = async ({ year }, { caller: { openid }, now }) => {
  const application = await findOwnEnrolled(openid)
  if (!application?.enrolledAt) return { since: null, mine: null }
  const since = yearOf(application.enrolledAt)
  if (year < since || year > yearOf(now)) return { since, mine: null }
  const { _id } = application
  const [doc, attended] = await Promise.all([findYear(yearId(_id, year)), listAttended(_id, year)])
  return { since, mine: toOwn(application, doc, attended, year, now) }
}

export type OwnYearSubject = { doc: YearDoc; application: ApplicationDoc }
export const ownYear = {
  load: async (input: { id: string }): Promise<OwnYearSubject | null> => {
    const doc = await findYear(input.id)
    const application = doc && (await findApplication(doc.applicationId))
    return doc && application ? { doc, application } : null
  },
  owner: ({ application }: OwnYearSubject) => application.openid,
}

const himself = { by: 'applicant', name: '志愿者本人' }

/** Year, application, write: three trips. */
export const objectYear: Handler<(typeof assessEntries)['objectYear'], OwnYearSubject> = async (
  { version, words },
  { subject: { doc, application }, caller: { openid }, now, acting },
) => {
  const said = doc.objection
  if (doc.state === 'agreed' && !mayObject(doc, now)) {
    const message = said ? '每年的考核结果只能提一次异议，已经答复过了。' : '提出异议的时间已经过了。'
    throw new AppError('NOT_ALLOWED_NOW', { message })
  }
  await checkText(openid, words, 'log')
  const step = {
    ...{ at: now, set: { objection: { words, at: now, answer: null } }, same: said?.words === words },
    push: tellUnionOfObjection(doc, application, now),
  }
  return moveYear(doc, acting('applicant', himself), 'object', version, step)
}
