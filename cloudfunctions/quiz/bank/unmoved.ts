import { chainStart } from 'types/chain'
import type { Aggregate } from '../../kit/aggregate'

/** The common fields of an aggregate nothing has happened to yet: its chain begins with the first act on it. */
export const unmoved = (subject: string, at: Date) =>
  ({
    ...{ subject, version: 0, seq: 0, head: chainStart, events: [], outbox: [], outboxAt: null },
    ...{ createdAt: at, updatedAt: at },
  }) satisfies Partial<Aggregate<string>>
