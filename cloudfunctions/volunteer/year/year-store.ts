import { deriveId } from 'types/ids'
import { yearMachine, type YearAct, type YearState } from 'types/volunteer-year-machine'
import type { YearFilter } from 'types/volunteer-year'
import { move, type Acting } from '../../kit/aggregate'
import { command } from '../../kit/cloud'
import { collection, type Patch } from '../../kit/collection'
import type { YearDoc } from './year-doc'

export const years = collection<YearDoc>('volunteer_years')

export const yearId = (applicationId: string, year: number) => deriveId('year', applicationId, String(year))

export const findYear = (id: string) => years.find(id)
export const listYearsById = (ids: readonly string[]) => years.list({ _id: command.in(ids) })
/** false where another was faster. */
export const createYear = (doc: YearDoc) => years.insert(doc)

/** New numbers over the ones they were counted after; 0 where another count was faster. */
export const keepCount = ({ _id, rev, version }: YearDoc, patch: Patch) =>
  years.update({ _id, rev, version }, { ...patch, rev: rev + 1 })

export const listYearsOf = (applicationId: string) =>
  years.list({ applicationId }, { sort: [['year', 'desc']], limit: 50, fields: ['year'] })

export const patchYear = (id: string, where: Patch, patch: Patch) => years.update({ _id: id, ...where }, patch)

export const moveYear = (
  doc: YearDoc,
  acting: Acting,
  act: YearAct,
  version: number,
  step: Parameters<typeof move>[6],
) => move(years, yearMachine, doc, acting, act, version, step)

type Wanted = { year: number; filter: YearFilter; state?: YearState; page: number; size: number }

const shelfOf = (filter: YearFilter) => {
  if (filter === 'short') return { short: true }
  return filter === 'all' ? {} : { shelf: filter }
}

/** Those who did most first; of those who are short, those who did least. */
export const pageYears = (nodeId: string, { year, filter, state, page, size }: Wanted) =>
  years.page(
    { under: nodeId, year, ...(state ? { state } : shelfOf(filter)) },
    {
      sort: [
        ['times', filter === 'short' && !state ? 'asc' : 'desc'],
        ['_id', 'asc'],
      ],
      ...{ page, size },
    },
  )

const rowFields = [
  ...['version', 'applicationId', 'year', 'need', 'times', 'all', 'minutes', 'absences', 'state', 'shelf', 'short'],
  ...['proposal', 'result', 'certified', 'under'],
]

/** A page of those among these people, in the same order. A team is read whole: it has no thousand members. */
export const pageYearsOf = async (
  applicationIds: readonly string[],
  nodeId: string,
  { year, filter, state, page, size }: Wanted,
) => {
  const ids = applicationIds.map((id) => yearId(id, year))
  const found = ids.length > 0 ? await years.list({ _id: command.in(ids) }, { fields: rowFields }) : []
  const shelf = shelfOf(filter)
  const fits = (doc: YearDoc) =>
    state ? doc.state === state : Object.entries(shelf).every(([field, value]) => doc[field as keyof YearDoc] === value)
  const up = filter === 'short' && !state ? 1 : -1
  const sorted = found
    .filter((doc) => doc.under.includes(nodeId) && fits(doc))
    .sort((left, right) => up * (left.times - right.times) || (left._id < right._id ? -1 : 1))
  return { items: sorted.slice((page - 1) * size, page * size), more: sorted.length > page * size }
}

/** Volunteers who are short and were not told at this reminder. */
export const listToRemind = (year: number, reminder: string, limit: number) =>
  years.list({ year, short: true, told: command.lt(reminder) }, { limit })

export const listRunning = (nodeId: string, year: number, limit: number) =>
  years.list(
    { under: nodeId, year, state: 'running' },
    {
      sort: [
        ['times', 'desc'],
        ['_id', 'asc'],
      ],
      limit,
    },
  )

export const listOfRound = (roundId: string, state: YearState, limit: number) =>
  years.list({ roundId, state }, { sort: [['_id', 'asc']], limit })

const stateFields = ['state', 'result', 'objectUntil', 'evidence', 'applicationId']

/** Everybody of a round, at most 1000 a call, from after this state and id on. */
export const pageOfRound = (roundId: string, state: YearState, after: string) =>
  years.list({ roundId, state, _id: command.gt(after) }, { sort: [['_id', 'asc']], limit: 1000, fields: stateFields })

export const listExcellent = (roundId: string) =>
  years.list({ roundId, result: 'excellent' }, { limit: 1000, fields: ['applicationId'] })
