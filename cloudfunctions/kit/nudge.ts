import { platform } from './cloud'

let last = 0

/**
 * Asks the function to drain soon, at most once a second an instance, without waiting for it: an SCF instance goes on
 * with what was started before the reply. Should the nudge be lost, the timer of the next minute does the work.
 */
export const nudge = (domain: string) => {
  const now = Date.now()
  if (Math.abs(now - last) < 1000) return
  last = now
  void Promise.resolve(platform.callFunction({ name: domain, data: { action: 'tick' } })).catch(() => undefined)
}
