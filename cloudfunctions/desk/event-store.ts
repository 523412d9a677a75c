import { isStoredCollection } from 'types/backup'
import type { Aggregate } from '../kit/aggregate'
import type { ArchivedEvent } from '../kit/archive'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'

export const events = collection<ArchivedEvent>('events')
const pageSize = 1000

export const pageEvents = (nodeId: string, verb: string | undefined, page: { page: number; size: number }) =>
  events.page(
    { under: nodeId, ...(verb ? { verb } : {}) },
    {
      sort: [
        ['at', 'desc'],
        ['_id', 'desc'],
      ],
      ...page,
    },
  )

/** The collection a document of this id lies in, of several the one that had it first; null where nothing is archived. */
export const kindOf = async (subjectId: string): Promise<string | null> => {
  const births = await events.list({ subjectId, seq: 1 }, { limit: 10, fields: ['kind', 'at'] })
  const [first] = births.sort((one, other) => one.at.getTime() - other.at.getTime())
  return first?.kind ?? null
}

/** All archived events of one subject in order. */
export const listTrail = async (kind: string, subjectId: string): Promise<ArchivedEvent[]> => {
  const trail: ArchivedEvent[] = []
  for (;;) {
    const after = trail.length === 0 ? {} : { seq: command.gt(trail.at(-1)?.seq) }
    const page = await events.list({ subjectId, ...after, kind }, { sort: [['seq', 'asc']], limit: pageSize })
    trail.push(...page)
    if (page.length < pageSize) return trail
  }
}

export type Chained = Pick<Aggregate<string>, '_id' | 'seq' | 'head' | 'events' | 'outbox' | 'under'>

/** The document the events are about, its chain only; null where it is gone. */
export const findSubject = async (kind: string, id: string): Promise<Chained | null> => {
  if (!isStoredCollection(kind)) return null
  const fields = ['seq', 'head', 'events', 'outbox', 'under']
  return (await collection<Chained>(kind).list({ _id: id }, { limit: 1, fields }))[0] ?? null
}

/** When the audit trail begins; null while it is empty. */
export const firstEventAt = async (): Promise<Date | null> =>
  (await events.list({}, { sort: [['at', 'asc']], limit: 1, fields: ['at'] }))[0]?.at ?? null

type Cursor = { at: Date | null; after: string }

const sealOrder = { sort: [['at', 'asc'] as const, ['_id', 'asc'] as const], limit: pageSize, fields: ['at', 'hash'] }

/** The next events of a day by time and id, after the cursor; fewer than were there only at the day's end. */
export const listToSeal = async (from: Date, until: Date, { at, after }: Cursor): Promise<ArchivedEvent[]> => {
  if (!at) return events.list({ at: command.lt(until).and(command.gte(from)) }, sealOrder)
  // Those of the very same millisecond first: a range and an order of two fields are two walks along one index.
  const same = await events.list({ at, _id: command.gt(after) }, sealOrder)
  return same.length > 0 ? same : events.list({ at: command.lt(until).and(command.gt(at)) }, sealOrder)
}
