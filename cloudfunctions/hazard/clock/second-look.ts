import { AppError } from 'types/app-error'
import { record, type Acting } from '../../kit/aggregate'
import type { HazardDoc } from '../hazard'
import { hazards, listToLookAgain } from '../hazard-store'
import { toOfficer } from '../messages'
import { listOfficersNear } from '../../kit/officers-near'

const batch = 50
const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '提醒再次查看' }

const askOne = async (doc: HazardDoc, now: Date) => {
  const officers = await listOfficersNear(doc.under)
  const note = '看整改是否还在、有没有反复'
  const trigger = 'hazard-recheck' as const
  const work = { title: '销号满 30 天，请再看一次', by: doc.watchUntil ?? now, note, trigger }
  await record(hazards, doc, clock, 'ask-recheck', {
    at: now,
    set: { recheckAt: null },
    push: officers.map(({ _id }) => toOfficer(_id, doc, work)),
  })
}

/** Asks the officers once to look again at what was closed a month ago: mark and messages in one write. */
export const askToLookAgain = async (now: Date): Promise<number> => {
  const due = await listToLookAgain(now, batch)
  for (const doc of due) {
    try {
      await askOne(doc, now)
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    }
  }
  return due.length
}
