import { addDays, dateOf, endOfDay } from 'types/calendar'
import { applicationKeepDays, type ApplicationAct } from 'types/volunteer'
import { type applyEntries } from 'types/volunteer-apply'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import { applicant, reviewerOf, standingOf } from './apply'
import { closedKey, moveApplication } from '../application-store'
import { checkConsent, checkForm, textsOf } from './check-form'
import { countMove } from '../counting'
import type { ApplicationDoc } from '../documents'
import { correctPersonal, idCardMark } from './personal'
import { personalOf, toView } from '../views'

type Moved = { version: number; state: ApplicationDoc['state'] }

/** The document as it stands after a move, or as it stood where the move was a retry. */
export const afterMove = (
  doc: ApplicationDoc,
  moved: Moved,
  set: Partial<ApplicationDoc>,
  act: ApplicationAct,
  at: Date,
): ApplicationDoc => {
  if (moved.version === doc.version) return doc
  const step = { seq: doc.seq + 1, at, by: '', name: '', verb: '', act, from: doc.state, to: moved.state, hash: '' }
  const events = [...doc.events, { ...step, data: {} }].slice(-20)
  return { ...doc, ...set, ...moved, events, updatedAt: at }
}

/** The end of the day on which what is personal of a closed application goes. */
export const eraseAfter = (now: Date, days: number) => endOfDay(addDays(dateOf(now), days))

/** Fields of an application nobody works on any more: person and number are free for another one. */
export const closedFields = ({ _id }: ApplicationDoc, now: Date, days: number) => ({
  ...{ liveKey: closedKey(_id), idMark: closedKey(_id) },
  eraseAt: eraseAfter(now, days),
})

/** Subject, the union where another was chosen, write: three trips. */
export const resubmit: Handler<typeof applyEntries.resubmit, ApplicationDoc> = async (
  { version, form, consent },
  { subject: doc, caller: { openid }, now, acting },
) => {
  checkConsent(consent)
  const before = personalOf(doc)
  const { name, idCard } = checkForm(form, now)
  const node = form.nodeId === doc.node.id ? null : await reviewerOf(form.nodeId)
  const textCheck = await checkText(openid, textsOf(form), 'profile')
  const unionUnder = node?.under ?? doc.unionUnder
  const set = {
    personal: correctPersonal(doc._id, before, form, name, idCard),
    ...(idCard ? { idMark: idCardMark(idCard.number) } : {}),
    ...standingOf(form),
    ...(node ? { node: { id: node._id, name: node.name }, unionUnder, regulator: null } : {}),
    // The regulator reads it again once the union has agreed to what was changed.
    under: unionUnder,
    consents: [...doc.consents, { version: consent.version, textHash: consent.textHash, at: now }].slice(-10),
    ...{ textCheck, submittedAt: now },
  }
  const after = { state: 'submitted' as const, unionUnder, regulator: node ? null : doc.regulator }
  const step = { at: now, set, push: countMove(doc, after) }
  const moved = await moveApplication(doc, acting('applicant', applicant), 'resubmit', version, step)
  return toView(afterMove(doc, moved, set, 'resubmit', now), { owner: true })
}

/** Subject and write. */
export const withdraw: Handler<typeof applyEntries.withdraw, ApplicationDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  const set = closedFields(doc, now, applicationKeepDays.withdrawn)
  const push = countMove(doc, { ...doc, state: 'withdrawn' })
  return moveApplication(doc, acting('applicant', applicant), 'withdraw', version, { at: now, set, push })
}
