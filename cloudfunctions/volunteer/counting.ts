import type { ApplicationState } from 'types/volunteer'
import { countFrom, type VisitSource } from 'types/visit-source'
import type { OutboxItem } from '../kit/aggregate'
import type { CountPayload } from '../kit/outbox'
import type { ApplicationDoc } from './documents'

type Standing = Pick<ApplicationDoc, 'state' | 'unionUnder' | 'regulator' | 'deskId'>
type Addition = CountPayload['add'][number]
type Push = Omit<OutboxItem, 'id'>

const fields: Partial<Record<ApplicationState, string>> = {
  'first-review': 'base',
  submitted: 'union',
  'union-approved': 'regulator',
  enrolled: 'enrolled',
}

// Before the union has agreed the application is no business of the regulator's, and is not counted there.
const nodesOf = ({ state, unionUnder, regulator }: Standing): readonly string[] =>
  state === 'submitted' || state === 'first-review' ? unionUnder : [...unionUnder, ...(regulator?.under ?? [])]

const additionsOf = (standing: Standing, by: 1 | -1): Addition[] => {
  const field = fields[standing.state]
  const lying = field ? nodesOf(standing).map((node) => ({ key: `node.${node}`, field, by })) : []
  // What waits for this very node, whatever lies below it.
  return standing.deskId ? [...lying, { key: `node.${standing.deskId}`, field: 'desk', by }] : lying
}

const toCounters = (add: Addition[]): Push[] =>
  add.length === 0 ? [] : [{ to: 'counters', kind: 'count', payload: { add } }]

/** A new application counts for its union's nodes, and for where its applicant came from. */
export const countBirth = (standing: Standing, source: VisitSource, at: Date): Push[] =>
  toCounters([...additionsOf(standing, 1), ...countFrom(source, 'applications', at)])

/** What the same application in another place of the tree changes in the numbers of its nodes. */
export const countPlace = (before: Standing, after: Standing): Push[] =>
  toCounters([...additionsOf(before, -1), ...additionsOf(after, 1)])

/** What one move changes in the numbers of every node it lies under. */
export const countMove = (before: Standing & { _id: string }, after: Standing): Push[] => [
  ...toCounters([...additionsOf(before, -1), ...additionsOf(after, 1)]),
  ...standingOf(before, after),
]

// His year and his badge follow who comes on the roster or leaves it.
const standingOf = (before: Standing & { _id: string }, after: Standing): Push[] =>
  (before.state === 'enrolled') === (after.state === 'enrolled')
    ? []
    : [{ to: 'local', kind: 'standing', payload: { applicationId: before._id } }]
