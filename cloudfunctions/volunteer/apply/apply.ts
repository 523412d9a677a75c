import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import { receiptCode } from 'types/ids'
import { reviewingTypes } from 'types/volunteer'
import { type applyEntries } from 'types/volunteer-apply'
import { type ApplicationForm } from 'types/volunteer-form'
import { sourceOf, type VisitSource } from 'types/visit-source'
import { born, type Acting } from '../../kit/aggregate'
import { cameBy } from '../../kit/came-by'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import { createApplication, findApplication, idCardTaken, listApplicationsOf } from '../application-store'
import { checkConsent, checkForm, consentAt, noSuchReviewer, textsOf } from './check-form'
import { countBirth } from '../counting'
import type { ApplicationDoc } from '../documents'
import { findNode, findNodeFor, type NodeDoc } from '../node-store'
import { dropUploads, removeFiles, takePapers, type Taken } from './papers'
import { idCardMark, toPersonal } from './personal'
import { seatFor } from '../review/seat'
import { toShownView } from './shown-view'

type Apply = typeof applyEntries.apply

const asReviewer = <Node extends NodeDoc>(node: Node | null): Node => {
  const types: readonly string[] = reviewingTypes
  if (!node || node.authority !== 'union' || !types.includes(node.type)) throw noSuchReviewer()
  return node
}

/** The union node that is to review. @throws AppError INVALID_INPUT where it does not */
export const reviewerOf = async (nodeId: string): Promise<NodeDoc> => asReviewer(await findNode(nodeId))

/** The audit trail keeps the step for ever, so it must not keep the name. */
export const applicant = { by: 'applicant', name: '申请人' } as const

type Standing = Pick<ApplicationForm, 'specialties' | 'generalVolunteer' | 'frontLine'>

/** Fields of the form that stand beside the personal part, and what follows from them. */
export const standingOf = ({ specialties, generalVolunteer, frontLine }: Standing) => ({
  ...{ specialties: [...new Set(specialties)], generalVolunteer, frontLine },
  priority: Number(generalVolunteer) + Number(frontLine),
})

type Found = {
  node: NodeDoc
  seat: Awaited<ReturnType<typeof seatFor>>
  textCheck: ApplicationDoc['textCheck']
  papers: Taken['papers']
  openid: string
  now: Date
  acting: Acting
  /** Where he came from, as far as it is proven. */
  source: VisitSource
}

const compose = (
  input: InputOf<Apply>,
  { node, seat, textCheck, papers, openid, now, acting, source }: Found,
): ApplicationDoc => {
  const { _id, form, consent } = input
  const { name, idCard } = checkForm(form, now)
  if (!idCard) throw new AppError('INVALID_INPUT', { fields: { 'form.idCard': '请填写身份证号。' } })
  const standing = { state: seat.state, unionUnder: node.under, regulator: null, deskId: node._id }
  const subject = `志愿者申请 ${receiptCode(_id)}`
  const push = countBirth(standing, source, now)
  return {
    ...born(acting, { _id, state: standing.state, under: node.under, subject, at: now, push }),
    ...{ openid, liveKey: openid, idMark: idCardMark(idCard.number) },
    personal: toPersonal(_id, form, { name, idCard, papers }),
    ...standingOf(form),
    ...{ enteredGeneral: form.generalVolunteer, prints: [], printsDropAt: null },
    ...{ node: { id: node._id, name: node.name }, unionUnder: node.under, regulator: null },
    ...seat.fields,
    ...{ unionOpinion: null, regulatorOpinion: null, unionReviewers: [], regulatorReviewers: [] },
    consents: [consentAt(consent, now)],
    ...{ textCheck, submittedAt: now, enrolledAt: null, eraseAt: null },
  }
}

// Why the document could not be put down: a retry, a second application of the same person, or a number that is taken.
const alreadyThere = async (id: string, openid: string) => {
  const own = await listApplicationsOf(openid, 20)
  const same = own.find(({ _id }) => _id === id)
  if (same) return same
  if (own.some(({ liveKey }) => liveKey === openid))
    throw new AppError('ALREADY_EXISTS', { message: '您已有一份申请，请在“我的申请”里查看进度，无需重复提交。' })
  throw idCardTaken()
}

// Copies of an application that was not taken; what somebody's application of this id holds is not touched.
const dropCopies = async (id: string, { copies, spent }: Taken) => {
  if (copies.length > 0 && !(await findApplication(id))) await removeFiles([...copies, ...spent])
}

const put = async (input: InputOf<Apply>, found: Found, taken: Taken): Promise<ApplicationDoc> => {
  const doc = compose(input, found)
  try {
    const kept = (await createApplication(doc)) ? doc : await alreadyThere(input._id, found.openid)
    await removeFiles(taken.spent)
    return kept
  } catch (thrown) {
    if (thrown instanceof AppError) await dropCopies(input._id, taken)
    throw thrown
  }
}

/** What a refused form may have left in the storage goes with it. */
const orDrop = async <T>(input: InputOf<Apply>, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code !== 'SERVICE_BUSY')
      await dropUploads(input._id, input.form.papers, [])
    throw thrown
  }
}

/** An application, once: node, where its first stage falls away, and write; and one look at one's own where the write met something. */
export const apply: Handler<Apply> = async (input, { caller: { openid }, now, acting }) => {
  if (!openid) throw new AppError('FORBIDDEN')
  const { _id, form, consent } = input
  const doc = await orDrop(input, async () => {
    checkConsent(consent, form.papers?.photo !== undefined)
    checkForm(form, now)
    const [textCheck, found] = await Promise.all([
      checkText(openid, textsOf(form), 'profile'),
      findNodeFor(form.nodeId, openid),
    ])
    const { scanned, ...node } = asReviewer(found)
    const source = cameBy(sourceOf(input.source, input.booth), scanned[0])
    const seat = await seatFor(node, now)
    const taken = await takePapers(_id, form.papers, null)
    const { papers } = taken
    const who = { openid, now, acting: acting('applicant', applicant), source }
    return put(input, { node, seat, textCheck, papers, ...who }, taken)
  })
  return toShownView(doc, { owner: true })
}
