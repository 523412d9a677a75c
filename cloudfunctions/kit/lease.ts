import { command } from './cloud'
import { collection } from './collection'

export type Lease = Rhythm & {
  _id: string
  holder: string
  until: Date
  batch: number
  pending: PendingBatch | null
}

/** How often a function's timer has to look; kept with its drainer's lease. */
export type Rhythm = {
  /** Up to when it looks into its outboxes every minute. */
  awakeUntil?: Date
  /** When it next looks at everything. */
  sweepAt?: Date
}

/** A batch written down before it is carried out, so that a drainer that died is finished by the next one. */
export type PendingBatch = {
  batch: number
  /** Counter id → field → by how much. */
  counters: { id: string; add: Record<string, number> }[]
  /** Outbox items that are done with it: collection, document ids, item ids. */
  settle: { collection: string; ids: string[]; items: string[] }[]
}

const leases = collection<Lease>('leases')
const leaseMs = 30_000

/**
 * One holder at a time; a holder that died loses it after 30 s.
 * @returns the lease, or null while another holds it
 */
export const takeLease = async (name: string, holder: string, now: Date): Promise<Lease | null> => {
  const until = new Date(now.getTime() + leaseMs)
  const taken = await leases.update({ _id: name, until: command.lt(now) }, { holder, until })
  if (taken > 0) return leases.find(name)
  const fresh: Lease = { _id: name, holder, until, batch: 0, pending: null }
  return (await leases.insert(fresh)) ? fresh : null
}

export const releaseLease = (lease: Lease) =>
  leases.update({ _id: lease._id, holder: lease.holder }, { until: new Date(0) })

/** Writes the batch down; false where the lease was lost meanwhile. */
export const writeAhead = async (lease: Lease, pending: PendingBatch): Promise<boolean> =>
  (await leases.update(
    { _id: lease._id, holder: lease.holder, batch: pending.batch - 1 },
    { batch: pending.batch, pending },
  )) > 0

export const clearAhead = (lease: Lease, batch: number) => leases.update({ _id: lease._id, batch }, { pending: null })

/** Name of the lease of a domain's drainer. */
export const drainerOf = (domain: string) => `${domain}.drain`

/** null where the function has never drained anything. */
export const findRhythm = (domain: string): Promise<Rhythm | null> => leases.find(drainerOf(domain))

export const keepRhythm = (domains: readonly string[], rhythm: Rhythm) =>
  leases.update({ _id: command.in(domains.map(drainerOf)) }, rhythm)
