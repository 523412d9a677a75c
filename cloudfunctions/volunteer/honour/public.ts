import { AppError } from 'types/app-error'
import { isOverdue } from 'types/calendar'
import { surnameAlone } from 'types/volunteer-certificate-rules'
import type { honourEntries } from 'types/volunteer-year-award'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import { knownBy, nameOf } from '../year/names'
import type { HonourDoc } from './honour-doc'
import { findHonour, listShown, moveHonour } from './honour-store'

type Entries = typeof honourEntries

const shown = 50
const mostObjections = 50
const attempts = 3

/** Who is being shown, and who was confirmed of late: of a person the surname alone. */
export const publicHonours: Handler<Entries['publicHonours']> = async (_input, { now }) => {
  const docs = await listShown(shown)
  const people = await knownBy(docs.flatMap(({ applicationId }) => applicationId ?? []))
  const labelOf = ({ team, applicationId }: HonourDoc) => {
    const person = people.get(applicationId ?? '')
    return team?.name ?? (person?.personal ? surnameAlone(person.personal.name) : nameOf(person))
  }
  return {
    items: docs.map((doc) => {
      const { _id: id, kind, year, node, reason, state } = doc
      const objectUntil = doc.objectUntil ?? now
      const open = state === 'announced' && !isOverdue(objectUntil, now)
      return { id, kind, year, name: labelOf(doc), node: node.name, reason, state, objectUntil, open }
    }),
  }
}

const checkOpen = (doc: HonourDoc | null, now: Date): HonourDoc => {
  if (!doc?.shown) throw new AppError('NOT_FOUND')
  if (doc.state !== 'announced' || !doc.objectUntil || isOverdue(doc.objectUntil, now))
    throw new AppError('NOT_ALLOWED_NOW', { message: '公示期已经结束，不能再提异议。' })
  if (doc.objections.length >= mostObjections)
    throw new AppError('TOO_OFTEN', { message: '这一项的异议已经很多，工会正在核对，请稍后再看。' })
  return doc
}

/** Anybody's word against it; of who says it nothing is kept. Honour and write, again where two speak at once. */
export const objectHonour: Handler<Entries['objectHonour']> = async (
  { _id, id, words },
  { caller: { openid }, now, acting },
) => {
  await checkText(openid, words, 'log')
  for (let attempt = 1; ; attempt++) {
    const found = await findHonour(id)
    const before = found?.objections.find((one) => one.id === _id)
    if (found && before) {
      if (before.words !== words) throw new AppError('ALREADY_EXISTS')
      return { id: found._id, state: found.state, version: found.version }
    }
    const doc = checkOpen(found, now)
    const objections = [...doc.objections, { id: _id, words, at: now, answer: null }]
    const who = acting('reporter', { by: 'reporter', name: '提出人' })
    try {
      return await moveHonour(doc, who, 'object', doc.version, { at: now, set: { objections } })
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'CONFLICT' || attempt === attempts) throw thrown
    }
  }
}
