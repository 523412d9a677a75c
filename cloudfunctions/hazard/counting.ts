import { isListed, type HazardState } from 'types/hazard'
import { findingField, findingsKey } from 'types/hazard-cover-row'
import { dateOf } from 'types/calendar'
import { findingOf } from 'types/hazard-coverage'
import { foundField, foundKey, isFound } from 'types/hazard-found'
import { countFrom, type VisitSource } from 'types/visit-source'
import type { OutboxItem } from '../kit/aggregate'
import type { CountPayload } from '../kit/outbox'
import type { HazardDoc } from './hazard'

type Standing = Pick<HazardDoc, 'under' | 'state' | 'overdue'> & Partial<Pick<HazardDoc, 'listing'>>
type Dated = Standing & Pick<HazardDoc, 'createdAt' | 'kind'>
type Filed = Dated & Pick<HazardDoc, 'source' | 'enterprise' | 'above'>
type Push = Omit<OutboxItem, 'id'>
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
  ceased: [],
}

const fieldsOf = (standing: Standing) => [
  ...['reports', ...fields[standing.state]],
  ...(standing.overdue ? ['overdue'] : []),
  ...(isListed(standing) ? ['listed'] : []),
]

const additionsOf = (standing: Standing, by: 1 | -1): Addition[] =>
  standing.under.flatMap((node) => fieldsOf(standing).map((field) => ({ key: `node.${node}`, field, by })))

const toCounters = (add: Addition[]): Push => ({ to: 'counters', kind: 'count', payload: { add } })

type Born = Standing & Pick<HazardDoc, 'identity'>

/**
 * What a new report adds to its nodes, and to where its reporter came from. One without a name counts for a booth and
 * never for a person: who shows his code to a single workmate would know whose it is.
 */
export const countBirth = (born: Born, { booth, by }: VisitSource, at: Date) => {
  const source = { booth, ...(born.identity === 'named' && { by }) }
  return toCounters([...additionsOf(born, 1), ...countFrom(source, 'reports', at)])
}

/** By the day it was reported, for whoever asks about a span of days: see types/hazard-found. */
const datedAdditions = ({ state, under, createdAt, kind }: Dated, by: 1 | -1): Addition[] => {
  if (!isFound(state)) return []
  const date = dateOf(createdAt)
  const whats = state === 'closed' ? (['found', 'closed'] as const) : (['found'] as const)
  return under.flatMap((node) =>
    whats.map((what) => ({ key: foundKey(node, date.slice(0, 7)), field: foundField(date, kind, what), by })),
  )
}

const findingAdditions = (standing: Filed, by: 1 | -1): Addition[] => {
  const finding = findingOf(standing)
  if (!finding) return []
  const { enterpriseId, date, source, closed, overdue } = finding
  const whats = ['found', ...(closed ? ['closed'] : []), ...(overdue ? ['overdue'] : [])] as (
    'found' | 'closed' | 'overdue'
  )[]
  const key = findingsKey(enterpriseId, date.slice(0, 4))
  return whats.map((what) => ({ key, field: findingField(date, source, what), by }))
}

const summed = (additions: readonly Addition[]) => {
  const sums = new Map<string, Addition>()
  for (const addition of additions) {
    const name = `${addition.key} ${addition.field}`
    sums.set(name, { ...addition, by: addition.by + (sums.get(name)?.by ?? 0) })
  }
  return [...sums.values()].filter(({ by }) => by !== 0)
}

/** What the same hazard in another place of the tree changes in the numbers of its nodes. */
export const countPlace = (before: Dated, after: Dated): Push[] => [
  toCounters(
    summed([
      ...[...additionsOf(before, -1), ...additionsOf(after, 1)],
      ...[...datedAdditions(before, -1), ...datedAdditions(after, 1)],
    ]),
  ),
]

/**
 * The difference between where a hazard stood and where it stands, for every node it lies under; and for its enterprise,
 * whose row of the coverage is then made anew.
 */
export const countChange = (before: Filed, after: Filed): Push[] => {
  const findings = summed([...findingAdditions(before, -1), ...findingAdditions(after, 1)])
  const dated = summed([...datedAdditions(before, -1), ...datedAdditions(after, 1)])
  const finding = findings.length > 0 ? (findingOf(after) ?? findingOf(before)) : null
  const payload = finding && { enterpriseId: finding.enterpriseId, date: finding.date }
  return [
    toCounters([...summed([...additionsOf(before, -1), ...additionsOf(after, 1)]), ...dated, ...findings]),
    ...(payload ? [{ to: 'local', kind: 'coverage', payload }] : []),
  ]
}
