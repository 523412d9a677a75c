import { eventHash, chainStart } from 'types/chain'
import type { deskContract } from 'types/desk'
import { personMark } from 'types/ids'
import type { StoredEvent } from '../kit/aggregate'
import type { Handler } from '../kit/serve'
import { pageEvents } from './event-store'
import type { Place, Trail } from './subjects'

export const events: Handler<typeof deskContract.events, Place> = async ({ verb, ...page }, { subject: node }) => {
  const { items, more } = await pageEvents(node._id, verb || undefined, page)
  const views = items.map(({ _id, at, by, name, data, verb: done, subject, subjectId, kind, seq, hash }) => ({
    ...{ id: _id, at, by: name || '系统', office: typeof data.office === 'string' ? data.office : null },
    ...{ mark: personMark(by), verb: done, subject, subjectId, kind, seq, hash },
  }))
  return { items: views, more }
}

/** What an event's hash covers; the archive adds fields of its own. */
const bare = ({ seq, at, by, name, verb, act, from, to, data, hash }: StoredEvent): StoredEvent => ({
  ...{ seq, at, by, name, verb, act, from, to, data, hash },
})

type Chain = { events: StoredEvent[]; clashAt: number | null }

/** Archive, the document's latest and what waits in its outbox as one chain; two versions of one event are a break. */
const chainOf = ({ events: archived, doc }: Trail): Chain => {
  const waiting = (doc?.outbox ?? []).flatMap(({ to, payload }) => (to === 'events' ? [payload as StoredEvent] : []))
  const bySeq = new Map<number, StoredEvent>()
  let clashAt: number | null = null
  for (const event of [...archived, ...(doc?.events ?? []), ...waiting]) {
    const known = bySeq.get(event.seq)
    if (known && known.hash !== event.hash) clashAt = Math.min(clashAt ?? event.seq, event.seq)
    else if (!known) bySeq.set(event.seq, bare(event))
  }
  return { events: [...bySeq.values()].sort((left, right) => left.seq - right.seq), clashAt }
}

/** Where the chain first fails to follow: a changed, missing or surplus event. null when it holds. */
const breakOf = (chain: readonly StoredEvent[], doc: Trail['doc']): number | null => {
  let head = chainStart
  for (const [index, event] of chain.entries()) {
    if (event.seq !== index + 1) return index + 1
    if (event.hash !== eventHash(head, event)) return event.seq
    head = event.hash
  }
  if (!doc) return null
  if (doc.seq !== chain.length) return Math.min(doc.seq, chain.length) + 1
  return doc.head === head ? null : doc.seq
}

/** Recomputes one subject's chain from the archive and the document's own latest. Caller, events, document. */
export const verify: Handler<typeof deskContract.verify, Trail> = async (_input, { subject }) => {
  const { events: chain, clashAt } = chainOf(subject)
  const found = breakOf(chain, subject.doc)
  const brokenAt = clashAt === null ? found : Math.min(clashAt, found ?? clashAt)
  return { events: chain.length, intact: brokenAt === null, brokenAt, head: chain.at(-1)?.hash ?? chainStart }
}
