import { AppError } from 'types/app-error'
import {
  applicationKeepDays,
  isReviewStage,
  reviewStages,
  type ReviewDecision,
  type ReviewStage,
} from 'types/volunteer'
import { isReplay, type Acting } from '../../kit/aggregate'
import type { Caller } from '../../kit/identity'
import { moveApplication } from '../application-store'
import { closedFields } from '../apply/own-commands'
import { countMove } from '../counting'
import type { ApplicationDoc, StoredOpinion } from '../documents'
import { noteEnrolled, tellApplicant } from '../messages'
import { deskLine, passOn, type Routes } from './seat'
import { offDesk } from './standing'

/** A word on one application: `entered`, the union has entered him on the general platform (note 3 of the form). */
export type Word = { decision: ReviewDecision; opinion: string; entered?: boolean }
/** Whose word it is: the caller with the grants his entry lets speak. */
export type Reviewer = { caller: Caller; acting: (actor: 'officer' | 'regulator') => Acting; routes: Routes; now: Date }

const results = { approve: '已通过', return: '退回补充', reject: '未通过' } as const
const stages = Object.keys(reviewStages) as ReviewStage[]
const actOf = (stage: ReviewStage, decision: ReviewDecision) => `${reviewStages[stage].acts}-${decision}` as const

/** Nobody reviews for both authorities, in any round, nor his own application. */
export const isOtherSide = (doc: ApplicationDoc, { openid, personId }: Caller, stage: ReviewStage) => {
  const others = reviewStages[stage].actor === 'officer' ? doc.regulatorReviewers : doc.unionReviewers
  return doc.openid === openid || others.includes(personId)
}

/** The office in whose name the caller may speak at this stage; null where it is not his. */
export const seatOf = (doc: ApplicationDoc, { grants }: Caller, stage: ReviewStage) => {
  const line = deskLine(doc, stage)
  return grants.find(({ role, nodeId }) => role === reviewStages[stage].actor && line.includes(nodeId)) ?? null
}

// A retry finds the application where its own first try took it.
const stageOf = (doc: ApplicationDoc, by: string, version: number, decision: ReviewDecision): ReviewStage | null => {
  const acting = { by, name: '', actor: 'officer', verb: '' } as const
  const done = stages.find((stage) => isReplay(doc, acting, actOf(stage, decision), version))
  return done ?? (isReviewStage(doc.state) ? doc.state : null)
}

const check = (doc: ApplicationDoc, stage: ReviewStage, { caller }: Reviewer) => {
  const seat = seatOf(doc, caller, stage)
  if (!seat)
    throw new AppError('NOT_ALLOWED_NOW', {
      message: `这份申请现在由“${doc.deskName}”办理，不在您这一步，请刷新后查看。`,
    })
  if (isOtherSide(doc, caller, stage))
    throw new AppError('SAME_PERSON', { message: '工会审核和监管审核要由两个人办理，也不能审核自己的申请。' })
  return seat
}

const needsEntering = (doc: ApplicationDoc, stage: ReviewStage, { decision, entered }: Word) =>
  stage === 'submitted' && decision === 'approve' && !doc.generalVolunteer && !doc.enteredGeneral && !entered

const opinionFields = {
  'first-review': { opinion: 'firstOpinion', reviewers: 'unionReviewers' },
  submitted: { opinion: 'unionOpinion', reviewers: 'unionReviewers' },
  'union-approved': { opinion: 'regulatorOpinion', reviewers: 'regulatorReviewers' },
} as const

const opinionSet = (doc: ApplicationDoc, stage: ReviewStage, said: StoredOpinion) => {
  const { opinion, reviewers } = opinionFields[stage]
  return { [opinion]: said, [reviewers]: [...new Set([...doc[reviewers], said.by])] }
}

const outcomeOf = async (doc: ApplicationDoc, stage: ReviewStage, { decision }: Word, { routes, now }: Reviewer) => {
  if (decision === 'approve') return passOn(doc, stage, routes, now)
  if (decision === 'return') return { state: 'returned' as const, set: { ...offDesk, returnedFrom: stage } }
  return { state: 'rejected' as const, set: { ...offDesk, ...closedFields(doc, now, applicationKeepDays.rejected) } }
}

const matterOf = (stage: ReviewStage, enrolled: boolean) =>
  enrolled ? '志愿者申请·列入名册' : `志愿者申请·${reviewStages[stage].title}`.slice(0, 20)

/**
 * One word on one application, at the stage it stands at. Document and write; the tree where it is passed on.
 * @throws AppError NOT_ALLOWED_NOW where it is not the caller's turn, SAME_PERSON, CONFLICT
 */
export const decideOne = async (doc: ApplicationDoc, version: number, word: Word, reviewer: Reviewer) => {
  const { caller, now } = reviewer
  const stage = stageOf(doc, caller.personId, version, word.decision)
  if (!stage) throw new AppError('NOT_ALLOWED_NOW')
  const { actor } = reviewStages[stage]
  const act = actOf(stage, word.decision)
  const given = doc[opinionFields[stage].opinion]
  if (isReplay(doc, reviewer.acting(actor), act, version))
    // The words are compared too: other words under the same step were never stored.
    return moveApplication(doc, reviewer.acting(actor), act, version, { at: now, same: given?.words === word.opinion })
  if (doc.version !== version) throw new AppError('CONFLICT')
  const seat = check(doc, stage, reviewer)
  if (needsEntering(doc, stage, word))
    throw new AppError('NOT_ALLOWED_NOW', {
      message: '申请人还不是职工志愿者。请先在职工志愿平台为他登记，再勾选“已录入”后通过。',
    })
  const { state, set } = await outcomeOf(doc, stage, word, reviewer)
  const said: StoredOpinion = {
    ...{ by: caller.personId, name: caller.name ?? '', unit: seat.nodeName, words: word.opinion, at: now },
    approved: word.decision === 'approve',
  }
  const entered = stage === 'submitted' && word.entered ? { enteredGeneral: true } : {}
  const desk = { ...offDesk, ...set, ...entered, ...opinionSet(doc, stage, said) }
  const result = { matter: matterOf(stage, state === 'enrolled'), result: results[word.decision], words: word.opinion }
  const push = [
    ...countMove(doc, { ...doc, ...desk, state }),
    ...tellApplicant(doc, { ...result, at: now }),
    ...(state === 'enrolled' ? noteEnrolled(doc) : []),
  ]
  const acting = { ...reviewer.acting(actor), office: seat.nodeName }
  // The words may be about a person: they stay in the application, the trail notes only that they were given.
  const data = { decision: word.decision, ...(word.entered ? { entered: true } : {}) }
  return moveApplication(doc, acting, act, version, { at: now, set: desk, data, push })
}
