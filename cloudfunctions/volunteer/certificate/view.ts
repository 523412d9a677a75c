import { movesFor } from 'types/state-machine'
import { certificateMachine, certificateWords } from 'types/volunteer-certificate-rules'
import type { CertificateRow, CertificateView, certificateEntries, showEntries } from 'types/volunteer-certificate'
import type * as z from 'types/zod'
import type { Handler } from '../../kit/serve'
import { findApplication } from '../application-store'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { knownBy, nameOf } from '../year/names'
import { findOwnEnrolled } from '../year/own'
import type { CertificateDoc } from './certificate-doc'
import { findCertificate, keepCertificateCode, listCertificatesOf, pageCertificates } from './certificate-store'
import { codeUrl } from './code-picture'

const toRow = (doc: CertificateDoc, person: ApplicationDoc | undefined): z.input<typeof CertificateRow> => {
  const { _id: id, version, number, kind, year, state, issuedAt, team } = doc
  return { id, version, number, kind, year, name: team?.name ?? nameOf(person), state, issuedAt }
}

const toView = async (
  doc: CertificateDoc,
  person: ApplicationDoc | undefined,
  isOfficer: boolean,
): Promise<z.input<typeof CertificateView>> => {
  const { title, body } = certificateWords[doc.kind]
  const acts = isOfficer ? movesFor(certificateMachine, doc.state, 'officer').map(({ act }) => act) : []
  return {
    ...{ ...toRow(doc, person), title, body: body(doc.facts), issuer: doc.issuer.name, reason: doc.reason },
    ...{ code: await codeUrl(doc, keepCertificateCode), acts },
  }
}

export const certificates: Handler<(typeof certificateEntries)['certificates'], NodeDoc> = async (
  input,
  { subject: node },
) => {
  const { items, more } = await pageCertificates(node._id, input)
  const people = await knownBy(items.flatMap(({ applicationId }) => applicationId ?? []))
  return { items: items.map((doc) => toRow(doc, people.get(doc.applicationId ?? ''))), more }
}

/** The volunteer's own, latest first: two trips. */
export const myCertificates: Handler<(typeof showEntries)['myCertificates']> = async (
  _input,
  { caller: { openid } },
) => {
  const application = await findOwnEnrolled(openid)
  const items = application ? await listCertificatesOf(application._id) : []
  return { items: items.map((doc) => toRow(doc, application ?? undefined)) }
}

export const certificateSubject = {
  load: (input: { id: string }) => findCertificate(input.id),
  under: (doc: CertificateDoc) => doc.under,
}

export const certificate: Handler<(typeof certificateEntries)['certificate'], CertificateDoc> = async (
  _input,
  { subject: doc },
) => {
  const people = await knownBy(doc.applicationId ? [doc.applicationId] : [])
  return toView(doc, people.get(doc.applicationId ?? ''), true)
}

type Own = { doc: CertificateDoc; person: ApplicationDoc }
export const ownCertificate = {
  load: async (input: { id: string }): Promise<Own | null> => {
    const doc = await findCertificate(input.id)
    const person = doc?.applicationId ? await findApplication(doc.applicationId) : null
    return doc && person ? { doc, person } : null
  },
  owner: ({ person }: Own) => person.openid,
}

export const myCertificate: Handler<(typeof showEntries)['myCertificate'], Own> = async (
  _input,
  { subject: { doc, person } },
) => toView(doc, person, false)
