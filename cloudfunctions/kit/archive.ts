import type { StoredEvent } from './aggregate'
import { collection, type Document } from './collection'

/** An event at rest in the audit trail: the event and what it happened to. `_id` is `<subjectId>.<seq>`. */
export type ArchivedEvent = StoredEvent &
  Document & { subjectId: string; subject: string; kind: string; under: string[] }

const events = collection<ArchivedEvent>('events')

/** Copies events into the audit trail; the same event archived twice is the same document. */
export const archiveEvents = (archived: readonly ArchivedEvent[]) => events.putNew(archived)
