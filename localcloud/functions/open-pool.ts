import { thrown, tooManyWaiting, type Outcome } from './outcome'
import type { Instance, Task } from './start-instance'

export type Finished = { outcome: Outcome; trips: number; cold: boolean }

export type Pool = {
  /** Carries out a call as soon as an instance is free, first come first served. */
  submit: (task: Task) => Promise<Finished>
  instances: () => number
  waiting: () => number
  each: (act: (instance: Instance) => void) => void
  /** Ends instances that have been idle longer than `idleMs`, keeping one warm. */
  reap: (idleMs: number) => void
  close: () => void
}

type Waiting = { task: Task; done: (finished: Finished) => void }
type Idle = { instance: Instance; since: number }

/** Calls from functions that wait for each other may use this many more, so that they cannot lock each other out. */
const NESTED_EXTRA = 8
const MOST_WAITING = 20_000

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
  const grow = (): void => {
    const limit = queue.some(({ task }) => task.caller.nested) ? max + NESTED_EXTRA : max
    while (starting < queue.length && all.size < limit) {
      const instance = start()
      starting += 1
      all.add(instance)
      void instance.loaded.then((fault) => born(instance, fault))
    }
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
        queue.push({ task, done })
        grow()
      }),
    instances: () => all.size,
    waiting: () => queue.length,
    each: (act) => all.forEach(act),
    reap: (idleMs) => {
      const kept = idle.filter(
        ({ since, instance }, index) => instance.alive() && (index === 0 || Date.now() - since < idleMs),
      )
      for (const one of idle.filter((other) => !kept.includes(other))) {
        all.delete(one.instance)
        one.instance.kill()
      }
      idle = kept
    },
    close: () => {
      queue = []
      all.forEach((instance) => instance.kill())
      all.clear()
    },
  }
}
