import type { StoredEvent } from './aggregate'
import { collection, type Document } from './collection'

/**
 * An event at rest in the audit trail: the event and what it happened to. `_id` is `<kind>.<subjectId>.<seq>`, `kind`
 * being the collection; of those archived before the kind stood in it, `<subjectId>.<seq>`.
 */
export type ArchivedEvent = StoredEvent &
  Document & { subjectId: string; subject: string; kind: string; under: string[] }

const events = collection<ArchivedEvent>('events')

/**
 * Copies events into the audit trail; the same event archived twice is the same document. Phones make ids, so documents
 * of two collections may have the same one: neither writes over the other's events.
 */
export const archiveEvents = (archived: readonly Omit<ArchivedEvent, '_id'>[]) =>
  events.putNew(archived.map((event) => ({ ...event, _id: `${event.kind}.${event.subjectId}.${event.seq}` })))
