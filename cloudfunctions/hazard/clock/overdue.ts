import { overdueDays } from 'types/calendar'
import { shelvesOf } from 'types/hazard'
import { AppError } from 'types/app-error'
import { record, type Acting } from '../../kit/aggregate'
import { countChange } from '../counting'
import type { HazardDoc } from '../hazard'
import { hazards, listNewlyOverdue } from '../hazard-store'
import { toFixer, toReporter, toOfficer } from '../messages'
import { dueOnLadder } from '../ladder/standing'
import { listOfficersNear, type Officer } from '../../kit/officers-near'

const batch = 50
const together = 10
/** A drainer carries out about so many a tick: marking more would only make its outboxes wait. */
const mostATick = 600
const budgetMs = 4_000
const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '整改逾期' }

type Near = (under: readonly string[]) => Promise<Officer[]>

/** Officers looked up once a sweep for every line of unions. */
const rememberedNear = (): Near => {
  const known = new Map<string, Promise<Officer[]>>()
  return (under) => {
    const line = under.join('/')
    const found = known.get(line) ?? listOfficersNear(under)
    known.set(line, found)
    return found
  }
}

const markOne = async (doc: HazardDoc, now: Date, near: Near) => {
  const dueAt = doc.dueAt ?? now
  const late: HazardDoc = { ...doc, overdue: true }
  const days = overdueDays(dueAt, now)
  const note = `已超过建议的整改期限 ${days} 天`
  const officers = await near(doc.under)
  const push = [
    ...countChange(doc, late),
    ...toFixer(doc, { title: '整改已逾期，请尽快完成', by: dueAt, note, trigger: 'fix-late' }),
    ...officers.map(({ _id }) =>
      toOfficer(_id, doc, { title: '企业整改逾期，请督促', by: dueAt, note, trigger: 'hazard-late' }),
    ),
    ...toReporter(doc, '整改逾期', '企业整改逾期，工会正在督促', now),
  ]
  const set = { overdue: true, shelves: shelvesOf(late), ladder: dueOnLadder(doc, now) }
  await record(hazards, doc, clock, 'overdue', { at: now, set, push, data: { dueAt: dueAt.toISOString() } })
}

/** 1 where it was marked. */
const tryOne = async (doc: HazardDoc, now: Date, near: Near): Promise<number> => {
  try {
    await markOne(doc, now, near)
    return 1
  } catch (thrown) {
    // Somebody moved it this very moment; if it is still late, the next minute finds it.
    if (thrown instanceof AppError && thrown.code === 'CONFLICT') return 0
    throw thrown
  }
}

const markSome = async (docs: readonly HazardDoc[], now: Date, near: Near): Promise<number> => {
  let marked = 0
  for (let at = 0; at < docs.length; at += together) {
    const some = await Promise.all(docs.slice(at, at + together).map((doc) => tryOne(doc, now, near)))
    marked += some.reduce((sum, one) => sum + one, 0)
  }
  return marked
}

/**
 * Marks what has just become overdue: mark, count and one reminder each to fixer, officers and reporter in the same
 * write, so that a deadline is reminded of once, whenever the clock dies. Goes on for a few seconds where many fall due
 * at once; the next tick finds the rest.
 */
export const sweepOverdue = async (now: Date): Promise<number> => {
  const startedAt = Date.now()
  const near = rememberedNear()
  let marked = 0
  while (marked < mostATick && Date.now() - startedAt < budgetMs) {
    const [planning, fixing] = await Promise.all([
      listNewlyOverdue('assigned', now, batch),
      listNewlyOverdue('fixing', now, batch),
    ])
    const some = await markSome([...planning, ...fixing], now, near)
    marked += some
    if (some === 0 || planning.length + fixing.length < batch) break
  }
  return marked
}
