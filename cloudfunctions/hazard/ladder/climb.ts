import { AppError } from 'types/app-error'
import { isAtLeast, rungAbove, rungLabels, type Rung } from 'types/hazard-ladder'
import { record, type Acting, type OutboxItem } from '../../kit/aggregate'
import type { HazardDoc } from '../hazard'
import { hazards } from '../hazard-store'
import { toFixer, toOfficer } from '../messages'
import { listOfficersNear } from '../../kit/officers-near'
import { ladderDaysFor } from '../rules/rules'
import { listLine, listToClimb } from './ladder-store'
import { rungOf, standAt } from './standing'

type Push = Omit<OutboxItem, 'id'>

const batch = 50
const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '提高督促层级' }
const employerTypes: readonly string[] = ['team', 'workshop', 'enterprise']

/** Node ids whose officers stand on a rung; a rung nobody sits on is seen by the next that has somebody. */
const seatsOf = async ({ under }: HazardDoc, rung: Rung): Promise<string[]> => {
  if (rung === 'listed') return under.slice(0, 1)
  const line = await listLine(under)
  const employers = line.filter(({ type }) => employerTypes.includes(type)).reverse()
  const above = line.filter(({ type }) => !employerTypes.includes(type)).reverse()
  const upTo = employers.findIndex(({ type }) => type === rung)
  const within = rung === 'upper' || upTo < 0 ? [] : employers.slice(0, upTo + 1)
  // The root comes first, as everywhere: who is asked is the lowest of the line that has an officer.
  return [...above, ...within].map(({ _id }) => _id)
}

// Supervision by a committee is for major ones.
const lastResort = { major: '建议提请安委会挂牌督办', general: '建议提请监管和上级工会督促' }

const workAt = (rung: Rung, grade: HazardDoc['grade']) => {
  const title = rung === 'listed' ? lastResort[grade ?? 'general'] : `隐患升至${rungLabels[rung].slice(0, 6)}督促`
  return rung === 'enterprise'
    ? { title: '请起草书面建议函', note: '整改逾期，应书面反映到企业行政' }
    : { title, note: '整改没有按期完成，请督促' }
}

/** Word of a new rung: to who sits there, to the officers who handle it from the management up, to the fixer. */
export const tellRung = async (doc: HazardDoc, rung: Rung, now: Date): Promise<Push[]> => {
  const [there, handling] = await Promise.all([
    seatsOf(doc, rung).then(listOfficersNear),
    isAtLeast(rung, 'enterprise') ? listOfficersNear(doc.under) : [],
  ])
  const work = { ...workAt(rung, doc.grade), by: doc.dueAt ?? now, trigger: 'ladder' as const }
  const openids = new Set([...there, ...handling].map(({ _id }) => _id))
  return [
    ...[...openids].map((openid) => toOfficer(openid, doc, work)),
    ...toFixer(doc, {
      title: `整改逾期，已反映到${rungLabels[rung].slice(0, 6)}`,
      by: work.by,
      note: '请尽快改完并回复',
      trigger: 'ladder',
    }),
  ]
}

const climbOne = async (doc: HazardDoc, now: Date) => {
  const to = rungAbove(rungOf(doc))
  if (!to) return
  const [push, days] = await Promise.all([tellRung(doc, to, now), ladderDaysFor(doc.under)])
  const data = { from: rungOf(doc), rung: to }
  await record(hazards, doc, clock, 'climb', { at: now, set: { ladder: standAt(doc, to, now, days) }, push, data })
}

/**
 * Takes overdue hazards one rung on when their days on the present one are over: rung, event and messages are one
 * write, so that each rung is told of once, whenever the clock dies.
 */
export const sweepLadder = async (now: Date): Promise<number> => {
  const due = await listToClimb(now, batch)
  for (const doc of due) {
    try {
      await climbOne(doc, now)
    } catch (thrown) {
      // Somebody moved it this very moment; if it is still late, the next minute finds it.
      if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    }
  }
  return due.length
}
