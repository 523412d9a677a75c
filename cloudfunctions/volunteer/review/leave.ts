import { AppError } from 'types/app-error'
import { addDays, dateOf, endOfDay } from 'types/calendar'
import { appealDays, applicationKeepDays } from 'types/volunteer'
import type { leaveEntries } from 'types/volunteer-leave'
import type { OutboxItem } from '../../kit/aggregate'
import type { Caller, StoredGrant } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { moveApplication } from '../application-store'
import { applicant } from '../apply/apply'
import { closedFields, eraseAfter } from '../apply/own-commands'
import { countMove } from '../counting'
import type { ApplicationDoc } from '../documents'
import { noteEnrolled, noteLeft, tellApplicant } from '../messages'
import type { Leaving, Opinion } from './standing'

type Entries = typeof leaveEntries

/** Teams and activities to come let him go: work of `left`. */
const letGo = ({ _id }: ApplicationDoc): Omit<OutboxItem, 'id'>[] => [
  { to: 'local', kind: 'left', payload: { applicationId: _id } },
]

const departed = (doc: ApplicationDoc, state: 'quit' | 'removed') => [
  ...countMove(doc, { ...doc, state }),
  ...noteLeft(doc),
  ...letGo(doc),
]

/** The volunteer leaves, whenever he likes; the next version of the roster shows it. Subject and write. */
const quit: Handler<Entries['quit'], ApplicationDoc> = async ({ version, reason }, { subject: doc, now, acting }) => {
  const leaving: Leaving = { kind: 'quit', reason, at: now, by: null, appealUntil: null, appeal: null }
  const set = { leaving, ...closedFields(doc, now, applicationKeepDays.quit) }
  const same = doc.leaving?.reason === reason
  const step = { at: now, same, set, push: departed(doc, 'quit') }
  return moveApplication(doc, acting('applicant', applicant), 'quit', version, step)
}

const qualifierLine = ({ unionUnder, qualifier }: ApplicationDoc) => {
  const at = unionUnder.indexOf(qualifier.id)
  return at < 0 ? unionUnder : unionUnder.slice(0, at + 1)
}

const officeIn = (line: readonly string[], { grants }: Caller): StoredGrant | undefined =>
  grants.find(({ role, nodeId }) => role === 'officer' && line.includes(nodeId))

/** The union that spoke for him, or one above it; never himself. */
export const mayRemove = (doc: ApplicationDoc, caller: Caller) =>
  doc.openid !== caller.openid && officeIn(qualifierLine(doc), caller) !== undefined

const remove: Handler<Entries['removeVolunteer'], ApplicationDoc> = async (
  { version, reason },
  { subject: doc, caller, now, acting },
) => {
  const office = officeIn(qualifierLine(doc), caller)
  if (!office || doc.openid === caller.openid)
    throw new AppError('NOT_ALLOWED_NOW', { message: `移出名册由“${doc.qualifier.name}”或它的上级办理。` })
  const by = { personId: caller.personId, name: caller.name ?? '', unit: office.nodeName, under: office.under }
  const appealUntil = endOfDay(addDays(dateOf(now), appealDays))
  const leaving: Leaving = { kind: 'removed', reason, at: now, by, appealUntil, appeal: null }
  const set = { leaving, eraseAt: eraseAfter(now, applicationKeepDays.removed) }
  const words = `${reason}（${appealDays} 天内可向上级申诉）`
  const told = tellApplicant(doc, { matter: '移出志愿者名册', result: '已移出', words, at: now })
  const step = { at: now, same: doc.leaving?.reason === reason, set, push: [...departed(doc, 'removed'), ...told] }
  return moveApplication(doc, { ...acting('officer'), office: office.nodeName }, 'remove', version, step)
}

const appeal: Handler<Entries['appealRemoval'], ApplicationDoc> = async (
  { version, words },
  { subject: doc, now, acting },
) => {
  const { leaving } = doc
  const again = doc.state === 'appealed'
  if (!again && leaving?.appeal) throw new AppError('NOT_ALLOWED_NOW', { message: '申诉已经有了结论，不能再次申诉。' })
  if (!again && (leaving?.appealUntil?.getTime() ?? 0) < now.getTime())
    throw new AppError('NOT_ALLOWED_NOW', { message: `移出后 ${appealDays} 天内可以申诉，现在已经过期。` })
  const set = { leaving: leaving && { ...leaving, appeal: { words, at: now, answer: null } } }
  const step = { at: now, same: leaving?.appeal?.words === words, set, push: [] }
  return moveApplication(doc, acting('applicant', applicant), 'appeal', version, step)
}

// The level above whoever removed him; the root has none, there it is another person.
const aboveOf = (under: readonly string[]) => (under.length > 1 ? under.slice(0, -1) : under)

const answererOf = ({ leaving, openid }: ApplicationDoc, caller: Caller) =>
  leaving?.by && leaving.by.personId !== caller.personId && openid !== caller.openid
    ? officeIn(aboveOf(leaving.by.under), caller)
    : undefined

export const mayAnswer = (doc: ApplicationDoc, caller: Caller) => answererOf(doc, caller) !== undefined

const decideAppeal: Handler<Entries['decideAppeal'], ApplicationDoc> = async (
  { version, uphold, opinion },
  { subject: doc, caller, now, acting },
) => {
  const office = answererOf(doc, caller)
  const act = uphold ? 'appeal-uphold' : 'appeal-dismiss'
  if (!office || !doc.leaving?.appeal)
    throw new AppError('NOT_ALLOWED_NOW', { message: '申诉由作出移出决定的上一级工会、另一位干部办理。' })
  const answer: Opinion = {
    ...{ by: caller.personId, name: caller.name ?? '', unit: office.nodeName, words: opinion, at: now },
    approved: uphold,
  }
  const leaving = { ...doc.leaving, appeal: { ...doc.leaving.appeal, answer } }
  const back = uphold ? [...countMove(doc, { ...doc, state: 'enrolled' }), ...noteEnrolled(doc)] : []
  const result = { matter: '移出名册的申诉', result: uphold ? '申诉成立' : '维持移出', words: opinion, at: now }
  const set = { leaving, ...(uphold ? { eraseAt: null } : {}) }
  const same = doc.leaving.appeal.answer?.words === opinion
  const step = { at: now, same, set, push: [...back, ...tellApplicant(doc, result)] }
  return moveApplication(doc, { ...acting('officer'), office: office.nodeName }, act, version, step)
}

export const leaveHandlers = { quit, removeVolunteer: remove, appealRemoval: appeal, decideAppeal }
