import { AppError } from 'types/app-error'
import type { certificateEntries } from 'types/volunteer-certificate'
import { isReplay, type OutboxItem } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { Work } from '../local-work'
import { readYearRules } from '../year/rules-store'
import type { CertificateDoc } from './certificate-doc'
import { findCertificate, moveCertificate } from './certificate-store'
import { issueOne } from './issue'

type Entries = typeof certificateEntries

const closed = ({ _id }: CertificateDoc) => `closed.${_id}`

export const revokeCertificate: Handler<Entries['revokeCertificate'], CertificateDoc> = async (
  { version, reason },
  { subject: doc, now, acting },
) => {
  const set = { reason, forKey: closed(doc) }
  return moveCertificate(doc, acting('officer'), 'revoke', version, {
    ...{ at: now, set, same: doc.reason === reason, data: { reason } },
  })
}

const clock = { by: 'clock', name: '系统', actor: 'clock' as const, verb: '换发证书' }

// The new one says the same as the old one, under the next number.
const issueAnew = async (
  old: CertificateDoc,
  _id: string,
  at: Date,
  acting = clock as Parameters<typeof issueOne>[0]['acting'],
) => {
  const { kind, year, applicationId, team, facts, under, issuer, series } = old
  const root = series.split('.')[0] ?? issuer.id
  const rules = await readYearRules()
  return issueOne({ kind, year, applicationId, team, facts, under, issuer, root, _id, at, acting, rules })
}

/** Work `reissue`: finishes what a call left half done. */
export const finishReissue: Work = async ({ payload }, at) => {
  const { from, id } = payload as { from: string; id: string }
  const old = await findCertificate(from)
  if (old && !(await findCertificate(id))) await issueAnew(old, id, at)
}

/** The old one gives up its place first; the drainer issues the new one should this call die in between. */
export const reissueCertificate: Handler<Entries['reissueCertificate'], CertificateDoc> = async (
  { _id, version, reason },
  { subject: doc, now, acting },
) => {
  const as = acting('officer')
  if (isReplay(doc, as, 'reissue', version) && doc.replacedBy !== _id) throw new AppError('NOT_ALLOWED_NOW')
  const set = { reason, forKey: closed(doc), replacedBy: _id }
  const later: Omit<OutboxItem, 'id'> = { to: 'local', kind: 'reissue', payload: { from: doc._id, id: _id } }
  await moveCertificate(doc, as, 'reissue', version, { at: now, set, push: [later], data: { reason } })
  const { state, version: first } = await issueAnew(doc, _id, now, as)
  return { id: _id, state, version: first }
}
