import { AppError } from 'types/app-error'
import { dateOf, daysBetween } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { reportEntries } from 'types/hazard-report'
import { record, type Acting } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import type { HazardDoc } from '../hazard'
import { findHazard, hazards } from '../hazard-store'
import { isReporter } from './retrieval-key'

type Entries = typeof reportEntries
type Facts = Omit<InputOf<Entries['handOver']>, 'id'>

const longestDays = 366

const checkDay = (calledOn: string, now: Date) => {
  const ago = daysBetween(calledOn, dateOf(now))
  if (ago >= 0 && ago <= longestDays) return
  const problem = ago < 0 ? '拨打日期不能晚于今天' : '拨打日期最早写到一年前'
  throw new AppError('INVALID_INPUT', { fields: { calledOn: problem } })
}

/** Calls one hazard takes: each is an event, and too many would push the steps out of its latest twenty. */
const mostCalls = 8

const done = ({ _id, state, version }: HazardDoc) => ({ id: _id, state, version })

/** The same call written down twice is one. */
const write = async (doc: HazardDoc, acting: Acting, facts: Facts, from: string, now: Date) => {
  const { hotline, calledOn, receipt = '' } = facts
  checkDay(calledOn, now)
  const data = { hotline, calledOn, receipt, from }
  const isKnown = doc.events.some(
    (event) => event.act === 'hand-over' && Object.entries(data).every(([key, value]) => event.data[key] === value),
  )
  if (isKnown) return done(doc)
  const calls = (doc.calls ?? 0) + 1
  if (calls > mostCalls) throw new AppError('NOT_ALLOWED_NOW', { message: `一条隐患最多记 ${mostCalls} 次热线。` })
  return record(hazards, doc, acting, 'hand-over', { at: now, data, set: { calls } })
}

/** An officer writes down that a hazard was handed over to a hotline. */
export const handOver: Handler<Entries['handOver'], HazardDoc> = (input, { subject, now, acting, grant }) =>
  write(subject, acting('officer'), input, grant?.nodeName ?? '工会', now)

/** Whoever reported it writes down that he called a hotline himself; nobody else may, and the event does not name him. */
export const noteCall: Handler<Entries['noteCall']> = async ({ id, retrievalKey = '', ...facts }, context) => {
  const { caller, now, acting } = context
  const doc = await findHazard(id)
  if (!doc || !isReporter(doc, caller.openid, retrievalKey)) throw new AppError('NOT_FOUND')
  if (facts.receipt) await checkText(caller.openid, facts.receipt, 'log')
  return write(doc, acting('reporter', { by: 'reporter', name: '上报人' }), facts, '', now)
}
