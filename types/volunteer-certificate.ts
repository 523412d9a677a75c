import * as z from './zod'
import { Id } from './ids'
import { Done, Instant, PageQuery, Version, text } from './fields'
import { CertificateKind, CertificateState } from './volunteer-certificate-rules'
import type { Contract } from './contract'

export const CertificateRow = z.object({
  id: Id,
  version: Version,
  number: z.string(),
  kind: CertificateKind,
  year: z.int(),
  name: z.string().describe('of the person as it is now, or of the team'),
  state: CertificateState,
  issuedAt: Instant,
})
export type CertificateRow = z.output<typeof CertificateRow>

/** A certificate as it is drawn and printed. */
export const CertificateView = CertificateRow.extend({
  title: z.string(),
  body: z.string(),
  issuer: z.string(),
  reason: z.string().nullable().describe('why it was replaced or revoked'),
  code: z.string().describe('address of the picture that leads to the check; expires'),
  acts: z.array(z.string()),
})
export type CertificateView = z.output<typeof CertificateView>

/** What a code leads to; nothing in it leads on to anybody else. */
export const Verdict = z.discriminatedUnion('what', [
  z.object({ what: z.literal('unknown'), checkedAt: Instant }),
  z.object({
    what: z.literal('certificate'),
    state: CertificateState,
    name: z.string().describe('surname and a star, or the team'),
    number: z.string(),
    of: z.string(),
    year: z.int(),
    issuer: z.string(),
    issuedAt: Instant,
    checkedAt: Instant,
  }),
  z.object({
    what: z.literal('badge'),
    valid: z.boolean().describe('he is a volunteer at this moment'),
    name: z.string(),
    number: z.string(),
    union: z.string(),
    team: z.string().nullable(),
    year: z.int(),
    checkedAt: Instant,
  }),
])
export type Verdict = z.output<typeof Verdict>

export const Badge = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  photo: z.string().nullable(),
  union: z.string(),
  team: z.string().nullable(),
  specialties: z.array(z.string()).describe('in words'),
  year: z.int(),
  validUntil: z.string().describe('2026-12-31'),
  code: z.string(),
})
export type Badge = z.output<typeof Badge>

/** What a volunteer has to show, and what anybody may check. */
export const showEntries = {
  myCertificates: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ items: z.array(CertificateRow) }),
    access: 'anyone',
  },
  myCertificate: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: CertificateView,
    access: { owner: 'ownCertificate' },
  },
  myBadge: {
    kind: 'query',
    input: z.strictObject({}),
    output: z.object({ badge: Badge.nullable(), enrolled: z.boolean() }),
    access: 'anyone',
  },
  verify: { kind: 'query', input: z.strictObject({ id: Id }), output: Verdict, access: 'anyone' },
} as const satisfies Contract

const officer = { role: 'officer' } as const
const move = { id: Id, version: Version, reason: text(100, '原因') }

/** What an officer does with certificates. */
export const certificateEntries = {
  certificates: {
    kind: 'query',
    input: z.strictObject({ nodeId: Id.optional(), ...PageQuery }),
    output: z.object({ items: z.array(CertificateRow), more: z.boolean() }),
    access: { ...officer, scope: 'node' },
  },
  certificate: {
    kind: 'query',
    input: z.strictObject({ id: Id }),
    output: CertificateView,
    access: { ...officer, scope: 'certificate' },
  },
  issueCertificates: {
    kind: 'command',
    input: z.strictObject({
      _id: Id.describe('of this issuing: the same again gives nobody a second one'),
      nodeId: Id,
      of: z.enum(['year', 'award']).describe('sealed years, or confirmed awards'),
      ids: z.array(Id).min(1, { error: '请至少选一个人' }).max(50, { error: '一次最多 50 份' }),
    }),
    output: z.object({
      items: z.array(z.object({ id: Id, number: z.string().nullable(), message: z.string().nullable() })),
    }),
    access: { ...officer, scope: 'node' },
    audit: '颁发证书',
  },
  reissueCertificate: {
    kind: 'command',
    input: z.strictObject({ ...move, _id: Id }),
    output: Done,
    access: { ...officer, scope: 'certificate' },
    audit: '换发证书',
  },
  revokeCertificate: {
    kind: 'command',
    input: z.strictObject(move),
    output: Done,
    access: { ...officer, scope: 'certificate' },
    audit: '撤销证书',
  },
} as const satisfies Contract
