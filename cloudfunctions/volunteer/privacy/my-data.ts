import type { privacyEntries } from 'types/volunteer-privacy'
import { correctionLabels } from 'types/volunteer-privacy'
import { record } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import { applicant } from '../apply/apply'
import { filesOf } from '../apply/papers'
import { openHealth, openIdCard } from '../apply/personal'
import { applications, listApplicationsOf } from '../application-store'
import type { ApplicationDoc, Personal } from '../documents'
import { personalOf } from '../views'
import { mayCorrect } from './corrections'
import { pageOfLooks } from './look-store'

type Entries = typeof privacyEntries

const correctionOf = ({ correction }: ApplicationDoc) =>
  correction
    ? {
        fields: correction.fields.map((field) => correctionLabels[field]),
        reason: correction.reason,
        at: correction.at,
      }
    : null

const toData = (doc: ApplicationDoc, personal: Personal) => {
  const { name, sex, birthDate, ethnicity, nativePlace, political, education, wechat, unit, post } = personal
  return {
    ...{ id: doc._id, version: doc.version, state: doc.state, name, sex, birthDate },
    ...{ idCard: personal.idCard.mask, phone: personal.phone.mask, ethnicity, nativePlace, political, education },
    ...{ health: openHealth(doc._id, personal), wechat, unit, post, specialties: doc.specialties },
    ...{ experience: personal.experience, pictures: filesOf(personal.papers).length },
    ...{ nodeName: doc.node.name, regulatorName: doc.regulator?.name ?? null, teamName: doc.team?.name ?? null },
    consents: doc.consents.map(({ version, at }) => ({ version, at })),
    ...{ correction: correctionOf(doc), eraseAt: doc.eraseAt, mayCorrect: mayCorrect(doc) },
  }
}

const latestOf = async (openid: string) => (openid ? (await listApplicationsOf(openid, 1))[0] : undefined)

/** Everything personal that is kept, numbers masked. One trip. */
export const myData: Handler<Entries['myData']> = async (_input, { caller }) => {
  const doc = await latestOf(caller.openid)
  return { data: doc?.personal ? toData(doc, doc.personal) : null }
}

/** One's own number in full; that it was shown is noted, so that somebody else with the phone in hand is noticed. */
export const readMyIdCard: Handler<Entries['readMyIdCard'], ApplicationDoc> = async (
  _input,
  { subject: doc, now, acting },
) => {
  const idCard = openIdCard(doc._id, personalOf(doc))
  const { version } = await record(applications, doc, acting('applicant', applicant), 'read-own', { at: now })
  return { idCard, version }
}

/** Offices that got to see the full number, the latest first. Two trips. */
export const whoLooked: Handler<Entries['whoLooked']> = async ({ page, size }, { caller }) => {
  const doc = await latestOf(caller.openid)
  if (!doc) return { items: [], more: false }
  const { items, more } = await pageOfLooks(doc._id, { page, size })
  return { items: items.map(({ at, office, way, reason }) => ({ at, office, way, reason })), more }
}
