import { overdueDays } from 'types/calendar'
import { shelvesOf } from 'types/hazard'
import { AppError } from 'types/app-error'
import { record, type Acting } from '../../kit/aggregate'
import { countChange } from '../counting'
import type { HazardDoc } from '../hazard'
import { hazards, listNewlyOverdue } from '../hazard-store'
import { toFixer, toReporter, toOfficer } from '../messages'
import { dueOnLadder } from '../ladder/standing'
import { listOfficersNear } from '../../kit/officers-near'

const batch = 50
const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '整改逾期' }

const markOne = async (doc: HazardDoc, now: Date) => {
  const dueAt = doc.dueAt ?? now
  const late: HazardDoc = { ...doc, overdue: true }
  const days = overdueDays(dueAt, now)
  const note = `已超过建议的整改期限 ${days} 天`
  const officers = await listOfficersNear(doc.under)
  const push = [
    ...countChange(doc, late),
    ...toFixer(doc, { title: '整改已逾期，请尽快完成', by: dueAt, note }),
    ...officers.map(({ _id }) => toOfficer(_id, doc, { title: '企业整改逾期，请督促', by: dueAt, note })),
    ...toReporter(doc, '整改逾期', '企业整改逾期，工会正在督促', now),
  ]
  const set = { overdue: true, shelves: shelvesOf(late), ladder: dueOnLadder(doc, now) }
  await record(hazards, doc, clock, 'overdue', { at: now, set, push, data: { dueAt: dueAt.toISOString() } })
}

/**
 * Marks what has just become overdue: mark, count and one reminder each to fixer, officers and reporter in the same
 * write, so that a deadline is reminded of once, whenever the clock dies.
 */
export const sweepOverdue = async (now: Date): Promise<number> => {
  const [planning, fixing] = await Promise.all([
    listNewlyOverdue('assigned', now, batch),
    listNewlyOverdue('fixing', now, batch),
  ])
  const late = [...planning, ...fixing]
  for (const doc of late) {
    try {
      await markOne(doc, now)
    } catch (thrown) {
      // Somebody moved it this very moment; if it is still late, the next minute finds it.
      if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    }
  }
  return late.length
}
