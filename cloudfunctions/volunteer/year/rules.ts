import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import { yearOf, yearRules as shipped, type YearRule } from 'types/volunteer-year-rules'
import type { yearSetEntries } from 'types/volunteer-year-set'
import type { Subject } from '../../kit/access'
import { born, record } from '../../kit/aggregate'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { findNode, type NodeDoc } from '../node-store'
import {
  createYearRules,
  findYearRules,
  isAssessed,
  setsOf,
  yearRulesId,
  yearRulesStore,
  type YearRulesDoc,
} from './rules-store'

type Entries = typeof yearSetEntries

/** The root of the caller's own tree: only a grant on the root itself reaches it. */
export const rootSubject: Subject<NodeDoc> = {
  load: (_: object, { grants }: Caller) => findNode(grants[0]?.under[0] ?? ''),
  under: ({ _id }) => [_id],
}

const yearsAhead = (now: Date) => [yearOf(now), yearOf(now) + 1]

export const yearRules: Handler<Entries['yearRules']> = async (_input, { caller, now }) => {
  const doc = await findYearRules()
  const sets = setsOf(doc).sort((left, right) => right.from - left.from)
  return {
    sets: sets.map((set) => ({ ...set, reminders: [...set.reminders], shipped: shipped.includes(set) })),
    version: doc?.version ?? null,
    mayChange: caller.grants.some(({ role, under }) => role === 'officer' && under.length === 1),
    years: yearsAhead(now),
  }
}

const refuse = (message: string) => new AppError('NOT_ALLOWED_NOW', { message })

const checkYear = async (root: NodeDoc, from: number, now: Date) => {
  if (!yearsAhead(now).includes(from)) throw refuse('规则只能从今年或明年起改，以前的年份不能改。')
  if (await isAssessed(root._id, from)) throw refuse(`${from} 年度考核已经开始，规则请从下一年起改。`)
}

// The same words again from the same person are a retry, whatever was not heard.
const isAgain = (doc: YearRulesDoc | null, version: number | null, by: string, data: Record<string, unknown>) => {
  const last = doc?.events.at(-1)
  return doc?.version === (version ?? -1) + 1 && last?.by === by && isDeepStrictEqual(last.data.set, data.set)
}

/** A set of rules for a year and those after it. What was counted of a year that runs is counted anew by the clock. */
export const setYearRules: Handler<Entries['setYearRules'], NodeDoc> = async (
  { version, from, set },
  { subject: root, now, acting },
) => {
  const officer = acting('officer')
  const doc = await findYearRules()
  const data = { from, set }
  if (doc && isAgain(doc, version, officer.by, data)) return { id: doc._id, state: doc.state, version: doc.version }
  await checkYear(root, from, now)
  if ((doc?.version ?? null) !== version) throw new AppError('CONFLICT')
  const rule: YearRule = { ...set, from, version: `${from}-${(doc?.version ?? -1) + 2}` }
  const sets = [...(doc?.sets ?? []).filter((one) => one.from !== from), rule]
  return doc
    ? record(yearRulesStore, doc, officer, 'set-rules', { at: now, set: { sets }, data })
    : begin(root, sets, { at: now, data, officer })
}

type Start = { at: Date; data: Record<string, unknown>; officer: Parameters<typeof born>[0] }
const begin = async (root: NodeDoc, sets: YearRule[], { at, data, officer }: Start) => {
  const birth = { _id: yearRulesId, state: 'kept' as const, under: root.under, subject: '年度服务规则', at, data }
  const made: YearRulesDoc = { ...born(officer, birth), sets }
  if (!(await createYearRules(made))) throw new AppError('CONFLICT')
  return { id: made._id, state: made.state, version: made.version }
}
