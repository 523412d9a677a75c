import type { VolunteerPayload } from 'types/documents'
import type { OutboxItem } from '../kit/aggregate'
import { messageTo } from '../kit/message'
import { listOfficersNear } from '../kit/officers-near'
import type { ApplicationDoc } from './documents'

type Push = Omit<OutboxItem, 'id'>
type Result = { matter: string; result: string; words: string; at: Date }

/** Where the message leads: the applicant's own page. */
const page = 'packages/volunteer/index'

/** Word of a review's result; none to who erased himself. */
export const tellApplicant = ({ openid }: ApplicationDoc, { matter, result, words, at }: Result): Push[] => {
  if (!openid) return []
  const values = { thing1: matter, phrase2: result, thing3: words, time4: at }
  return [messageTo({ openid, template: 'review-result', values, page, trigger: 'application-result' })]
}

/** Tells org who has come on the roster, and of which union. */
export const noteEnrolled = ({ openid, unionUnder }: ApplicationDoc): Push[] => {
  if (!openid) return []
  const payload: VolunteerPayload = { openid, enrolled: true, under: unionUnder }
  return [{ to: 'org', kind: 'volunteer', payload }]
}

/** Tells org that somebody is no longer on the roster. */
export const noteLeft = ({ openid }: ApplicationDoc): Push[] => {
  if (!openid) return []
  const payload: VolunteerPayload = { openid, enrolled: false, under: [] }
  return [{ to: 'org', kind: 'volunteer', payload }]
}

type Cause = { trigger: 'review-waiting'; line: readonly string[] } | { trigger: 'review-new' | 'roster-confirm' }
export type ToDo = { title: string; unit: string; words: string; by: Date; page: string; cause: Cause }

/** Something to do for an officer or a regulator. */
export const toReviewer = (openid: string, { title, unit, words, by, page: path, cause }: ToDo): Push => {
  const values = { thing1: title, thing2: unit, time3: by, thing4: words }
  return messageTo({ openid, template: 'work-to-do', values, page: path, ...cause })
}

/** The same to every officer of the lowest of these nodes that has any. One trip. */
export const tellOfficersOf = async (under: readonly string[], what: ToDo): Promise<Push[]> =>
  (await listOfficersNear(under)).map(({ _id }) => toReviewer(_id, what))
