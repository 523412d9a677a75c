import { dateOf } from 'types/calendar'
import { backupKeepDays, retention } from 'types/retention'
import { deleteBackup } from './copy-backup'
import type { SweepDoc } from './documents'
import { listOldBackups } from './job-store'
import { findSweep, noteSweep, openSweep } from './sweep-store'
import { listExpired, removeAll } from './stored-store'

const day = 86_400_000
const pageSize = 500

const before = (now: Date, days: number) => new Date(now.getTime() - days * day)

const todaysSweep = async (now: Date): Promise<SweepDoc> => {
  const _id = dateOf(now)
  const fresh: SweepDoc = { _id, state: 'open', removed: {}, at: now }
  return (await findSweep(_id)) ?? ((await openSweep(fresh)) ? fresh : todaysSweep(now))
}

/**
 * The retention job: once a day, what types/retention declares and nothing else, in pages of 500. Work left over when
 * the budget is used up is taken up again by the next tick.
 * @returns pages deleted
 */
export const sweep = async (now: Date, budget: number): Promise<number> => {
  const today = await todaysSweep(now)
  if (today.state === 'done') return 0
  let [ran, removed] = [0, today.removed]
  for (const { collection, field, days } of retention) {
    for (let ended = false; !ended;) {
      if (ran >= budget) return ran
      const ids = await listExpired(collection, field, before(now, days), pageSize)
      ended = ids.length < pageSize
      if (ids.length === 0) continue
      await removeAll(collection, ids)
      removed = { ...removed, [collection]: (removed[collection] ?? 0) + ids.length }
      await noteSweep(today._id, { removed })
      ran += 1
    }
  }
  for (const job of await listOldBackups(before(now, backupKeepDays))) await deleteBackup(job)
  await noteSweep(today._id, { state: 'done' })
  return ran
}
