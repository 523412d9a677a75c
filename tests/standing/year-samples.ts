import { deriveId } from 'types/ids'
import { yearRules } from 'types/volunteer-year-rules'
import { RuleSet } from 'types/volunteer-year-set'
import { documentsOf, east } from './world'

type Doc = Record<string, unknown> & { _id: string; under: string[] }

const find = (collection: string, at: (doc: Doc) => boolean = () => true): Doc => {
  const found = documentsOf(collection).find((doc) => doc.under.includes(east) && at(doc))
  if (!found) throw new Error(`no ${collection} under the east`)
  return found
}
const id = (name: string) => deriveId('sample', name)
const year = find('volunteer_years', (doc) => doc.year === 2026)
const sealed = find('volunteer_years', (doc) => doc.year === 2025)
const round = documentsOf('volunteer_rounds')[0]
const certificate = find('volunteer_certificates', ({ state }) => state === 'valid')
const honour = find('volunteer_honours')
const volunteer = find('applications', ({ state }) => state === 'enrolled')
const row = { id: year._id, version: 0 }
const shippedSet = RuleSet.strip().parse(yearRules[0])
const given = { id: certificate._id, version: 0 }
const shown = { id: honour._id, version: 0 }

/** One valid input an entry of the year, honours, certificates and badges, about the east district's. */
export const yearSamples: Record<string, Record<string, unknown>> = {
  'volunteer.myYear': { year: 2026 },
  'volunteer.yearRules': {},
  'volunteer.setYearRules': { version: null, from: 2027, set: shippedSet },
  'volunteer.myFindings': { year: 2026 },
  'volunteer.yearOverview': { nodeId: east, year: 2026 },
  'volunteer.yearList': { nodeId: east, year: 2026 },
  'volunteer.yearRecord': { id: year._id },
  'volunteer.callSheet': { nodeId: east, year: 2026, reason: '电话提醒' },
  'volunteer.objectYear': { ...row, words: '少记了一次' },
  'volunteer.openRound': { _id: id('round'), nodeId: east, year: 2026 },
  'volunteer.yearRound': { id: round?._id },
  'volunteer.gatherRound': { id: round?._id, version: 0 },
  'volunteer.sealRound': { id: round?._id, version: 0 },
  'volunteer.commentYear': { ...row, words: '认真' },
  'volunteer.confirmYears': { nodeId: east, items: [{ ...row, result: 'qualified' }] },
  'volunteer.agreeYears': { nodeId: east, decision: 'agree', items: [row] },
  'volunteer.answerYear': { ...row, words: '已核对', result: 'qualified' },
  'volunteer.honours': { nodeId: east, year: 2026 },
  'volunteer.recommendHonour': {
    ...{ _id: id('honour'), nodeId: east, kind: 'person', subjectId: volunteer._id, year: 2026, reason: '全年带队' },
  },
  'volunteer.withdrawHonour': { ...shown, reason: '材料有误' },
  'volunteer.announceHonour': { ...shown, days: 5 },
  'volunteer.declineHonour': { ...shown, reason: '材料不足' },
  'volunteer.answerHonour': { ...shown, objectionId: id('said'), words: '已核对' },
  'volunteer.confirmHonour': shown,
  'volunteer.publicHonours': {},
  'volunteer.objectHonour': { _id: id('objection'), id: honour._id, words: '请再核对' },
  'volunteer.myCertificates': {},
  'volunteer.myCertificate': { id: certificate._id },
  'volunteer.myBadge': {},
  'volunteer.verify': { id: certificate._id },
  'volunteer.certificates': { nodeId: east },
  'volunteer.certificate': { id: certificate._id },
  'volunteer.issueCertificates': { _id: id('issue'), nodeId: east, of: 'year', ids: [sealed._id] },
  'volunteer.reissueCertificate': { ...given, _id: id('anew'), reason: '打印不清' },
  'volunteer.revokeCertificate': { ...given, reason: '材料不实' },
}
