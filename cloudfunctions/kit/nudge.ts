import { platform } from './cloud'

const pauseMs = 2000
let last = 0
let later: ReturnType<typeof setTimeout> | undefined

const ask = (domain: string) => {
  last = Date.now()
  later = undefined
  const data = { action: 'tick', input: { nudged: true } }
  void Promise.resolve(platform.callFunction({ name: domain, data })).catch(() => undefined)
}

/**
 * Asks the function to drain soon, without waiting for it: at once where the last nudge of this instance is two seconds
 * old, else when it will be, so that the last write of a burst is not left to the timer. An SCF instance goes on with
 * what was started before the reply; should it be frozen and a nudge lost, the timer of the next minute does the work.
 */
export const nudge = (domain: string) => {
  const age = Math.abs(Date.now() - last)
  if (age >= pauseMs) return ask(domain)
  later ??= setTimeout(() => ask(domain), pauseMs - age)
}
