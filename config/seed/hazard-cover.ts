import { coverRow, coverShare, findingField, findingsKey } from 'types/hazard-cover-row'
import { findingOf, monthsOf, periodsOf, stepPeriod, type CoverPeriod } from 'types/hazard-coverage'
import { HazardSource } from 'types/hazard-record'
import type { City } from './city'
import type { Enterprise } from './enterprises'
import type { Node } from './tree'

const whats = ['found', 'closed', 'overdue'] as const

/** Counts a hazard at its enterprise, as the function does when it moves. */
export const countFinding = (city: City, hazard: Parameters<typeof findingOf>[0]) => {
  const finding = findingOf(hazard)
  if (!finding) return
  const { enterpriseId, date, source, closed, overdue } = finding
  const key = findingsKey(enterpriseId, date.slice(0, 4))
  city.count('hazard', key, findingField(date, source, 'found'))
  if (closed) city.count('hazard', key, findingField(date, source, 'closed'))
  if (overdue) city.count('hazard', key, findingField(date, source, 'overdue'))
}

const countsOf = (city: City, enterpriseId: string, period: CoverPeriod) => {
  const key = findingsKey(enterpriseId, period.slice(0, 4))
  const fields = monthsOf(period).flatMap((month) =>
    HazardSource.options.flatMap((source) => whats.map((what) => findingField(month, source, what))),
  )
  return Object.fromEntries(fields.map((field) => [field, city.counted('hazard', key, field)]))
}

const employers: readonly string[] = ['enterprise', 'workshop', 'team']

/** Rows of the coverage for the periods around today: every enterprise, also where nobody has found anything. */
export const putCoverage = (city: City, nodes: readonly Node[], enterprises: readonly Enterprise[]) => {
  const own = new Set(nodes.filter(({ type }) => employers.includes(type)).map(({ _id }) => _id))
  for (const period of [stepPeriod(city.today.slice(0, 7), -1), ...periodsOf(city.today)])
    for (const { _id, name, nodeName, under } of enterprises) {
      const seenBy = under.filter((id) => !own.has(id))
      const row = coverRow({ _id, name, nodeName }, seenBy, period, countsOf(city, _id, period))
      city.add('hazard_coverage', { ...row, rev: 1, outbox: [], outboxAt: null })
      for (const { key, fields } of coverShare(undefined, row))
        for (const [field, by] of Object.entries(fields)) city.count('hazard', key, field, by)
    }
}
