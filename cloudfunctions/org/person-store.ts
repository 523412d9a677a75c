import { managerRoles } from 'types/org'
import { reachOf, reachToken } from 'types/reach'
import type { OutboxItem } from '../kit/aggregate'
import { command } from '../kit/cloud'
import { collection } from '../kit/collection'
import type { CountPayload } from '../kit/outbox'
import { peopleWays } from '../kit/people-ways'
import { personIdOf } from '../kit/person-id'
import type { PersonDoc } from './documents'

export const people = collection<PersonDoc>('people', { ways: peopleWays })

/** What changes about a person, and what is to be counted for it. */
export type PersonChange = { set: Partial<PersonDoc>; count?: CountPayload['add'] }

export const findPerson = (openid: string) => people.find(openid)

export const findByPersonId = async (personId: string): Promise<PersonDoc | null> =>
  (await people.list({ personId }, { limit: 1 }))[0] ?? null

/** Whoever holds a grant in this node's subtree. */
export const pageGranted = (nodeId: string, page: number, size: number) =>
  people.page({ reach: reachToken(nodeId, 'granted') }, { sort: [['name', 'asc']], page, size })

/** Whoever is reached in this node's subtree as an officer or a volunteer. */
export const pageReached = (nodeId: string, kind: 'officer' | 'volunteer', page: number, size: number) =>
  people.page({ reach: reachToken(nodeId, kind) }, { sort: [['name', 'asc']], page, size })

/** The person as first met. */
export const strangerOf = (openid: string, now: Date): PersonDoc => {
  const sources = { grants: [], unitUnder: [], boothUnder: [], volunteerUnder: [] }
  return {
    ...{ _id: openid, personId: personIdOf(openid), version: 0, name: null, phone: null, unit: null },
    ...{ phoneSealed: null, phoneProof: null, booths: [], visits: [], formerGrants: [] },
    ...sources,
    ...reachOf(sources),
    ...{ outbox: [], outboxAt: null, createdAt: now, updatedAt: now },
  }
}

/** The person with the change applied: what stands in the database afterwards, but for the outbox. */
export const changedPerson = (person: PersonDoc, { set }: PersonChange, now: Date): PersonDoc => {
  const next = { ...person, ...set, version: person.version + 1, updatedAt: now }
  return { ...next, ...reachOf(next) }
}

const outboxOf = (person: PersonDoc, { count = [] }: PersonChange): OutboxItem[] =>
  count.length === 0
    ? []
    : [{ id: `${person.personId}.${person.version + 1}`, to: 'counters', kind: 'count', payload: { add: count } }]

/** Creates a person changed at once. false where somebody was faster. */
export const insertPerson = (person: PersonDoc, change: PersonChange, now: Date): Promise<boolean> => {
  const outbox = outboxOf(person, change)
  return people.insert({ ...changedPerson(person, change, now), outbox, outboxAt: outbox.length > 0 ? now : null })
}

/** The update that makes the change. The outbox is added to, never replaced: the drainer takes from it meanwhile. */
export const personPatch = (person: PersonDoc, change: PersonChange, now: Date) => {
  const { set, count } = change
  const { version, updatedAt, under, kinds, reach } = changedPerson(person, change, now)
  const items = outboxOf(person, { set, count })
  const waiting = items.length > 0 ? { outbox: command.push(items), outboxAt: now } : {}
  return { ...set, ...{ version, updatedAt, under, kinds, reach }, ...waiting }
}

/** Changes a stored person in the state it was read in. false where somebody was faster. */
export const updatePerson = async (person: PersonDoc, change: PersonChange, now: Date): Promise<boolean> =>
  (await people.update({ _id: person._id, version: person.version }, personPatch(person, change, now))) > 0

/** Removes exactly the person that was read; false where something changed meanwhile. */
export const removePerson = async ({ _id, version }: PersonDoc): Promise<boolean> =>
  (await people.remove({ _id, version })) > 0

/** Finishes an erasure that broke off: never somebody who came back since, or became a manager. */
export const removePersonOf = (openid: string, before: Date) =>
  people.remove({ _id: openid, createdAt: command.lte(before), kinds: command.nin(managerRoles) })
