import { isDeepStrictEqual } from 'node:util'
import { AppError } from 'types/app-error'
import type { NodeCore } from 'types/documents'
import type { ruleEntries } from 'types/hazard-rules'
import { shippedHolidays } from 'types/holidays'
import type { Subject } from '../../kit/access'
import { born, isReplay, record, type Acting } from '../../kit/aggregate'
import type { Caller } from '../../kit/identity'
import type { Handler } from '../../kit/serve'
import { findNode } from '../report/route-store'
import { daysOf, yearsOf, type RulesDoc } from './rules'
import { createRules, findRules, rulesId, rulesStore } from './rules-store'

type Entries = typeof ruleEntries
type Act = 'set-holidays' | 'set-ladder-days'
type Change = { act: Act; version: number | null; data: Record<string, unknown>; now: Date }

/** The root of the caller's own tree: only a grant on the root itself reaches it. */
export const rootSubject: Subject<NodeCore> = {
  load: (_: object, { grants }: Caller) => findNode(grants[0]?.under[0] ?? ''),
  under: ({ _id }) => [_id],
}

// What still lies under the root's id is read, and carried over by the next change.
const ownOf = (doc: RulesDoc | null, rootId: string) => (doc?._id === rulesId(rootId) ? doc : null)

export const rules: Handler<Entries['rules']> = async (_input, { caller, grant }) => {
  const rootId = grant?.under[0] ?? ''
  const doc = await findRules(rootId)
  const years = Object.entries(yearsOf(doc)).sort(([a], [b]) => b.localeCompare(a))
  return {
    years: years.map(([year, book]) => ({
      ...{ year, holidays: [...book.holidays], workdays: [...book.workdays] },
      shipped: book === shippedHolidays[year],
    })),
    ...{ days: daysOf(doc), version: ownOf(doc, rootId)?.version ?? null },
    mayChange: caller.grants.some(({ under }) => under.length === 1),
  }
}

const again = (doc: RulesDoc, { act, data }: Change, acting: Acting) => {
  const last = doc.events.at(-1)
  const isSame = last?.act === act || doc.version === 0
  if (!isSame || last?.by !== acting.by) return null
  const said = Object.entries(data).every(([name, value]) => isDeepStrictEqual(last.data[name], value))
  return said ? { id: doc._id, state: doc.state, version: doc.version } : null
}

/** @throws AppError CONFLICT where another administrator was faster */
const keep = async (
  root: NodeCore,
  acting: Acting,
  change: Change,
  set: (doc: RulesDoc | null) => Partial<RulesDoc>,
) => {
  const { act, version, data, now } = change
  const known = await findRules(root._id)
  const doc = ownOf(known, root._id)
  if (doc && (version === null || isReplay(doc, acting, act, version))) {
    const answer = again(doc, change, acting)
    if (answer) return answer
  }
  if ((doc?.version ?? null) !== version) throw new AppError('CONFLICT')
  if (doc) return record(rulesStore, doc, acting, act, { at: now, set: set(doc), data })
  const birth = {
    _id: rulesId(root._id),
    state: 'kept' as const,
    under: root.under,
    subject: '期限规则',
    at: now,
    data,
  }
  const before = { years: known?.years ?? {}, days: known?.days ?? null }
  const made: RulesDoc = { ...born(acting, birth), ...before, ...set(known) }
  if (await createRules(made)) return { id: made._id, state: made.state, version: made.version }
  throw new AppError('CONFLICT')
}

export const setHolidays: Handler<Entries['setHolidays'], NodeCore> = (
  { version, year, holidays, workdays },
  { subject: root, now, acting },
) => {
  const data = { year, holidays, workdays }
  return keep(root, acting('officer'), { act: 'set-holidays', version, data, now }, (doc) => ({
    years: { ...doc?.years, [year]: { holidays, workdays } },
  }))
}

export const setLadderDays: Handler<Entries['setLadderDays'], NodeCore> = (
  { version, days },
  { subject: root, now, acting },
) => keep(root, acting('officer'), { act: 'set-ladder-days', version, data: { days }, now }, () => ({ days }))

export const ruleHandlers = { rules, setHolidays, setLadderDays }
