import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import { receiptCode } from 'types/ids'
import { reviewingTypes } from 'types/volunteer'
import { type applyEntries } from 'types/volunteer-apply'
import { type ApplicationForm } from 'types/volunteer-form'
import { born, type Acting } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import type { Handler } from '../../kit/serve'
import { createApplication, idCardTaken, listApplicationsOf } from '../application-store'
import { checkConsent, checkForm, noSuchReviewer, textsOf } from './check-form'
import { countBirth } from '../counting'
import type { ApplicationDoc } from '../documents'
import { findNode, type NodeDoc } from '../node-store'
import { idCardMark, toPersonal } from './personal'
import { toView } from '../views'

type Apply = typeof applyEntries.apply

/** The union node that is to review. @throws AppError INVALID_INPUT where it does not */
export const reviewerOf = async (nodeId: string): Promise<NodeDoc> => {
  const node = await findNode(nodeId)
  const types: readonly string[] = reviewingTypes
  if (!node || node.authority !== 'union' || !types.includes(node.type)) throw noSuchReviewer()
  return node
}

/** The audit trail keeps the step for ever, so it must not keep the name. */
export const applicant = { by: 'applicant', name: '申请人' } as const

type Standing = Pick<ApplicationForm, 'specialties' | 'generalVolunteer' | 'frontLine'>

/** Fields of the form that stand beside the personal part, and what follows from them. */
export const standingOf = ({ specialties, generalVolunteer, frontLine }: Standing) => ({
  ...{ specialties: [...new Set(specialties)], generalVolunteer, frontLine },
  priority: Number(generalVolunteer) + Number(frontLine),
})

type Found = { node: NodeDoc; textCheck: ApplicationDoc['textCheck']; openid: string; now: Date; acting: Acting }

const compose = (input: InputOf<Apply>, { node, textCheck, openid, now, acting }: Found): ApplicationDoc => {
  const { _id, form, consent, booth } = input
  const { name, idCard } = checkForm(form, now)
  if (!idCard) throw new AppError('INVALID_INPUT', { fields: { 'form.idCard': '请填写身份证号。' } })
  const standing = { state: 'submitted' as const, unionUnder: node.under, regulator: null }
  const subject = `志愿者申请 ${receiptCode(_id)}`
  const push = countBirth(standing, booth)
  return {
    ...born(acting, { _id, state: standing.state, under: node.under, subject, at: now, push }),
    ...{ openid, liveKey: openid, idMark: idCardMark(idCard.number), personal: toPersonal(_id, form, name, idCard) },
    ...standingOf(form),
    ...{ node: { id: node._id, name: node.name }, unionUnder: node.under, regulator: null },
    ...{ unionOpinion: null, regulatorOpinion: null, unionReviewers: [], regulatorReviewers: [] },
    consents: [{ version: consent.version, textHash: consent.textHash, at: now }],
    ...{ textCheck, submittedAt: now, enrolledAt: null, eraseAt: null },
  }
}

// Why the document could not be put down: a retry, a second application of the same person, or a number that is taken.
const alreadyThere = async (id: string, openid: string) => {
  const own = await listApplicationsOf(openid, 20)
  const same = own.find(({ _id }) => _id === id)
  if (same) return toView(same, { owner: true })
  if (own.some(({ liveKey }) => liveKey === openid))
    throw new AppError('ALREADY_EXISTS', { message: '您已有一份申请，请在“我的申请”里查看进度，无需重复提交。' })
  throw idCardTaken()
}

/** An application, once: node and write, and one look at one's own where the write met something. */
export const apply: Handler<Apply> = async (input, { caller: { openid }, now, acting }) => {
  if (!openid) throw new AppError('FORBIDDEN')
  checkConsent(input.consent)
  checkForm(input.form, now)
  const [textCheck, node] = await Promise.all([
    checkText(openid, textsOf(input.form), 'profile'),
    reviewerOf(input.form.nodeId),
  ])
  const doc = compose(input, { node, textCheck, openid, now, acting: acting('applicant', applicant) })
  return (await createApplication(doc)) ? toView(doc, { owner: true }) : alreadyThere(input._id, openid)
}
