import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from './open-faults'

type Acts<T> = {
  run: () => T | Promise<T>
  /** Answer of a platform that did not take the request. */
  refuse: () => T
  /** Answer the caller gets when it waited in vain. */
  timeout: () => T
  /** Kills who asked, after the request was carried out. */
  kill: () => void
}

/** Carries out one request under a planned fault, or plainly when there is none. */
export const underFault = async <T>(fault: Fault | undefined, acts: Acts<T>): Promise<T> => {
  if (!fault) return acts.run()
  switch (fault.mode) {
    case 'refuse':
      return acts.refuse()
    case 'timeout-before':
      await sleep(fault.ms)
      return acts.timeout()
    case 'timeout-after':
      await acts.run()
      await sleep(fault.ms)
      return acts.timeout()
    case 'slow':
      await sleep(fault.ms)
      return acts.run()
    case 'kill': {
      const reply = await acts.run()
      acts.kill()
      return reply
    }
  }
}
