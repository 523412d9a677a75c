import { certificateWords, erasedName, surnameAlone } from 'types/volunteer-certificate-rules'
import type { showEntries, Verdict } from 'types/volunteer-certificate'
import { yearOf } from 'types/volunteer-year-rules'
import type * as z from 'types/zod'
import type { Handler } from '../../kit/serve'
import { findApplication } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { teamOf } from '../year/rows'
import type { BadgeDoc, CertificateDoc } from './certificate-doc'
import { findBadge, findCertificate } from './certificate-store'

type Answer = z.input<typeof Verdict>

const maskedName = (application: ApplicationDoc | null) =>
  application?.personal ? surnameAlone(application.personal.name) : erasedName

const ofCertificate = (doc: CertificateDoc, person: ApplicationDoc | null, checkedAt: Date): Answer => {
  const { state, number, year, issuer, issuedAt, kind, team } = doc
  const name = team?.name ?? maskedName(person)
  return {
    ...{ what: 'certificate', state, name, number, of: certificateWords[kind].of, year },
    ...{ issuer: issuer.name, issuedAt, checkedAt },
  }
}

const ofBadge = ({ number }: BadgeDoc, person: ApplicationDoc, checkedAt: Date): Answer => ({
  ...{ what: 'badge', valid: person.state === 'enrolled', name: maskedName(person), number },
  ...{ union: person.node.name, team: teamOf(person), year: yearOf(checkedAt), checkedAt },
})

/** Whether a certificate or a badge is good at this moment: three trips at most. Numbers lead nowhere, only ids do. */
export const verify: Handler<(typeof showEntries)['verify']> = async ({ id }, { now }) => {
  const certificate = await findCertificate(id)
  if (certificate) {
    const person = certificate.applicationId ? await findApplication(certificate.applicationId) : null
    return ofCertificate(certificate, person, now)
  }
  const badge = await findBadge(id)
  const person = badge && (await findApplication(badge.applicationId))
  return badge && person ? ofBadge(badge, person, now) : { what: 'unknown', checkedAt: now }
}
