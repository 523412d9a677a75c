import { newRequestId } from './request-id'
import type { Aggregate, OutboxItem } from './aggregate'
import { archiveEvents } from './archive'
import { command } from './cloud'
import type { CollectionOf } from './collection'
import { addOnce, counterId } from './counters'
import { deliver } from './delivery'
import { clearAhead, releaseLease, takeLease, writeAhead, type Lease, type PendingBatch } from './lease'

type Store = CollectionOf<Aggregate<string>>
type Waiting = { store: Store; doc: Aggregate<string> }

const batchSize = 100

/** Payload of an item to `counters`: counter key → field → by how much. */
export type CountPayload = { add: { key: string; field: string; by: number }[] }

const readWaiting = async (stores: readonly Store[], now: Date): Promise<Waiting[]> => {
  const lists = await Promise.all(
    stores.map((store) =>
      store.list({ outboxAt: command.lte(now) }, { sort: [['outboxAt', 'asc']], limit: batchSize }),
    ),
  )
  return lists.flatMap((docs, index) => docs.map((doc) => ({ store: stores[index] as Store, doc })))
}

const sumCounters = (domain: string, items: readonly OutboxItem[]): PendingBatch['counters'] => {
  const sums = new Map<string, Record<string, number>>()
  for (const item of items) {
    for (const { key, field, by } of (item.payload as CountPayload).add) {
      const id = counterId(domain, key)
      const values = sums.get(id) ?? {}
      sums.set(id, { ...values, [field]: (values[field] ?? 0) + by })
    }
  }
  return [...sums].map(([id, add]) => ({ id, add }))
}

const settleDocument = async (store: Store, id: string, items: readonly string[]) => {
  if (items.length > 0) await store.update({ _id: id }, { outbox: command.pull({ id: command.in(items) }) })
}

const carryOut = async (domain: string, stores: readonly Store[], lease: Lease, pending: PendingBatch) => {
  for (const { id, add } of pending.counters) await addOnce(domain, pending.batch, id, add)
  for (const { collection, id, items } of pending.settle) {
    const store = stores.find((candidate) => candidate.name === collection)
    if (store) await settleDocument(store, id, items)
  }
  await clearAhead(lease, pending.batch)
}

const countItems = async (domain: string, stores: readonly Store[], lease: Lease, waiting: readonly Waiting[]) => {
  const forCounters = (doc: Aggregate<string>) => doc.outbox.filter((item) => item.to === 'counters')
  const items = waiting.flatMap(({ doc }) => forCounters(doc))
  if (items.length === 0) return true
  const settle = waiting
    .map(({ store, doc }) => ({ collection: store.name, id: doc._id, items: forCounters(doc).map((item) => item.id) }))
    .filter((entry) => entry.items.length > 0)
  const pending = { batch: lease.batch + 1, counters: sumCounters(domain, items), settle }
  if (!(await writeAhead(lease, pending))) return false
  lease.batch = pending.batch
  await carryOut(domain, stores, lease, pending)
  return true
}

const deliverItems = async (domain: string, waiting: readonly Waiting[]) => {
  const items = waiting.flatMap(({ doc }) => doc.outbox.filter((item) => item.to !== 'counters'))
  const accepted = await deliver(domain, items)
  for (const { store, doc } of waiting) {
    await settleDocument(
      store,
      doc._id,
      doc.outbox.filter((item) => accepted.has(item.id)).map((item) => item.id),
    )
  }
}

const retryMs = 30_000

// `seq` guards against a move made meanwhile: its document simply waits for the next round. One whose receiver did not
// answer steps back, so that it does not hold up the queue.
const putToRest = async ({ store, doc }: Waiting, now: Date) => {
  const rested = await store.update({ _id: doc._id, seq: doc.seq, outbox: [] }, { outboxAt: null })
  if (rested > 0) return rested
  await store.update({ _id: doc._id, seq: doc.seq }, { outboxAt: new Date(now.getTime() + retryMs) })
  return 0
}

const drainOnce = async (domain: string, stores: readonly Store[], lease: Lease, now: Date): Promise<number> => {
  const waiting = await readWaiting(stores, now)
  if (waiting.length === 0) return 0
  await archiveEvents(waiting)
  if (!(await countItems(domain, stores, lease, waiting))) return 0
  await deliverItems(domain, waiting)
  const rested = await Promise.all(waiting.map((entry) => putToRest(entry, now)))
  return rested.reduce((sum, updated) => sum + updated, 0)
}

/**
 * Carries out what the domain's documents left in their outboxes: archives events, adds counters (exactly once),
 * hands deliveries to the other functions (at most once per item there). Resumable after a crash at any point.
 * @returns documents put to rest
 */
export const drain = async (domain: string, stores: readonly Store[], now: Date): Promise<number> => {
  const lease = await takeLease(`${domain}.drain`, newRequestId(), now)
  if (!lease) return 0
  if (lease.pending) await carryOut(domain, stores, lease, lease.pending)
  let total = 0
  for (let round = 0; round < 10; round++) {
    const rested = await drainOnce(domain, stores, lease, now)
    total += rested
    if (rested < batchSize / 2) break
  }
  await releaseLease(lease)
  return total
}
