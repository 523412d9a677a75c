import { AppError } from 'types/app-error'
import { formatMonthDay } from 'types/calendar'
import { record, type Acting } from '../../kit/aggregate'
import { nextProgress } from '../case/progress'
import type { HazardDoc } from '../hazard'
import { hazards, listSilent } from '../hazard-store'
import { toFixer } from '../messages'

const batch = 50
const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '提醒报告进展' }

const remindOne = async (doc: HazardDoc, now: Date) => {
  const next = nextProgress(doc, now)
  const note = `请说明整改到了哪一步，下一次最迟${formatMonthDay(next)}`
  await record(hazards, doc, clock, 'remind-progress', {
    at: now,
    set: { progressDueAt: next },
    push: toFixer(doc, { title: '请报告整改进展', by: next, note, trigger: 'fix-silent' }),
  })
}

/** Reminds enterprises that were silent for a whole period: once a period, whenever the clock dies. */
export const remindSilent = async (now: Date): Promise<number> => {
  const silent = await listSilent(now, batch)
  for (const doc of silent) {
    try {
      await remindOne(doc, now)
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'CONFLICT')) throw thrown
    }
  }
  return silent.length
}
