import { platform } from './cloud'

const pauseMs = 2000
const wakePauseMs = 60_000
let last = 0
let lastWake = 0
let later: ReturnType<typeof setTimeout> | undefined

const ask = (domain: string, how: 'nudged' | 'wake') => {
  const data = { action: 'tick', input: { [how]: true } }
  void Promise.resolve(platform.callFunction({ name: domain, data })).catch(() => undefined)
}

const askNow = (domain: string) => {
  last = Date.now()
  later = undefined
  ask(domain, 'nudged')
}

/**
 * Asks the function to drain soon, without waiting for it: at once where the last nudge of this instance is two seconds
 * old, else when it will be, so that the last write of a burst is not left to the timer. An SCF instance goes on with
 * what was started before the reply; should it be frozen and a nudge lost, the timer of the next minute does the work.
 */
export const nudge = (domain: string) => {
  const age = Math.abs(Date.now() - last)
  if (age >= pauseMs) return askNow(domain)
  later ??= setTimeout(() => askNow(domain), pauseMs - age)
}

/** Has the function's timer look into its outboxes every minute for a while; for what may wait so long. */
export const wake = (domain: string) => {
  if (Math.abs(Date.now() - lastWake) < wakePauseMs) return
  lastWake = Date.now()
  ask(domain, 'wake')
}
