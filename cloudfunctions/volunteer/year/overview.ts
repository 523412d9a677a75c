import type { yearEntries } from 'types/volunteer-year'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import { listChildren, type NodeDoc } from '../node-store'
import { yearKey } from './count-year'
import { knownBy } from './names'
import { listIdsOfTeam } from './people-store'
import { findRoundOf } from './round-store'
import { toRow } from './rows'
import { pageYears, pageYearsOf } from './year-store'

type Entries = typeof yearEntries

const tallyOf = (values: Record<string, number> = {}) => {
  // A counter may stand below zero for a moment while two batches pass each other.
  const read = (field: string) => Math.max(0, values[field] ?? 0)
  return { none: read('none'), some: read('some'), enough: read('enough'), minutes: read('minutes') }
}

/** How a node and the nodes right below it stand in a year: children, counters, round. */
export const yearOverview: Handler<Entries['yearOverview'], NodeDoc> = async ({ year }, { subject: node }) => {
  const children = await listChildren(node)
  const keys = [node, ...children].map(({ _id }) => yearKey(year, _id))
  const [counters, round] = await Promise.all([readCounters('volunteer', keys), findRoundOf(node._id, year)])
  const tally = ({ _id }: Pick<NodeDoc, '_id'>) => tallyOf(counters.get(yearKey(year, _id)))
  const below = children.map((child) => ({ id: child._id, name: child.name, tally: tally(child) }))
  return {
    ...{ node: node.name, nodeId: node._id, year, tally: tally(node) },
    below: below.filter((one) => one.tally.none + one.tally.some + one.tally.enough > 0),
    round: round && { id: round._id, state: round.state },
  }
}

export const yearList: Handler<Entries['yearList'], NodeDoc> = async (input, { subject: node }) => {
  const { items, more } = input.teamId
    ? await pageYearsOf(await listIdsOfTeam(input.teamId), node._id, input)
    : await pageYears(node._id, input)
  const people = await knownBy(items.map(({ applicationId }) => applicationId))
  return { items: items.map((doc) => toRow(doc, people.get(doc.applicationId))), more }
}
