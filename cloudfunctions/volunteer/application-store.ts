import { AppError } from 'types/app-error'
import { applicationMachine, type ApplicationAct, type ApplicationState } from 'types/volunteer'
import { move, type Acting } from '../kit/aggregate'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import { isDuplicate } from '../kit/platform-error'
import type { ApplicationDoc, StoredPrint } from './documents'

export const applications = collection<ApplicationDoc>('applications')

export const closedKey = (id: string) => `closed.${id}`

export const findApplication = (id: string) => applications.find(id)
/** false where the id, the person or the ID number has a living application. */
export const createApplication = (doc: ApplicationDoc) => applications.insert(doc)

/** A person's applications, latest first. */
export const listApplicationsOf = (openid: string, limit: number) =>
  applications.list({ openid }, { sort: [['createdAt', 'desc']], limit })

type Page = { page: number; size: number }

// A document is some 4 KB: fifty stay well within one answer.
const perTrip = 50

/** These applications, in no order; one trip for fifty. */
export const listApplications = async (ids: readonly string[]): Promise<ApplicationDoc[]> => {
  const found: ApplicationDoc[] = []
  for (let start = 0; start < ids.length; start += perTrip)
    found.push(...(await applications.list({ _id: command.in(ids.slice(start, start + perTrip)) }, { limit: perTrip })))
  return found
}

/** What waits for this node's own word; those with both ranking flags first, then who has waited longest. */
export const pageDesk = (nodeId: string, { page, size }: Page) =>
  applications.page(
    { deskId: nodeId, under: nodeId },
    {
      sort: [
        ['priority', 'desc'],
        ['submittedAt', 'asc'],
        ['_id', 'asc'],
      ],
      page,
      size,
    },
  )

/** Those with both ranking flags first, then who handed in earlier. */
export const pageQueue = (nodeId: string, state: ApplicationState | undefined, { page, size }: Page) =>
  applications.page(
    { under: nodeId, ...(state ? { state } : {}) },
    {
      sort: [
        ['priority', 'desc'],
        ['submittedAt', 'asc'],
        ['_id', 'asc'],
      ],
      page,
      size,
    },
  )

/** In the order of enrolment, so that numbers stay when others join. */
export const pageRoster = (nodeId: string, { page, size }: Page) =>
  applications.page(
    { under: nodeId, state: 'enrolled' },
    {
      sort: [
        ['enrolledAt', 'asc'],
        ['_id', 'asc'],
      ],
      page,
      size,
    },
  )

/** Volunteers who asked for a correction, who has waited longest first. */
export const pageOfCorrections = (nodeId: string, { page, size }: Page) =>
  applications.page(
    { under: nodeId, correctionAt: command.gt(new Date(0)) },
    {
      sort: [
        ['correctionAt', 'asc'],
        ['_id', 'asc'],
      ],
      page,
      size,
    },
  )

export const listDueForErasure = (now: Date) =>
  applications.list({ eraseAt: command.lte(now) }, { sort: [['eraseAt', 'asc']], limit: 50 })

export const listDuePrints = (now: Date) =>
  applications.list({ printsDropAt: command.lte(now) }, { sort: [['printsDropAt', 'asc']], limit: 50 })

/** What is left of the printed forms, unless another was made meanwhile. */
export const patchPrints = ({ _id, version }: ApplicationDoc, prints: StoredPrint[], dropAt: Date | null) =>
  applications.update({ _id, version }, { prints, printsDropAt: dropAt })

export const listToRemind = (now: Date, limit: number) =>
  applications.list({ remindAt: command.lte(now) }, { sort: [['remindAt', 'asc']], limit })

/** Changes what is not of the trail, where nobody moved it meanwhile; 0 where somebody did. */
export const patchApplication = ({ _id, seq, told }: ApplicationDoc, patch: Record<string, unknown>) =>
  applications.update({ _id, seq, told }, patch)

type Step = Parameters<typeof move>[6]

/** One move of the table. A corrected ID number may turn out to be somebody's who applied already. */
export const moveApplication = async (
  doc: ApplicationDoc,
  acting: Acting,
  act: ApplicationAct,
  version: number,
  step: Step,
) => {
  try {
    return await move(applications, applicationMachine, doc, acting, act, version, step)
  } catch (thrown) {
    if (isDuplicate(thrown)) throw idCardTaken()
    throw thrown
  }
}

/** Says that the number is taken, never by whom, where or since when. */
export const idCardTaken = () =>
  new AppError('ALREADY_EXISTS', {
    message: '这个身份证号已有一份申请，不能重复提交。请核对号码；如不是您本人提交的，请联系受理的工会。',
  })
