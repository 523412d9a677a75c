import { certificateMachine, type CertificateAct } from 'types/volunteer-certificate-rules'
import { move, type Acting } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { BadgeDoc, CertificateDoc, KeptCode } from './certificate-doc'

export const certificates = collection<CertificateDoc>('volunteer_certificates')
const badges = collection<BadgeDoc>('volunteer_badges')

export const findCertificate = (id: string) => certificates.find(id)
export const listCertificatesById = (ids: readonly string[]) => certificates.list({ _id: command.in(ids) })
/** false where the id, the number or the living certificate stands already. */
export const createCertificate = (doc: CertificateDoc) => certificates.insert(doc)
export const listCertificatesOf = (applicationId: string) =>
  certificates.list({ applicationId }, { sort: [['issuedAt', 'desc']], limit: 50 })

export const pageCertificates = (nodeId: string, { page, size }: { page: number; size: number }) =>
  certificates.page(
    { under: nodeId },
    {
      sort: [
        ['issuedAt', 'desc'],
        ['_id', 'asc'],
      ],
      ...{ page, size },
    },
  )

/** The one with the highest number of a series; keys of one length sort as their numbers do. */
export const findLastNumber = async (series: string): Promise<string | null> => {
  const newest = { sort: [['numberKey', 'desc'] as const], limit: 1, fields: ['numberKey'] }
  return (await certificates.list({ series }, newest))[0]?.numberKey ?? null
}

export const moveCertificate = (
  doc: CertificateDoc,
  acting: Acting,
  act: CertificateAct,
  version: number,
  step: Parameters<typeof move>[6],
) => move(certificates, certificateMachine, doc, acting, act, version, step)

export const keepCertificateCode = (id: string, code: KeptCode) => certificates.update({ _id: id }, { code })

export const findBadge = (id: string) => badges.find(id)
export const listBadgesById = (ids: readonly string[]) =>
  badges.list({ _id: command.in(ids) }, { fields: ['applicationId'] })
export const createBadge = (doc: BadgeDoc) => badges.insert(doc)
export const keepBadgeCode = (id: string, code: KeptCode) => badges.update({ _id: id }, { code })
export const findLastBadge = async (): Promise<string | null> =>
  (
    await badges.list(
      { numberKey: command.gt('badge.') },
      { sort: [['numberKey', 'desc']], limit: 1, fields: ['numberKey'] },
    )
  )[0]?.numberKey ?? null
