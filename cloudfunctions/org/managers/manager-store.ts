import { fewestManagers, managedTypes } from 'types/org'
import type { ArchivedEvent } from '../../kit/archive'
import { command } from '../../kit/cloud'
import { collection } from '../../kit/collection'
import type { NodeDoc, PersonDoc } from '../documents'
import { nodes } from '../node-store'
import { people } from '../person-store'

const events = collection<ArchivedEvent>('events')

type Page = { page: number; size: number }
const fewestFirst = [
  ['managers', 'asc'],
  ['name', 'asc'],
] as const
const isThin = { managers: command.lt(fewestManagers), type: command.in(managedTypes), state: command.neq('closed') }

/** Nodes within one that need two managers and have fewer. */
export const pageThin = (nodeId: string, page: Page) =>
  nodes.page({ under: nodeId, ...isThin }, { sort: fewestFirst, ...page })
/** The same of a whole tree. */
export const pageThinOf = (authority: NodeDoc['authority'], page: Page) =>
  nodes.page({ authority, ...isThin }, { sort: fewestFirst, ...page })

const offices = ['appoint', 'dismiss', 'term', 'term-notice', 'term-held']

/** What happened to the offices of a node, the latest first. */
export const pageAppointments = (nodeId: string, page: Page) =>
  events.page({ subjectId: nodeId, act: command.in(offices) }, { sort: [['seq', 'desc']], ...page })

/** Names of people by their public ids. */
export const listPersonNames = async (personIds: readonly string[]): Promise<Map<string, string>> => {
  if (personIds.length === 0) return new Map()
  const found = await people.list({ personId: command.in(personIds) }, { fields: ['personId', 'name'] })
  return new Map(found.map(({ personId, name }) => [personId, name ?? '']))
}

/** Whose term asks for something by now. */
export const listDueTerms = (now: Date): Promise<PersonDoc[]> =>
  people.list({ termAt: command.lte(now) }, { sort: [['termAt', 'asc']], limit: 20 })

/** Who holds an office at a node. */
export const listManagersAt = async (nodeId: string): Promise<PersonDoc[]> => people.list({ 'grants.nodeId': nodeId })
