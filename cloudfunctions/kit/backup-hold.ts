import { command } from './cloud'
import { collection } from './collection'
import { drainerOf, type Lease } from './lease'
import { keepAwake } from './tick'

const leases = collection<Lease>('leases')

const renew = (names: readonly string[], holder: string, until: Date) =>
  leases.update({ _id: command.in(names), holder }, { until })

/** Whether this holder still has every drainer: then nothing was handed over since it took them. One trip. */
export const keepHold = async (domains: readonly string[], holder: string, until: Date): Promise<boolean> =>
  (await renew(domains.map(drainerOf), holder, until)) === domains.length

const take = async (name: string, holder: string, now: Date, until: Date): Promise<boolean> => {
  if ((await leases.update({ _id: name, holder }, { until })) > 0) return true
  if ((await leases.update({ _id: name, until: command.lt(now) }, { holder, until })) > 0) return true
  return leases.insert({ _id: name, holder, until, batch: 0, pending: null })
}

/**
 * Stops the postman: while one holder has the drainers of all domains, no outbox is emptied, no counter moves and no
 * event is archived; commands go on and their deliveries wait. A holder that died loses them at `until`.
 * @returns false while some drainer is at work: try again in a minute, what was taken stays taken
 */
export const takeHold = async (
  domains: readonly string[],
  holder: string,
  now: Date,
  until: Date,
): Promise<boolean> => {
  const taken = await Promise.all(domains.map((domain) => take(drainerOf(domain), holder, now, until)))
  return taken.every(Boolean)
}

/** Lets the drainers go, and has them look at what waited meanwhile. */
export const releaseHold = async (domains: readonly string[], holder: string): Promise<void> => {
  await leases.update({ _id: command.in(domains.map(drainerOf)), holder }, { holder: '', until: new Date(0) })
  await keepAwake(domains, new Date())
}
