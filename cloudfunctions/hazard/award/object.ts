import { AppError } from 'types/app-error'
import { formatDate, isOverdue } from 'types/calendar'
import { objectionMachine } from 'types/hazard-award'
import type { awardOfficeEntries } from 'types/hazard-award-office'
import type { awardEntries } from 'types/hazard-award-public'
import { born, move } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import { isSame } from '../../kit/same'
import type { Handler } from '../../kit/serve'
import { countReport, reportDayOf } from '../report/day-store'
import type { AwardDoc, ObjectionDoc } from './award'
import { createObjection, findObjection, findObjectionStart, objections } from './award-store'
import { toObjector } from './messages'
import { labelOf } from './propose'

type Office = typeof awardOfficeEntries
type Public = typeof awardEntries

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })
const said = ['awardId', 'seat', 'words', 'owner'] as const
const doneOf = ({ _id: id, state, version }: ObjectionDoc) => ({ id, state, version })

const ownAgain = (before: ObjectionDoc, doc: Pick<ObjectionDoc, (typeof said)[number]>) => {
  if (!isSame<Pick<ObjectionDoc, (typeof said)[number]>>(before, doc, said)) throw new AppError('ALREADY_EXISTS')
  return doneOf(before)
}

/** @throws AppError NOT_ALLOWED_NOW outside the period, or about a place that is not there */
const checkShown = (doc: AwardDoc, seat: number | null, now: Date) => {
  const until = doc.objectUntil
  if (doc.state !== 'announced' || !until) throw refuse('这份名单不在公示期，不能再提异议。')
  if (isOverdue(until, now)) throw refuse(`公示期已在${formatDate(until)}结束，不能再提异议。`)
  if (seat !== null && !doc.places.some((one) => one.seat === seat)) throw refuse('名单有变化，请刷新后再看。')
}

/** Anybody's objection to a list or one place on it: three trips. Of who gives no name nothing is kept. */
export const object: Handler<Public['object']> = async (input, { caller: { openid }, now, acting }) => {
  const { _id, id: awardId, seat, words, named } = input
  if (named && !openid) throw new AppError('FORBIDDEN')
  const dayId = reportDayOf(openid, now)
  const [wordsCheck, start] = await Promise.all([
    checkText(openid, words, 'log'),
    findObjectionStart({ awardId, objectionId: _id, dayId }),
  ])
  if (!start) throw new AppError('NOT_FOUND')
  const { present, day, ...doc } = start
  const content = { awardId, seat, words, owner: named ? openid : null }
  if (present[0]) return ownAgain(present[0], content)
  checkShown(doc, seat, now)
  if (openid) await countReport(dayId, day[0] ?? null, now)
  const place = doc.places.find((one) => one.seat === seat)
  const birth = { _id, state: 'raised' as const, under: doc.under, subject: `异议 ${doc.title}`, at: now }
  const made: ObjectionDoc = {
    ...born(acting('reporter', { by: 'reporter', name: '提出人' }), { ...birth, data: { award: doc.title, seat } }),
    ...{ ...content, award: doc.title, label: place ? labelOf(place) : null, wordsCheck, answer: null, clockAt: now },
  }
  if (await createObjection(made)) return doneOf(made)
  const before = await findObjection(_id)
  if (!before) throw new AppError('NOT_FOUND')
  return ownAgain(before, content)
}

/** One objection with its answer, for whoever knows its id: the phone it was written on made it. */
export const objection: Handler<Public['objection']> = async ({ id }) => {
  const doc = await findObjection(id)
  if (!doc) throw new AppError('NOT_FOUND')
  const { awardId, award, seat, words, state, createdAt: at, answer } = doc
  return { id, awardId, award, seat, words, state, at, answer }
}

export const answerObjection: Handler<Office['answerObjection'], ObjectionDoc> = (
  { words, upheld, version },
  { subject: doc, now, acting },
) =>
  move(objections, objectionMachine, doc, acting('officer'), 'answer', version, {
    at: now,
    same: doc.answer?.words === words && doc.answer.upheld === upheld,
    data: { words, upheld },
    set: { answer: { words, upheld, at: now } },
    push: toObjector(doc, words, now),
  })

export const objectionSubject = {
  load: (input: { id: string }) => findObjection(input.id),
  under: (doc: ObjectionDoc) => doc.under,
}
