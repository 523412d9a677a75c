import { AppError } from 'types/app-error'
import type { InputOf } from 'types/contract'
import { applicationKeepDays } from 'types/volunteer'
import { type reviewEntries } from 'types/volunteer-review'
import type { Context, Handler } from '../../kit/serve'
import { moveApplication } from '../application-store'
import { countMove } from '../counting'
import type { ApplicationDoc, StoredOpinion } from '../documents'
import { noteEnrolled, tellApplicant } from '../messages'
import { findRegulatorFor } from '../node-store'
import { closedFields } from '../apply/own-commands'

type Review = InputOf<typeof reviewEntries.unionReview>
type Reviewing = Pick<Context<ApplicationDoc>, 'caller' | 'grant' | 'now'>

const results = { approve: '已通过', return: '退回补充', reject: '未通过' } as const

const opinionOf = ({ decision, opinion }: Review, { caller, grant, now }: Reviewing): StoredOpinion => ({
  ...{ by: caller.personId, name: caller.name ?? '', unit: grant?.nodeName ?? '', words: opinion, at: now },
  approved: decision === 'approve',
})

/** Nobody reviews for both authorities, in any round, nor his own application. */
export const isOtherSide = (
  doc: ApplicationDoc,
  reviewer: { openid: string; personId: string },
  otherSide: readonly string[],
) => doc.openid === reviewer.openid || otherSide.includes(reviewer.personId)

const checkPerson = (doc: ApplicationDoc, { caller }: Reviewing, otherSide: readonly string[]) => {
  if (isOtherSide(doc, caller, otherSide))
    throw new AppError('SAME_PERSON', { message: '工会审核和监管审核要由两个人办理，也不能审核自己的申请。' })
}

const closing = (doc: ApplicationDoc, decision: Review['decision'], now: Date) =>
  decision === 'reject' ? closedFields(doc, now, applicationKeepDays.rejected) : {}

// The words of an opinion may be about a person: they stay in the application, the trail notes only that it was given.
const outcome = ({ decision }: Review) => ({ decision })

// A retry repeats the words too; other words under the same step were never stored.
const isSameReview = (given: StoredOpinion | null, { opinion }: Review) => given?.words === opinion

const handOver = async (doc: ApplicationDoc): Promise<NonNullable<ApplicationDoc['regulator']>> => {
  const node = await findRegulatorFor(doc.unionUnder)
  if (!node)
    throw new AppError('NOT_ALLOWED_NOW', {
      message: '还没有登记对应的安全监管部门，申请交不出去，请联系上级工会管理员登记后再审核通过。',
    })
  return { id: node._id, name: node.name, under: node.under }
}

/** Caller, application, on approval the regulator, write. */
export const unionReview: Handler<typeof reviewEntries.unionReview, ApplicationDoc> = async (input, context) => {
  const { subject: doc, caller, now, acting } = context
  checkPerson(doc, context, doc.regulatorReviewers)
  const regulator = input.decision === 'approve' ? await handOver(doc) : doc.regulator
  const state = ({ approve: 'union-approved', return: 'returned', reject: 'rejected' } as const)[input.decision]
  const set = {
    unionOpinion: opinionOf(input, context),
    unionReviewers: [...new Set([...doc.unionReviewers, caller.personId])],
    ...(input.decision === 'approve' ? { regulator, under: [...doc.unionUnder, ...(regulator?.under ?? [])] } : {}),
    ...closing(doc, input.decision, now),
  }
  const result = { matter: '志愿者申请·工会审核', result: results[input.decision], words: input.opinion, at: now }
  const push = [...countMove(doc, { ...doc, state, regulator }), ...tellApplicant(doc, result)]
  const step = { at: now, same: isSameReview(doc.unionOpinion, input), set, data: outcome(input), push }
  return moveApplication(doc, acting('officer'), `union-${input.decision}`, input.version, step)
}

/** Caller, application, write. */
export const regulatorReview: Handler<typeof reviewEntries.regulatorReview, ApplicationDoc> = async (
  input,
  context,
) => {
  const { subject: doc, caller, now, acting } = context
  checkPerson(doc, context, doc.unionReviewers)
  const approved = input.decision === 'approve'
  const state = ({ approve: 'enrolled', return: 'returned', reject: 'rejected' } as const)[input.decision]
  const set = {
    regulatorOpinion: opinionOf(input, context),
    regulatorReviewers: [...new Set([...doc.regulatorReviewers, caller.personId])],
    ...(approved ? { enrolledAt: now } : {}),
    ...closing(doc, input.decision, now),
  }
  const matter = approved ? '志愿者申请·列入名册' : '志愿者申请·专业审核'
  const result = { matter, result: results[input.decision], words: input.opinion, at: now }
  const enrolment = approved ? noteEnrolled(doc) : []
  const push = [...countMove(doc, { ...doc, state }), ...tellApplicant(doc, result), ...enrolment]
  const step = { at: now, same: isSameReview(doc.regulatorOpinion, input), set, data: outcome(input), push }
  return moveApplication(doc, acting('regulator'), `regulator-${input.decision}`, input.version, step)
}
