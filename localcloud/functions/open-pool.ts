import { thrown, tooManyWaiting, type Outcome } from './outcome'
import type { Instance, Task } from './start-instance'

export type Finished = { outcome: Outcome; trips: number; cold: boolean }

export type Pool = {
  /** Carries out a call as soon as an instance is free: calls from functions first, then first come first served. */
  submit: (task: Task) => Promise<Finished>
  instances: () => number
  waiting: () => number
  /** Whether no call is being carried out, waits, or waits for an instance. */
  resting: () => boolean
  each: (act: (instance: Instance) => void) => void
  /** Ends instances that have been idle longer than `idleMs`, keeping one warm. */
  reap: (idleMs: number) => void
  close: () => void
}

type Waiting = { task: Task; done: (finished: Finished) => void }
type Idle = { instance: Instance; since: number }

/** Calls from functions that wait for each other may use this many more, so that they cannot lock each other out. */
const NESTED_EXTRA = 8
const NESTED_PATIENCE_MS = 300
const MOST_WAITING = 20_000

/** Used lately, or the one that is kept for the next call. */
const staysWarm =
  (idleMs: number) =>
  ({ since, instance }: Idle, index: number): boolean =>
    instance.alive() && (index === 0 || Date.now() - since < idleMs)

const nestedOf = (queue: readonly Waiting[]): number => queue.filter(({ task }) => task.caller.nested).length

/** The instances of one function; grows while calls wait, up to `max`. */
export const openPool = (max: number, start: () => Instance): Pool => {
  const all = new Set<Instance>()
  const fresh = new WeakSet<Instance>()
  let idle: Idle[] = []
  let queue: Waiting[] = []
  let starting = 0

  const take = (instance: Instance): void => {
    const next = queue.shift()
    if (next) void serve(instance, next)
    else idle.push({ instance, since: Date.now() })
  }
  const serve = async (instance: Instance, { task, done }: Waiting): Promise<void> => {
    const cold = fresh.delete(instance)
    const { outcome, trips } = await instance.run(task)
    if (instance.alive()) take(instance)
    else {
      all.delete(instance)
      grow()
    }
    done({ outcome, trips, cold })
  }
  const born = (instance: Instance, fault: string | undefined): void => {
    starting -= 1
    if (fault === undefined && instance.alive()) {
      fresh.add(instance)
      return take(instance)
    }
    instance.kill()
    all.delete(instance)
    queue.shift()?.done({ outcome: thrown(fault ?? 'exited while loading'), trips: 0, cold: true })
    grow()
  }
  const grow = (limit = max, wanted = queue.length): void => {
    while (starting < wanted && all.size < limit) {
      const instance = start()
      starting += 1
      all.add(instance)
      void instance.loaded.then((fault) => born(instance, fault))
    }
  }
  // A call from a function goes first: its caller may hold an instance meanwhile. Where none comes free, they may all be
  // waiting for each other, and only more instances help.
  const enqueue = (waiting: Waiting): void => {
    if (!waiting.task.caller.nested) return void queue.push(waiting)
    queue.unshift(waiting)
    setTimeout(() => queue.includes(waiting) && grow(max + NESTED_EXTRA, nestedOf(queue)), NESTED_PATIENCE_MS).unref()
  }
  const idleAlive = (): Instance | undefined => {
    for (let last = idle.pop(); last; last = idle.pop()) {
      if (last.instance.alive()) return last.instance
      all.delete(last.instance)
    }
    return undefined
  }

  return {
    submit: (task) =>
      new Promise((done) => {
        const instance = idleAlive()
        if (instance) return void serve(instance, { task, done })
        if (queue.length >= MOST_WAITING) return done({ outcome: tooManyWaiting(), trips: 0, cold: false })
        enqueue({ task, done })
        grow()
      }),
    instances: () => all.size,
    waiting: () => queue.length,
    resting: () => queue.length === 0 && all.size === idle.length,
    each: (act) => all.forEach(act),
    reap: (idleMs) => {
      const kept = idle.filter(staysWarm(idleMs))
      for (const { instance } of idle.filter((one) => !kept.includes(one))) if (all.delete(instance)) instance.kill()
      idle = kept
    },
    close: () => {
      queue = []
      all.forEach((instance) => instance.kill())
      all.clear()
    },
  }
}
