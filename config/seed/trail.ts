import { chainStart, eventHash } from 'types/chain'
import type { City } from './city'

export type Happening = {
  act: string
  to: string
  at: Date
  by: string
  name: string
  verb: string
  data?: Record<string, unknown>
}
type Subject = { collection: string; _id: string; under: string[]; subject: string }

/**
 * What every aggregate carries after these happenings, its chain of events archived already: nothing is left to drain.
 * The first happening is its birth.
 */
export const trail = (city: City, { collection, _id, under, subject }: Subject, happenings: readonly Happening[]) => {
  let head = chainStart
  let from = ''
  const events = happenings.map(({ act, to, at, by, name, verb, data = {} }, index) => {
    const event = { seq: index + 1, at, by, name, verb, act, from, to, data }
    head = eventHash(head, event)
    from = to
    return { ...event, hash: head }
  })
  for (const event of events)
    city.add('events', { ...event, _id: `${_id}.${event.seq}`, subjectId: _id, subject, kind: collection, under })
  const born = events[0]
  const last = events.at(-1)
  return {
    ...{ _id, under, subject, state: from, version: events.length - 1, seq: events.length, head },
    ...{ events: events.slice(-20), outbox: [], outboxAt: null, createdAt: born?.at, updatedAt: last?.at },
  }
}
