import type { Sqlite } from './sqlite'

/**
 * Writes of one turn of the event loop share one commit (one fsync). Nobody is answered before it: `settle` holds every
 * reply back, reads included, until what it may rest on is on disk.
 */
export type GroupCommit = {
  /** Runs `work` atomically inside the open group: all of it or nothing. */
  write<T>(work: () => T): T
  /** The reply itself when nothing is pending, else a promise kept after the commit. */
  settle<T>(reply: T): T | Promise<T>
  /** Commits now. */
  flush(): void
}

type Waiter = { done: () => void; failed: (error: unknown) => void }

export const createGroupCommit = (sqlite: Sqlite): GroupCommit => {
  let open = false
  let waiters: Waiter[] = []
  const flush = (): void => {
    if (!open) return
    open = false
    const waiting = waiters
    waiters = []
    try {
      sqlite.exec('COMMIT')
    } catch (error) {
      sqlite.exec('ROLLBACK')
      for (const waiter of waiting) waiter.failed(error)
      return
    }
    for (const waiter of waiting) waiter.done()
  }
  const begin = (): void => {
    if (open) return
    sqlite.exec('BEGIN IMMEDIATE')
    open = true
    setImmediate(flush)
  }
  return {
    write: (work) => {
      begin()
      sqlite.exec('SAVEPOINT w')
      try {
        const result = work()
        sqlite.exec('RELEASE w')
        return result
      } catch (error) {
        sqlite.exec('ROLLBACK TO w')
        sqlite.exec('RELEASE w')
        throw error
      }
    },
    settle: (reply) => {
      if (!open) return reply
      return new Promise((resolve, reject) => {
        waiters.push({ done: () => resolve(reply), failed: reject })
      })
    },
    flush,
  }
}
