import { newRequestId } from './request-id'
import type { OutboxItem, StoredEvent } from './aggregate'
import { archiveEvents } from './archive'
import { command } from './cloud'
import type { Document, Filter, Patch } from './collection'
import { addOnce, counterId } from './counters'
import { deliver } from './delivery'
import { isAnswerTooLarge } from './platform-error'
import { clearAhead, drainerOf, releaseLease, takeLease, writeAhead, type Lease, type PendingBatch } from './lease'

/** What the drainer needs of a document: aggregates have it, and so may lighter documents without events. */
export type Outboxed = Document & { outbox: OutboxItem[]; outboxAt: Date | null; under?: string[]; subject?: string }
type Store = {
  name: string
  list(
    filter: Filter,
    options: { sort: [['outboxAt', 'asc']]; limit: number; fields: readonly string[] },
  ): Promise<Outboxed[]>
  update(filter: Filter, patch: Patch): Promise<number>
}
type Waiting = { store: Store; doc: Outboxed }
/** Carries out items of `to: 'local'`; the same items may come again after a crash. */
export type LocalWork = (items: readonly OutboxItem[]) => Promise<void>

const batchSize = 100
const retryMs = 30_000

/** Payload of an item to `counters`: counter key → field → by how much. `many`: for many fields of one counter. */
export type CountPayload = {
  add: { key: string; field: string; by: number }[]
  many?: { key: string; fields: Record<string, number> }[]
}

const outboxFields = ['outbox', 'outboxAt', 'under', 'subject']

/** The documents that wait longest, fewer at a time until they fit into one answer. */
const readSome = async (store: Store, now: Date, limit: number): Promise<Outboxed[]> => {
  const due = { outboxAt: command.lte(now) }
  try {
    return await store.list(due, { sort: [['outboxAt', 'asc']], limit, fields: outboxFields })
  } catch (thrown) {
    if (!isAnswerTooLarge(thrown)) throw thrown
    if (limit > 1) return readSome(store, now, Math.ceil(limit / 4))
  }
  // One that fits into no answer must not hold up the others.
  const [stuck] = await store.list(due, { sort: [['outboxAt', 'asc']], limit: 1, fields: ['outboxAt'] })
  if (stuck) await store.update({ _id: stuck._id }, { outboxAt: new Date(now.getTime() + retryMs) })
  return []
}

const readWaiting = async (stores: readonly Store[], now: Date): Promise<Waiting[]> => {
  const lists = await Promise.all(stores.map((store) => readSome(store, now, batchSize)))
  return lists.flatMap((docs, index) => docs.map((doc) => ({ store: stores[index] as Store, doc })))
}

const itemsTo = (waiting: readonly Waiting[], to: string) =>
  waiting.flatMap(({ doc }) => doc.outbox.filter((item) => item.to === to))

const byStore = (waiting: readonly Waiting[]) => {
  const stores = new Map<Store, Outboxed[]>()
  for (const { store, doc } of waiting) stores.set(store, [...(stores.get(store) ?? []), doc])
  return [...stores]
}

const archive = async (waiting: readonly Waiting[]) => {
  const archived = waiting.flatMap(({ store, doc }) =>
    doc.outbox
      .filter((item) => item.to === 'events')
      .map((item) => {
        const event = item.payload as StoredEvent
        const subject = { subjectId: doc._id, subject: doc.subject ?? '', kind: store.name, under: doc.under ?? [] }
        return { ...event, ...subject, _id: `${doc._id}.${event.seq}` }
      }),
  )
  await archiveEvents(archived)
}

/**
 * What an item to `counters` adds, where that is more than it carries: worked out from the other items of its document,
 * so that they need not say it twice.
 */
export type ExpandCounts = (item: OutboxItem, outbox: readonly OutboxItem[]) => CountPayload

const payloadsOf = (
  waiting: readonly Waiting[],
  expand: ExpandCounts = ({ payload }) => payload as CountPayload,
): CountPayload[] =>
  waiting.flatMap(({ doc: { outbox } }) =>
    outbox.filter(({ to }) => to === 'counters').map((item) => expand(item, outbox)),
  )

const sumCounters = (domain: string, payloads: readonly CountPayload[]): PendingBatch['counters'] => {
  const sums = new Map<string, Record<string, number>>()
  const count = (key: string, field: string, by: number) => {
    const id = counterId(domain, key)
    const values = sums.get(id) ?? {}
    values[field] = (values[field] ?? 0) + by
    sums.set(id, values)
  }
  for (const { add, many = [] } of payloads) {
    for (const { key, field, by } of add) count(key, field, by)
    for (const { key, fields } of many) for (const [field, by] of Object.entries(fields)) count(key, field, by)
  }
  return [...sums].map(([id, add]) => ({ id, add }))
}

// Two trips each at the most: as many new ones as a batch can name must be added well within one call.
const addedAtOnce = 25

