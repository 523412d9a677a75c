import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import type { privacyEntries } from 'types/volunteer-privacy'
import { isReplay, record } from '../../kit/aggregate'
import { checkText } from '../../kit/content-check'
import { isDuplicate } from '../../kit/platform-error'
import type { Handler } from '../../kit/serve'
import { applicant } from '../apply/apply'
import { applications, idCardTaken, pageOfCorrections } from '../application-store'
import type { ApplicationDoc } from '../documents'
import { tellApplicant } from '../messages'
import type { NodeDoc } from '../node-store'
import { personalOf } from '../views'
import {
  changesOf,
  checkCorrection,
  corrected,
  fieldsOf,
  openCorrection,
  sealCorrection,
  textOf,
} from './correction-fields'

type Entries = typeof privacyEntries

const checkVersion = (doc: ApplicationDoc, version: number) => {
  if (doc.version !== version) throw new AppError('CONFLICT')
}

export const mayCorrect = ({ state, correction }: ApplicationDoc) => state === 'enrolled' && !correction

/** Asked for by the volunteer, kept sealed until his union answers. Subject and write. */
export const askCorrection: Handler<Entries['askCorrection'], ApplicationDoc> = async (
  { version, change: given, reason },
  { subject: doc, caller: { openid }, now, acting },
) => {
  const who = acting('applicant', applicant)
  const change = checkCorrection(given, now)
  if (isReplay(doc, who, 'ask-correction', version) && doc.correction) {
    const same = isDeepStrictEqual(openCorrection(doc._id, doc.correction.sealed), change)
    if (same && doc.correction.reason === reason) return { id: doc._id, state: doc.state, version: doc.version }
  }
  personalOf(doc)
  if (doc.state !== 'enrolled')
    throw new AppError('NOT_ALLOWED_NOW', { message: '列入名册之后才用“更正”；审核中的申请请等退回后补充再交。' })
  if (doc.correction)
    throw new AppError('NOT_ALLOWED_NOW', { message: '上一次更正还在等工会答复，可以先撤回再重新填。' })
  checkVersion(doc, version)
  await checkText(openid, [textOf(change), reason].join('\n'), 'profile')
  const correction = { sealed: sealCorrection(doc._id, change), fields: fieldsOf(change), reason, at: now }
  const step = { at: now, set: { correction, correctionAt: now }, data: { fields: correction.fields } }
  return record(applications, doc, who, 'ask-correction', step)
}

const none = { correction: null, correctionAt: null }

export const dropCorrection: Handler<Entries['dropCorrection'], ApplicationDoc> = async (
  { version },
  { subject: doc, now, acting },
) => {
  if (!doc.correction) return { id: doc._id, state: doc.state, version: doc.version }
  checkVersion(doc, version)
  return record(applications, doc, acting('applicant', applicant), 'drop-correction', { at: now, set: none })
}

const toRow = (doc: ApplicationDoc) => {
  const { correction, personal } = doc
  if (!correction || !personal) return []
  const changes = changesOf(doc, personal, openCorrection(doc._id, correction.sealed))
  const { name, unit } = personal
  const row = { id: doc._id, version: doc.version, name, unit, nodeName: doc.node.name, changes }
  return [{ ...row, reason: correction.reason, at: correction.at }]
}

/** What waits for the union's answer, the oldest first. */
export const corrections: Handler<Entries['corrections'], NodeDoc> = async ({ page, size }, { subject: node }) => {
  const { items, more } = await pageOfCorrections(node._id, { page, size })
  return { items: items.flatMap(toRow), more }
}

const checkPerson = (doc: ApplicationDoc, openid: string) => {
  if (doc.openid === openid) throw new AppError('SAME_PERSON', { message: '自己的更正要由另一位干部答复。' })
}

/**
 * The union's answer. A new ID number must be nobody else's: the unique mark decides in the very write.
 * @throws AppError ALREADY_EXISTS where it is
 */
export const settleCorrection: Handler<Entries['settleCorrection'], ApplicationDoc> = async (
  { version, decision, words },
  { subject: doc, caller, now, acting },
) => {
  const who = acting('officer')
  const act = `${decision}-correction`
  if (isReplay(doc, who, act, version)) return { id: doc._id, state: doc.state, version: doc.version }
  checkPerson(doc, caller.openid)
  const { correction } = doc
  if (!correction) throw new AppError('NOT_ALLOWED_NOW', { message: '这份更正已经答复或撤回了，请刷新。' })
  checkVersion(doc, version)
  const change = openCorrection(doc._id, correction.sealed)
  const set = decision === 'confirm' ? corrected(doc, personalOf(doc), change, now) : {}
  const result = decision === 'confirm' ? '已更正' : '未采纳'
  const push = tellApplicant(doc, { matter: '更正个人信息', result, words, at: now })
  const step = { at: now, set: { ...set, ...none }, data: { fields: correction.fields }, push }
  try {
    return await record(applications, doc, who, act, step)
  } catch (thrown) {
    if (isDuplicate(thrown)) throw idCardTaken()
    throw thrown
  }
}
