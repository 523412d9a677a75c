import type { Subject } from '../kit/access'
import type { ArchivedEvent } from '../kit/archive'
import type { Caller } from '../kit/identity'
import { findSubject, kindOf, listTrail, type Chained } from './event-store'
import { findNode, findRoot, type NodeDoc } from './node-store'

/** What is known of one subject: its archived events and, while it exists, its own chain. */
export type Trail = { events: ArchivedEvent[]; doc: Chained | null }

/** What the desk needs of a node. */
export type Place = Pick<NodeDoc, '_id' | 'name' | 'under'>

// A grant tells its own node: most calls are about that one and save a trip.
const node: Subject<Place> = {
  load: async ({ nodeId }: { nodeId?: string }, { grants }: Caller) => {
    const own = grants.find((grant) => nodeId === undefined || grant.nodeId === nodeId)
    if (own) return { _id: own.nodeId, name: own.nodeName, under: own.under }
    return findNode(nodeId ?? '')
  },
  under: (doc) => doc.under,
}
const trail: Subject<Trail> = {
  load: async ({ subjectId, kind: told }: { subjectId: string; kind?: string }) => {
    const kind = told ?? (await kindOf(subjectId))
    const events = kind === null ? [] : await listTrail(kind, subjectId)
    return kind !== null && events.length > 0 ? { events, doc: await findSubject(kind, subjectId) } : null
  },
  under: ({ events, doc }) => doc?.under ?? events.at(-1)?.under ?? [],
}
/** The union tree's root: only a grant on the root itself reaches it. */
const root: Subject<NodeDoc> = {
  load: () => findRoot(),
  under: (doc) => doc.under,
}

export const subjects = { node, trail, root }
