import { AppError } from 'types/app-error'
import { addDays, dateOf, endOfDay } from 'types/calendar'
import { applicationKeepDays, type ApplicationAct } from 'types/volunteer'
import { type applyEntries } from 'types/volunteer-apply'
import { record } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import { applicant, reviewerOf, standingOf } from './apply'
import { applications, closedKey, moveApplication } from '../application-store'
import { checkConsent, checkForm, consentAt, textsOf, type Checked } from './check-form'
import { countMove } from '../counting'
import type { ApplicationDoc, Personal } from '../documents'
import { dropUploads, filesOf, removeFiles, takePapers } from './papers'
import { correctPersonal, idCardMark } from './personal'
import { seatAgain } from '../review/seat'
import { offDesk } from '../review/standing'
import { toShownView } from './shown-view'
import { personalOf } from '../views'

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

// Who judged a person by his name, number or place of work judges anew where it is another.
const judgedAnew = (doc: ApplicationDoc, before: Personal, unit: string, { name, idCard }: Checked) =>
  name !== before.name || unit !== before.unit || (idCard !== null && idCardMark(idCard.number) !== doc.idMark)

type Resubmit = typeof applyEntries.resubmit

const carryOut: Handler<Resubmit, ApplicationDoc> = async (
  { version, form, consent },
  { subject: doc, caller: { openid }, now, acting },
) => {
  const before = personalOf(doc)
  checkConsent(consent, Boolean(form.papers ? form.papers.photo : before.papers?.photo))
  const { name, idCard } = checkForm(form, now)
  const node = form.nodeId === doc.node.id ? null : await reviewerOf(form.nodeId)
  const textCheck = await checkText(openid, textsOf(form), 'profile')
  const { papers, copies, spent } = await takePapers(doc._id, form.papers, before.papers ?? null)
  const seat = await seatAgain(doc, node, judgedAnew(doc, before, form.unit, { name, idCard }), now)
  const set = {
    personal: correctPersonal(doc._id, before, form, { name, idCard, papers }),
    ...(idCard ? { idMark: idCardMark(idCard.number) } : {}),
    ...standingOf(form),
    enteredGeneral: form.generalVolunteer || doc.enteredGeneral === true,
    ...seat.set,
    consents: [...doc.consents, consentAt(consent, now)].slice(-10),
    ...{ textCheck, submittedAt: now },
  }
  const step = { at: now, set, push: countMove(doc, { ...doc, ...seat.set, state: seat.state }) }
  const kept = doc.version === version ? copies : []
  const moved = await moveApplication(doc, acting('applicant', applicant), seat.act, version, step).catch(
    async (thrown: unknown) => {
      await removeFiles(kept)
      throw thrown
    },
  )
  await removeFiles(spent)
  return toShownView(afterMove(doc, moved, set, seat.act, now), { owner: true })
}

/** Subject, the union where another was chosen, write: three trips. */
export const resubmit: Handler<Resubmit, ApplicationDoc> = async (input, context) => {
  const { subject: doc } = context
  try {
    return await carryOut(input, context)
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code !== 'SERVICE_BUSY')
      await dropUploads(doc._id, input.form.papers, filesOf(doc.personal?.papers))
    throw thrown
  }
}

/** Subject and write. */
export const withdraw: Handler<typeof applyEntries.withdraw, ApplicationDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  const set = { ...closedFields(doc, now, applicationKeepDays.withdrawn), ...offDesk }
  const push = countMove(doc, { ...doc, ...offDesk, state: 'withdrawn' })
  return moveApplication(doc, acting('applicant', applicant), 'withdraw', version, { at: now, set, push })
}

/** Takes the photograph away and keeps that its consent was withdrawn. Subject and write. */
export const dropPhoto: Handler<typeof applyEntries.dropPhoto, ApplicationDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  const { papers } = personalOf(doc)
  const photo = papers?.photo
  // A retry finds nothing left to take away.
  if (!photo) return { id: doc._id, state: doc.state, version: doc.version }
  if (doc.version !== version) throw new AppError('CONFLICT')
  const last = doc.consents.at(-1)
  const consents = last && [
    ...doc.consents,
    { ...last, at: now, sensitive: (last.sensitive ?? []).filter((one) => one !== 'photo') },
  ]
  const set = { 'personal.papers.photo': null, ...(consents ? { consents: consents.slice(-10) } : {}) }
  const done = await record(applications, doc, acting('applicant', applicant), 'drop-photo', { at: now, set })
  await removeFiles([photo])
  return done
}
