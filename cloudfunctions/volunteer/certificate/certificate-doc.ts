import type { CertificateFacts, CertificateKind, CertificateState } from 'types/volunteer-certificate-rules'
import type { Aggregate } from '../../kit/aggregate'
import type { Document } from '../../kit/collection'

/** A code's picture in storage, made for one version of the mini program. */
export type KeptCode = { fileId: string; envVersion: string } | null

/** A numbered certificate. Nobody's name is in it: a person's is read from his application, and goes with it. */
export type CertificateDoc = Aggregate<CertificateState> & {
  kind: CertificateKind
  year: number
  number: string
  /** `<root>.2026`. */
  series: string
  /** `<root>.2026.000001`: the series' own order. */
  numberKey: string
  /** One living certificate a person or team, kind and year; `closed.<id>` once it is none any more. */
  forKey: string
  /** The volunteer; null for a team. */
  applicationId: string | null
  team: { id: string; name: string } | null
  facts: CertificateFacts
  issuer: { id: string; name: string }
  issuedAt: Date
  reason: string | null
  replacedBy: string | null
  code: KeptCode
}

/** A volunteer's badge: its number stays his for life. The id is what its code holds. */
export type BadgeDoc = Document & {
  applicationId: string
  number: string
  numberKey: string
  code: KeptCode
  createdAt: Date
}
