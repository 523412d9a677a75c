import type { Aggregate, StoredEvent } from './aggregate'
import { command } from './cloud'
import { collection, type CollectionOf } from './collection'

/** An event at rest in the audit trail: the event and what it happened to. */
export type ArchivedEvent = StoredEvent & {
  _id: string
  subjectId: string
  subject: string
  kind: string
  under: string[]
}

const events = collection<ArchivedEvent>('events')
const keepLatest = 20

const archived = (kind: string, doc: Aggregate<string>, event: StoredEvent): ArchivedEvent => ({
  ...event,
  ...{ _id: `${doc._id}.${event.seq}`, subjectId: doc._id, subject: doc.subject, kind, under: doc.under },
})

const archiveOne = async (store: CollectionOf<Aggregate<string>>, doc: Aggregate<string>) => {
  const due = doc.events.filter((event) => event.seq > doc.archived)
  if (due.length === 0) return
  // `put` with a fixed id: the same event archived twice is the same document.
  await Promise.all(due.map((event) => events.put(archived(store.name, doc, event))))
  const old = doc.seq - keepLatest
  await store.update(
    { _id: doc._id },
    { archived: doc.seq, ...(old > 0 ? { events: command.pull({ seq: command.lte(old) }) } : {}) },
  )
}

/** Copies events that are not archived yet into `events`; the document keeps the latest 20. */
export const archiveEvents = async (
  waiting: readonly { store: CollectionOf<Aggregate<string>>; doc: Aggregate<string> }[],
) => {
  for (const { store, doc } of waiting) await archiveOne(store, doc)
}
