import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import { spellNumber, type CertificateFacts, type CertificateKind } from 'types/volunteer-certificate-rules'
import type { certificateEntries } from 'types/volunteer-certificate'
import { hoursWord, yearRuleOf, type YearRule } from 'types/volunteer-year-rules'
import { born, type Acting } from '../../kit/aggregate'
import type { Context, Handler } from '../../kit/serve'
import type { NodeDoc } from '../node-store'
import { confirmedHonours } from '../honour/award-basis'
import { markCertified } from '../honour/honour-store'
import { readYearRules } from '../year/rules-store'
import type { YearDoc } from '../year/year-doc'
import { listYearsById, patchYear } from '../year/year-store'
import type { CertificateDoc } from './certificate-doc'
import { certificates, createCertificate, findCertificate, findLastNumber } from './certificate-store'
import { withNextNumber } from './numbering'

type Entries = typeof certificateEntries

/** What a certificate rests on: a sealed year or a confirmed award. */
export type Basis = Pick<CertificateDoc, 'kind' | 'year' | 'applicationId' | 'team' | 'facts' | 'under'>
type Made = Basis & {
  _id: string
  issuer: CertificateDoc['issuer']
  root: string
  at: Date
  acting: Acting
  rules: readonly YearRule[]
}

export const forKeyOf = ({ kind, year, applicationId, team }: Basis) =>
  `${kind}.${applicationId ?? team?.id ?? ''}.${year}`

const seriesOf = ({ root, year }: Pick<Made, 'root' | 'year'>) => `${root}.${year}`

const toDoc = (made: Made, count: number, numberKey: string): CertificateDoc => {
  const { _id, kind, year, applicationId, team, facts, under, issuer, at, acting } = made
  const number = spellNumber(year, count, yearRuleOf(year, made.rules).numbers)
  const birth = { _id, state: 'valid' as const, under, subject: `证书 ${number}`, at, data: { number, kind } }
  return {
    ...born(acting, birth),
    ...{
      kind,
      year,
      number,
      series: seriesOf(made),
      numberKey,
      forKey: forKeyOf(made),
      applicationId,
      team,
      facts,
      issuer,
    },
    ...{ issuedAt: at, reason: null, replacedBy: null, code: null },
  }
}

/**
 * Issues one with the next number of the whole union tree and year.
 * @returns the certificate as it stands, also where it stood before
 * @throws AppError ALREADY_EXISTS where the person or team has another living one of the kind and year
 */
export const issueOne = async (made: Made): Promise<CertificateDoc> => {
  const name = seriesOf(made)
  const series = { name, last: () => findLastNumber(name) }
  await withNextNumber(series, async (count, numberKey) => {
    if (await createCertificate(toDoc(made, count, numberKey))) return 'taken'
    if (await findCertificate(made._id)) return 'stands'
    const [other] = await certificates.list({ forKey: forKeyOf(made) }, { limit: 1, fields: ['number'] })
    if (other) throw new AppError('ALREADY_EXISTS', { message: `已经颁发过了，证书编号${other.number}。` })
    return 'busy'
  })
  const doc = await findCertificate(made._id)
  if (!doc) throw new AppError('INTERNAL', { reason: 'a certificate issued and not there' })
  return doc
}

const kindOf = ({ result }: YearDoc): CertificateKind | null =>
  result === 'excellent' ? 'excellent' : result === 'qualified' ? 'service' : null

const factsOf = ({ year, evidence }: YearDoc): CertificateFacts => ({
  ...{ year, times: evidence?.times ?? 0, hours: hoursWord(evidence?.minutes ?? 0) },
})

const ofYear = (doc: YearDoc): Basis => {
  const kind = kindOf(doc)
  if (doc.state !== 'sealed') throw new AppError('NOT_ALLOWED_NOW', { message: '考核结果封存以后才能颁发证书。' })
  if (!kind) throw new AppError('NOT_ALLOWED_NOW', { message: '考核不合格，不颁发证书。' })
  const { year, applicationId, under } = doc
  return { kind, year, applicationId, team: null, facts: factsOf(doc), under }
}

const readBases = async (of: 'year' | 'award', ids: readonly string[], nodeId: string) => {
  if (of === 'award') return confirmedHonours(ids, nodeId)
  const docs = (await listYearsById(ids)).filter(({ under }) => under.includes(nodeId))
  return new Map(docs.map((doc) => [doc._id, () => ofYear(doc)]))
}

const issueRow = async (
  id: string,
  basis: (() => Basis) | undefined,
  { _id, of, rules }: { _id: string; of: 'year' | 'award'; rules: readonly YearRule[] },
  { subject: node, now, acting }: Context<NodeDoc>,
) => {
  try {
    if (!basis) throw new AppError('NOT_FOUND')
    const issuer = { id: node._id, name: node.name }
    const root = node.under[0] ?? node._id
    const at = { at: now, acting: acting('officer') }
    const doc = await issueOne({ ...basis(), _id: deriveId('certificate', _id, id), issuer, root, rules, ...at })
    await (of === 'year' ? patchYear(id, {}, { certified: true }) : markCertified(id))
    return { id, number: doc.number, message: null }
  } catch (thrown) {
    if (thrown instanceof AppError) return { id, number: null, message: thrown.message }
    throw thrown
  }
}

/** Numbers are given in the order the ids come in; who has a certificate already keeps it. */
export const issueCertificates: Handler<Entries['issueCertificates'], NodeDoc> = async (input, context) => {
  const { of, ids, nodeId } = input
  const bases = await readBases(of, [...new Set(ids)], nodeId)
  const rules = await readYearRules()
  const items = []
  for (const id of new Set(ids)) items.push(await issueRow(id, bases.get(id), { ...input, rules }, context))
  return { items }
}
