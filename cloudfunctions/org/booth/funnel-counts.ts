import { toldNumber } from 'types/told-number'
import type { ToldCounts, VisitCounts } from 'types/visit-counts'
import { visitField, visitStages, type VisitStage } from 'types/visit-source'
import { readAcross } from '../../kit/counters'

/** Booths that are compared at once; the officer of a larger contest looks at one union after the other. */
export const mostBooths = 200

/** Whose drainer counts which stage. */
const domains = {
  org: ['scans', 'people'],
  quiz: ['players'],
  hazard: ['reports'],
  volunteer: ['applications'],
  notice: ['consents'],
} as const satisfies Record<string, readonly VisitStage[]>

export type Values = Record<string, number>
/** Counter key → field → number, all domains together: no two count the same field. */
export type Counted = ReadonlyMap<string, Values>

/** So many keys of all domains fit into one answer. */
const perRead = 50

/** Counters of all domains under these keys: one read 50 keys. */
export const readVisits = async (keys: readonly string[]): Promise<Counted> => {
  const parts = Array.from({ length: Math.ceil(keys.length / perRead) }, (_, at) =>
    keys.slice(at * perRead, (at + 1) * perRead),
  )
  const found = await Promise.all(parts.map((part) => readAcross(Object.keys(domains), part)))
  return new Map(found.flatMap((each) => [...each]))
}

/** The stages out of one counter, where `field` says how each is called there. */
export const countsOf = (values: Values | undefined, field = (stage: VisitStage): string => stage): VisitCounts => {
  const counts = {} as VisitCounts
  for (const stage of visitStages) counts[stage] = values?.[field(stage)] ?? 0
  return counts
}

export const sumCounts = (all: readonly VisitCounts[]): VisitCounts => {
  const sum = countsOf(undefined)
  for (const one of all) for (const stage of visitStages) sum[stage] += one[stage]
  return sum
}

/** One day of months' counters, or one hour of days', over all these keys. */
export const series = (counted: Counted, keys: readonly string[], at: number): VisitCounts =>
  sumCounts(keys.map((key) => countsOf(counted.get(key), (stage) => visitField(stage, at))))

/** Of one person's code: who shows it to one workmate must not learn whether that one reported something. */
export const toldOfCode = (values: Values | undefined): ToldCounts => {
  const counts = countsOf(values)
  return { ...counts, reports: toldNumber(counts.reports) }
}

/** Of one hour: who stood at a booth then is seen, and must not be known by what was reported or applied for. */
const toldOfHour = (counts: VisitCounts): ToldCounts => ({
  ...counts,
  reports: toldNumber(counts.reports),
  applications: toldNumber(counts.applications),
})

/** The 24 hours of a day; `keys` are of that day. */
export const hoursOf = (counted: Counted, keys: readonly string[]): ToldCounts[] =>
  Array.from({ length: 24 }, (_, hour) => toldOfHour(series(counted, keys, hour)))
