import { lockTimeout } from './cloud-error'
import type { LockTable } from './lock-table'

/** Thrown where an ordinary write meets a transaction's lock; the write is tried again when it is free. */
type Blocked = { blockedBy: string }

const isBlocked = (error: unknown): error is Blocked =>
  typeof error === 'object' && error !== null && 'blockedBy' in error && typeof error.blockedBy === 'string'

/** Stops an ordinary write that touches something a transaction has locked. */
export const refuseLocked = (locks: LockTable, names: () => string[]): void => {
  if (locks.empty) return
  const held = names().find((name) => locks.holder(name) !== undefined)
  if (held !== undefined) throw Object.assign(new Error('locked'), { blockedBy: held })
}

/** Runs a write; where it is blocked, waits for the lock and runs it anew, `waitMs` milliseconds in all. */
export const runUnlocked = <T>(locks: LockTable, waitMs: number, run: () => T): T | Promise<T> => {
  try {
    return run()
  } catch (error) {
    if (!isBlocked(error)) throw error
    return retry(locks, Date.now() + waitMs, error.blockedBy, run)
  }
}

const retry = async <T>(locks: LockTable, deadline: number, name: string, run: () => T): Promise<T> => {
  const free = await locks.wait(name, Math.max(0, deadline - Date.now()))
  if (!free) throw lockTimeout()
  try {
    return run()
  } catch (error) {
    if (!isBlocked(error)) throw error
    return retry(locks, deadline, error.blockedBy, run)
  }
}
