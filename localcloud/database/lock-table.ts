/** Locks that transactions hold on documents and unique keys, by name. */
export type LockTable = {
  holder(name: string): string | undefined
  take(name: string, owner: string): void
  /** Gives back everything the owner holds and wakes who waits. */
  release(owner: string): void
  /** Resolves true when the lock is free, false after `ms` milliseconds. */
  wait(name: string, ms: number): Promise<boolean>
  readonly empty: boolean
}

export const createLockTable = (): LockTable => {
  const holders = new Map<string, string>()
  const waiting = new Map<string, Set<() => void>>()
  const wake = (name: string): void => {
    const woken = waiting.get(name)
    waiting.delete(name)
    for (const resume of woken ?? []) resume()
  }
  return {
    holder: (name) => holders.get(name),
    take: (name, owner) => void holders.set(name, owner),
    release: (owner) => {
      const names = [...holders].filter(([, holder]) => holder === owner).map(([name]) => name)
      for (const name of names) holders.delete(name)
      for (const name of names) wake(name)
    },
    wait: (name, ms) =>
      new Promise((resolve) => {
        if (!holders.has(name)) return resolve(true)
        const queue = waiting.get(name) ?? new Set()
        waiting.set(name, queue)
        const resume = () => {
          clearTimeout(timer)
          resolve(true)
        }
        const timer = setTimeout(() => {
          queue.delete(resume)
          resolve(false)
        }, ms)
        queue.add(resume)
      }),
    get empty() {
      return holders.size === 0
    },
  }
}
