import { askForMove } from './tree-move'
import { eachAlone } from './each-alone'
import { isPlatformCall, readContext } from './identity'
import { findRhythm, keepRhythm, type Rhythm } from './lease'

/** A piece of the clock's work. @returns how much it did; nothing where that does not say whether there is more */
export type Part = (now: Date) => Promise<number | void>

export type ClockWork = {
  /** Looks, a request each, for what must not be minutes late. @returns how many are due */
  looks?: readonly Part[]
  /** What falls due by the day or the hour, and files that go. */
  slow?: readonly Part[]
  /** What commands leave to be done: outboxes, sheets, a subtree that moves. */
  soon: readonly Part[]
}

type Asked = { nudged?: unknown; wake?: unknown; all?: unknown } | undefined

const sweepMs = 15 * 60_000
const retryMs = 3 * 60_000
const awakeMs = 3 * 60_000

// A clock that was put back must not leave work lying.
const isAhead = (at: Date | undefined, now: Date, most: number) =>
  at !== undefined && at > now && at.getTime() - now.getTime() <= most

/** Has the timers of these functions look into their outboxes every minute for a while. */
export const keepAwake = (domains: readonly string[], now: Date) =>
  keepRhythm(domains, { awakeUntil: new Date(now.getTime() + awakeMs) })

const wakeUp = async (domain: string, rhythm: Rhythm | null, now: Date) => {
  // Not with every nudge of a burst.
  const soonOver = new Date(now.getTime() + (awakeMs * 2) / 3)
  if (!isAhead(rhythm?.awakeUntil, soonOver, awakeMs)) await keepAwake([domain], now)
}

/** All have their turn, whatever fails among them. */
const run = async (parts: readonly Part[], now: Date): Promise<number> => {
  let ran = 0
  await eachAlone(parts, async (part) => {
    ran += (await part(now)) ?? 0
  })
  return ran
}

const runAll = async ({ slow = [], soon }: ClockWork, now: Date) => {
  let late = 0
  const counted = slow.map((part): Part => async (at) => {
    const ran = (await part(at)) ?? 0
    late += ran
    return ran
  })
  return { ran: await run([...counted, ...soon], now), late }
}

const sweep = async (domain: string, works: ClockWork, now: Date) => {
  const later = (ms: number) => new Date(now.getTime() + ms)
  // What fails for ever, or outlives its call, must not have everything looked at each minute.
  await keepRhythm([domain], { sweepAt: later(retryMs) })
  const { ran, late } = await runAll(works, now)
  // Where much fell due at once the next minute goes on with it.
  const sweepAt = late > 0 ? now : later(sweepMs)
  await keepRhythm([domain], { sweepAt, ...(ran > 0 && { awakeUntil: later(awakeMs) }) })
  return ran
}

/** A look that fails is no reason not to work: what it looks for then says in the log what is wrong. */
const isAnyDue = async ({ looks = [] }: ClockWork, now: Date): Promise<boolean> => {
  try {
    return (await run(looks, now)) > 0
  } catch {
    return true
  }
}

const minute = async (domain: string, works: ClockWork, rhythm: Rhythm | null, now: Date): Promise<number> => {
  const isSweep = !isAhead(rhythm?.sweepAt, now, sweepMs) || (await isAnyDue(works, now))
  if (!isSweep && !isAhead(rhythm?.awakeUntil, now, awakeMs)) return 0
  askForMove()
  if (isSweep) return sweep(domain, works, now)
  const ran = await run(works.soon, now)
  if (ran > 0) await wakeUp(domain, rhythm, now)
  return ran
}

/**
 * The timer of a function. Databases are paid by the request, and most minutes bring nothing: a minute costs one request
 * and the looks; everything is looked at each quarter of an hour. Whoever writes nudges; for three minutes after that,
 * and while there is something to do, the timer looks into the outboxes, for a nudge may be lost with its instance.
 * `all` (the timer's message, by hand) does everything at once.
 */
export const ticking =
  (domain: string, works: ClockWork) =>
  async (input: Asked, { now }: { now: Date }) => {
    // Who is no function of ours may ask for what a write asks for, and no more.
    const asked = isPlatformCall(readContext().source) ? input : { nudged: true }
    if (asked?.all) {
      askForMove()
      return { ran: (await runAll(works, now)).ran }
    }
    const rhythm = await findRhythm(domain)
    if (!asked?.nudged && !asked?.wake) return { ran: await minute(domain, works, rhythm, now) }
    await wakeUp(domain, rhythm, now)
    if (!asked.nudged) return { ran: 0 }
    askForMove()
    return { ran: await run(works.soon, now) }
  }