const addCounters = async (domain: string, { batch, counters }: PendingBatch) => {
  for (let from = 0; from < counters.length; from += addedAtOnce) {
    const lot = counters.slice(from, from + addedAtOnce)
    await Promise.all(lot.map(({ id, add }) => addOnce(domain, batch, id, add)))
  }
}

/** Finishes a batch whose drainer died: what it had added already is not added again. */
const finishBatch = async (domain: string, stores: readonly Store[], lease: Lease, pending: PendingBatch) => {
  await addCounters(domain, pending)
  for (const { collection, ids, items } of pending.settle) {
    const store = stores.find((candidate) => candidate.name === collection)
    await store?.update({ _id: command.in(ids) }, { outbox: command.pull({ id: command.in(items) }) })
  }
  await clearAhead(lease, pending.batch)
}

// Sums are not idempotent: the batch is written down first, and each counter remembers the last batch it took. The
// note goes once the items are settled with all the others.
const count = async (
  domain: string,
  lease: Lease,
  waiting: readonly Waiting[],
  expand?: ExpandCounts,
): Promise<boolean> => {
  const items = itemsTo(waiting, 'counters')
  if (items.length === 0) return true
  const counted = new Set(items.map((item) => item.id))
  const pending = {
    batch: lease.batch + 1,
    counters: sumCounters(domain, payloadsOf(waiting, expand)),
    settle: byStore(waiting).map(([store, docs]) => ({
      collection: store.name,
      ids: docs.filter((doc) => doc.outbox.some((item) => counted.has(item.id))).map((doc) => doc._id),
      items: docs.flatMap((doc) => doc.outbox.filter((item) => counted.has(item.id)).map((item) => item.id)),
    })),
  }
  if (!(await writeAhead(lease, pending))) return false
  Object.assign(lease, { batch: pending.batch, pending })
  await addCounters(domain, pending)
  return true
}

const inHouse = new Set(['counters', 'events', 'local'])

/** @returns ids of the items that are done with, the counted ones among them */
const handOver = async (domain: string, waiting: readonly Waiting[], local?: LocalWork): Promise<Set<string>> => {
  await archive(waiting)
  const own = itemsTo(waiting, 'local')
  if (own.length > 0) await local?.(own)
  const away = waiting.flatMap(({ doc }) => doc.outbox.filter((item) => !inHouse.has(item.to)))
  const accepted = away.length > 0 ? await deliver(domain, away) : new Set<string>()
  const ours = waiting.flatMap(({ doc }) => doc.outbox.filter((item) => inHouse.has(item.to)))
  const done = ours.filter((item) => item.to !== 'local' || local).map((item) => item.id)
  return new Set([...done, ...accepted])
}

/**
 * Takes the done items out. Most documents hold nothing else and come to rest in one update; one that got new items
 * meanwhile waits for the next round; what its receiver did not take steps back, so that it does not hold up the queue.
 */
const settle = async (waiting: readonly Waiting[], done: ReadonlySet<string>, now: Date): Promise<number> => {
  let rested = 0
  for (const [store, docs] of byStore(waiting)) {
    const items = docs.flatMap((doc) => doc.outbox.filter((item) => done.has(item.id)).map((item) => item.id))
    const stuck = docs.filter((doc) => doc.outbox.some((item) => !done.has(item.id))).map((doc) => doc._id)
    const ids = docs.map((doc) => doc._id)
    const others = command.elemMatch({ id: command.nin(items) })
    const still = await store.update(
      { _id: command.in(ids), outbox: command.not(others) },
      { outbox: [], outboxAt: null },
    )
    rested += still
    if (still === ids.length) continue
    await store.update(
      { _id: command.in(ids), 'outbox.id': command.in(items) },
      { outbox: command.pull({ id: command.in(items) }) },
    )
    const later = new Date(now.getTime() + retryMs)
    await store.update({ _id: command.in(stuck), outboxAt: command.lte(now) }, { outboxAt: later })
  }
  return rested
}

/**
 * Carries out what the domain's documents left in their outboxes: archives events, adds counters (exactly once),
 * hands deliveries to the other functions (at most once per item there), runs local work. Resumable after a crash at
 * any point; one drainer a domain at a time.
 * @returns documents put to rest; 1 where there are some and none could be, or another drainer is at it
 */
export const drain = async (
  domain: string,
  stores: readonly Store[],
  now: Date,
  local?: LocalWork,
  expand?: ExpandCounts,
): Promise<number> => {
  const lease = await takeLease(drainerOf(domain), newRequestId(), now)
  if (!lease) return 1
  if (lease.pending) await finishBatch(domain, stores, lease, lease.pending)
  let [total, stuck] = [0, 0]
  for (let round = 0; round < 10; round++) {
    const waiting = await readWaiting(stores, now)
    lease.pending = null
    if (waiting.length === 0 || !(await count(domain, lease, waiting, expand))) break
    const rested = await settle(waiting, await handOver(domain, waiting, local), now)
    if (lease.pending) await clearAhead(lease, lease.batch)
    total += rested
    stuck = rested === 0 ? 1 : 0
    if (stuck) break
  }
  await releaseLease(lease)
  return total + stuck
}
