import { isListed, type HazardState } from 'types/hazard'
import type { OutboxItem } from '../kit/aggregate'
import type { CountPayload } from '../kit/outbox'
import type { HazardDoc } from './hazard'

type Standing = Pick<HazardDoc, 'under' | 'state' | 'overdue'> & Partial<Pick<HazardDoc, 'listing'>>
type Addition = CountPayload['add'][number]

const fields: Record<HazardState, readonly string[]> = {
  reported: ['toAccept'],
  accepted: ['toAssign'],
  assigned: ['planning'],
  fixing: ['fixing'],
  answered: ['toClose'],
  closed: ['closed'],
  declined: [],
  reopened: ['reopened'],
  merged: [],
}

const fieldsOf = (standing: Standing) => [
  ...['reports', ...fields[standing.state]],
  ...(standing.overdue ? ['overdue'] : []),
  ...(isListed(standing) ? ['listed'] : []),
]

const additionsOf = (standing: Standing, by: 1 | -1): Addition[] =>
  standing.under.flatMap((node) => fieldsOf(standing).map((field) => ({ key: `node.${node}`, field, by })))

const toCounters = (add: Addition[]): Omit<OutboxItem, 'id'> => ({ to: 'counters', kind: 'count', payload: { add } })

/** What a new report adds to its nodes and its booth. */
export const countBirth = (born: Standing & Pick<HazardDoc, 'boothId'>) =>
  toCounters([
    ...additionsOf(born, 1),
    ...(born.boothId ? [{ key: `booth.${born.boothId}`, field: 'reports', by: 1 }] : []),
  ])

/** The difference between where a hazard stood and where it stands, for every node it lies under. */
export const countChange = (before: Standing, after: Standing) => {
  const sums = new Map<string, Addition>()
  for (const addition of [...additionsOf(before, -1), ...additionsOf(after, 1)]) {
    const name = `${addition.key} ${addition.field}`
    sums.set(name, { ...addition, by: addition.by + (sums.get(name)?.by ?? 0) })
  }
  return toCounters([...sums.values()].filter(({ by }) => by !== 0))
}
