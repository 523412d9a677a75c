import { AppError } from 'types/app-error'
import type * as z from 'types/zod'
import { movesFor, type Actor } from 'types/state-machine'
import { dateOf } from 'types/calendar'
import { applicationMachine, isReviewStage, reviewStages, type ApplicationState } from 'types/volunteer'
import { eligibilityOf } from 'types/volunteer-eligibility'
import { healthLabels, specialtyLabels } from 'types/volunteer-form'
import { type ApplicationRow, type ApplicationView } from 'types/volunteer-views'
import type { StoredEvent } from '../kit/aggregate'
import type { ApplicationDoc, Personal, StoredOpinion } from './documents'
import { openHealth } from './apply/personal'

type TimelineItem = z.input<typeof ApplicationView>['timeline'][number]

/** Who looks: the applicant, or a reviewer by name and by what he may do. */
export type Viewer = { owner: true } | { owner: false; acts: readonly string[] }

const erasedName = '（已删除）'

const waitOf = ({ state, deskName, stageAt, submittedAt, told }: ApplicationDoc) => ({
  waiting: isReviewStage(state)
    ? { desk: deskName, since: stageAt ?? submittedAt, days: reviewStages[state].days, late: told >= 2 }
    : null,
})

export const toRow = (doc: ApplicationDoc): z.input<typeof ApplicationRow> => ({
  ...{ id: doc._id, name: doc.personal?.name ?? erasedName, unit: doc.personal?.unit ?? '' },
  ...{ specialties: doc.specialties, state: doc.state, priority: doc.priority },
  ...{ submittedAt: doc.submittedAt, version: doc.version, ...waitOf(doc) },
})

const labelOf = (event: StoredEvent) => {
  if (event.act === 'create') return '提交申请'
  return applicationMachine.moves.find(({ act }) => act === event.act)?.label ?? event.verb
}

// Opinions stand beside the time line in full; here only what was asked for, so that both sides read the same words.
const wordsOf = (event: StoredEvent) => (typeof event.data.words === 'string' ? event.data.words : undefined)

const ahead: Partial<Record<ApplicationState, readonly string[]>> = {
  'first-review': ['基层工会初审', '工会审核', '监管部门专业审核', '列入志愿者名册'],
  submitted: ['工会审核', '监管部门专业审核', '列入志愿者名册'],
  'union-approved': ['监管部门专业审核', '列入志愿者名册'],
  returned: ['补充后再交', '工会审核', '监管部门专业审核', '列入志愿者名册'],
}

const timelineOf = (doc: ApplicationDoc): TimelineItem[] => [
  ...doc.events.map((event) => {
    const isSetback = event.to !== event.from && ['returned', 'rejected'].includes(event.to)
    return { at: event.at, title: labelOf(event), detail: wordsOf(event), tone: isSetback ? 'late' : 'done' } as const
  }),
  ...(ahead[doc.state] ?? []).map(
    (title, index) => ({ at: doc.updatedAt, title, tone: index === 0 ? 'now' : 'next' }) as const,
  ),
]

const toOpinion = (opinion: StoredOpinion | null, viewer: Viewer) => {
  if (!opinion) return null
  const { name, unit, words, at, approved } = opinion
  return { by: viewer.owner ? unit : name, unit, words, at, approved }
}

const eligibilityIn = (doc: ApplicationDoc, personal: Personal) =>
  eligibilityOf({
    ...{
      birthDate: personal.birthDate,
      on: dateOf(doc.submittedAt),
      health: healthLabels[openHealth(doc._id, personal)],
    },
    specialties: doc.specialties.map((one) => specialtyLabels[one]).join('、'),
    ...{ hasExperience: Boolean(personal.experience), certificates: personal.papers?.certificates.length ?? 0 },
    ...{ generalVolunteer: doc.generalVolunteer, frontLine: doc.frontLine },
  })

/** What is personal, or the plain word that it is gone. */
export const personalOf = ({ personal }: ApplicationDoc): Personal => {
  if (!personal) throw new AppError('NOT_FOUND', { message: '这份申请里的个人信息已按期删除，只保留审核结果。' })
  return personal
}

const leavingOf = ({ leaving }: ApplicationDoc, viewer: Viewer) => {
  if (!leaving) return null
  const { kind, reason, at, by, appealUntil, appeal } = leaving
  const answer = toOpinion(appeal?.answer ?? null, viewer)
  const said = appeal && { words: appeal.words, at: appeal.at, answer }
  return { kind, reason, at, unit: by?.unit ?? null, appealUntil, appeal: said }
}

/** The application without addresses of its pictures: see apply/shown-view. */
export const toView = (doc: ApplicationDoc, viewer: Viewer): z.input<typeof ApplicationView> => {
  const personal = personalOf(doc)
  const { sex, birthDate, ethnicity, nativePlace, political, education, wechat, post } = personal
  return {
    ...toRow(doc),
    ...{ sex, birthDate, ethnicity, nativePlace, political, education, wechat, post },
    ...{ idCard: personal.idCard.mask, phone: personal.phone.mask, health: openHealth(doc._id, personal) },
    ...{ otherSpecialty: personal.otherSpecialty, experience: personal.experience },
    ...{ nodeId: doc.node.id, nodeName: doc.node.name },
    ...{ generalVolunteer: doc.generalVolunteer, frontLine: doc.frontLine },
    enteredGeneral: doc.enteredGeneral ?? doc.generalVolunteer,
    ...{ eligibility: eligibilityIn(doc, personal), signature: personal.signature, papers: null },
    firstOpinion: toOpinion(doc.firstOpinion ?? null, viewer),
    qualifier: doc.qualifier.name,
    unionOpinion: toOpinion(doc.unionOpinion, viewer),
    regulatorOpinion: toOpinion(doc.regulatorOpinion, viewer),
    timeline: timelineOf(doc),
    ...{ leaving: leavingOf(doc, viewer), rostered: doc.rostered ?? null },
    acts: viewer.owner ? ownActs(doc) : [...viewer.acts],
  }
}

export const actsOf = (doc: ApplicationDoc, actor: Actor): string[] =>
  movesFor(applicationMachine, doc.state, actor).map(({ act }) => act)

// Where it goes back to is not his to choose: one button.
const ownActs = (doc: ApplicationDoc): string[] => [
  ...new Set(actsOf(doc, 'applicant').map((act) => (act.startsWith('resubmit') ? 'resubmit' : act))),
]
