import { AppError } from 'types/app-error'
import { dueAfterDays } from 'types/calendar'
import type { InputOf } from 'types/contract'
import type { assessEntries, Decided } from 'types/volunteer-year-assess'
import { quotaOf, yearRuleOf, type YearResult } from 'types/volunteer-year-rules'
import type { Context, Handler } from '../../kit/serve'
import type { ApplicationDoc } from '../documents'
import type { NodeDoc } from '../node-store'
import { tellAnswer, tellResult } from './messages'
import { knownBy } from './names'
import { saidBy } from './record'
import { sizeOfRound } from './round-size'
import { readYearRules } from './rules-store'
import type { YearDoc } from './year-doc'
import { listExcellent, listYearsById, moveYear } from './year-store'

type Entries = typeof assessEntries
type Row = { id: string; version: number }
type One = { doc: YearDoc; application: ApplicationDoc | undefined }

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })
const samePerson = (message: string) => new AppError('SAME_PERSON', { message })

const sentenceOf = (thrown: unknown) => {
  if (thrown instanceof AppError) return thrown.message
  throw thrown
}

/** Decides about each row by itself: what is refused says why, and the others go through. */
const decideEach = async <R extends Row>(
  node: NodeDoc,
  rows: readonly R[],
  decide: (one: One, row: R) => Promise<unknown>,
): Promise<Decided> => {
  const docs = new Map((await listYearsById(rows.map(({ id }) => id))).map((doc) => [doc._id, doc]))
  const people = await knownBy([...docs.values()].map(({ applicationId }) => applicationId))
  const items: Decided['items'] = []
  for (const row of rows) {
    const doc = docs.get(row.id)
    try {
      if (!doc?.under.includes(node._id)) throw new AppError('NOT_FOUND')
      await decide({ doc, application: people.get(doc.applicationId) }, row)
      items.push({ id: row.id, ok: true, message: null })
    } catch (thrown) {
      items.push({ id: row.id, ok: false, message: sentenceOf(thrown) })
    }
  }
  return { items }
}

const checkNotOwn = (application: ApplicationDoc | undefined, { caller }: Pick<Context, 'caller'>) => {
  if (application?.openid === caller.openid) throw samePerson('不能考核自己，请由另一位办理。')
}

const evidenceOf = ({ times, all, minutes, absences }: YearDoc) => ({ times, all, minutes, absences })

/** Ids of a round that are excellent already, and how many may be. */
type Quota = { taken: Set<string>; quota: number }

const readQuotas = async (rows: readonly { result: YearResult }[], docs: readonly YearDoc[]) => {
  const quotas = new Map<string, Quota>()
  if (!rows.some(({ result }) => result === 'excellent')) return quotas
  const rules = await readYearRules()
  for (const { roundId, year } of docs) {
    if (!roundId || quotas.has(roundId)) continue
    const [excellent, people] = await Promise.all([listExcellent(roundId), sizeOfRound(roundId)])
    const quota = quotaOf(people, yearRuleOf(year, rules))
    quotas.set(roundId, { taken: new Set(excellent.map(({ _id }) => _id)), quota })
  }
  return quotas
}

const takeQuota = ({ _id, roundId }: YearDoc, quotas: Map<string, Quota>) => {
  const quota = quotas.get(roundId ?? '')
  if (!quota || quota.taken.has(_id)) return
  if (quota.taken.size >= quota.quota) throw refuse(`“优秀”名额一共 ${quota.quota} 个，已经用完。`)
  quota.taken.add(_id)
}

/** The union's word on up to fifty. Excellent, or other than the rule proposes, needs a reason. */
export const confirmYears: Handler<Entries['confirmYears'], NodeDoc> = async ({ items }, context) => {
  const { subject: node, acting, now } = context
  const quotas = await readQuotas(items, await listYearsById(items.map(({ id }) => id)))
  return decideEach(node, items, async ({ doc, application }, { version, result, reason = '' }) => {
    checkNotOwn(application, context)
    if (!reason && (result === 'excellent' || result !== doc.proposal))
      throw refuse(result === 'excellent' ? '评为“优秀”要写理由。' : '和系统建议不同，要写理由。')
    if (result === 'excellent') takeQuota(doc, quotas)
    const set = { result, evidence: evidenceOf(doc), confirmed: saidBy(context, reason), returned: null }
    const same = doc.result === result && doc.confirmed?.words === reason
    await moveYear(doc, acting('officer'), 'confirm', version, { at: now, set, same, data: { result } })
  })
}

type Rules = Awaited<ReturnType<typeof readYearRules>>

const agree = async ({ doc, application }: One, { version }: Row, rules: Rules, context: Context<NodeDoc>) => {
  const { caller, acting, now } = context
  if (doc.confirmed?.by === caller.personId) throw samePerson('工会确认和监管同意要由两个人办理。')
  const until = dueAfterDays(now, yearRuleOf(doc.year, rules).objectionDays)
  const result = doc.result ?? 'qualified'
  const set = { agreed: saidBy(context, ''), objectUntil: until, returned: null }
  const push = tellResult(doc, application?.openid ?? null, result, until, now)
  await moveYear(doc, acting('regulator'), 'agree', version, { at: now, set, push, data: { result } })
}

/** The regulator's word on up to fifty: agrees, or hands them back with a reason. */
export const agreeYears: Handler<Entries['agreeYears'], NodeDoc> = async (input, context) => {
  const { decision, reason = '', items } = input as InputOf<Entries['agreeYears']>
  const { subject: node, acting, now } = context
  if (decision === 'return' && !reason) throw new AppError('INVALID_INPUT', { fields: { reason: '请填写退回原因' } })
  const rules = await readYearRules()
  return decideEach(node, items, async (one, row) => {
    checkNotOwn(one.application, context)
    if (decision === 'agree') return agree(one, row, rules, context)
    const set = { returned: reason, result: null, evidence: null, confirmed: null }
    const step = { at: now, set, same: one.doc.returned === reason }
    return moveYear(one.doc, acting('regulator'), 'return', row.version, step)
  })
}

/** Answers an objection: the result stays, or it changes and goes to the regulator once more. */
export const answerYear: Handler<Entries['answerYear'], YearDoc> = async ({ version, words, result }, context) => {
  const { subject: doc, caller, acting, now } = context
  const application = (await knownBy([doc.applicationId])).get(doc.applicationId)
  checkNotOwn(application, context)
  if (doc.confirmed?.by === caller.personId) throw samePerson('异议要由没有作出原结果的人答复。')
  const answer = saidBy(context, words)
  const objection = doc.objection && { ...doc.objection, answer }
  const act = result === doc.result ? 'uphold' : 'change'
  const changed = act === 'change' ? { result, evidence: evidenceOf(doc), confirmed: answer, agreed: null } : {}
  return moveYear(doc, acting('officer'), act, version, {
    ...{ at: now, set: { objection, ...changed }, data: { result }, same: doc.objection?.answer?.words === words },
    push: tellAnswer(doc, application?.openid ?? null, words, now),
  })
}
