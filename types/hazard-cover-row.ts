import { monthsOf, type CoverPeriod, type Tally } from './hazard-coverage'
import { HazardSource } from './hazard-record'

/** One enterprise in one period: what every source found there. */
export type CoverRow = {
  /** `<enterprise>.<period>` */
  _id: string
  enterpriseId: string
  name: string
  nodeName: string
  period: CoverPeriod
  /** Unions that see it: never the employer's own, from whom hidden reports are kept. */
  under: string[]
  covered: number
  sources: Record<HazardSource, Tally>
  shelves: string[]
}

/** The list of a node's enterprises in a period; with `missing`, of those where that source has found nothing. */
export const coverShelf = (nodeId: string, period: CoverPeriod, missing?: HazardSource) =>
  [nodeId, period, ...(missing ? [`no-${missing}`] : [])].join('.')

/** Counters of a node in a period: `units`, `unseen`, and of each source `seen-`, `found-`, `closed-`, `overdue-`. */
export const coverKey = (nodeId: string, period: CoverPeriod) => `cover.${nodeId}.${period}`

type Counts = Record<string, number>

const tallyOf = (counts: Counts, months: readonly string[], source: HazardSource): Tally => {
  const sum = (what: keyof Tally) =>
    months.reduce((all, month) => all + (counts[findingField(month, source, what)] ?? 0), 0)
  return { found: sum('found'), closed: sum('closed'), overdue: sum('overdue') }
}

/** Every list a row stands in, of the nodes it lies under. */
export const shelvesOfRow = ({ period, sources }: Pick<CoverRow, 'period' | 'sources'>, under: readonly string[]) => {
  const missing = HazardSource.options.filter((source) => sources[source].found === 0)
  return under.flatMap((node) => [
    coverShelf(node, period),
    ...missing.map((source) => coverShelf(node, period, source)),
  ])
}

/** The row of an enterprise in a period, from the counters of its year. */
export const coverRow = (
  { _id, name, nodeName }: { _id: string; name: string; nodeName: string },
  under: string[],
  period: CoverPeriod,
  counts: Counts,
): CoverRow => {
  const months = monthsOf(period)
  const tallies = HazardSource.options.map((source) => [source, tallyOf(counts, months, source)] as const)
  const missing = tallies.filter(([, { found }]) => found === 0).map(([source]) => source)
  const covered = tallies.length - missing.length
  const sources = Object.fromEntries(tallies) as CoverRow['sources']
  const shelves = shelvesOfRow({ period, sources }, under)
  return { ...{ _id: `${_id}.${period}`, enterpriseId: _id, name, nodeName, period }, under, covered, sources, shelves }
}

const worthOf = ({ covered, sources }: CoverRow): Counts => {
  const worth: Counts = { units: 1, unseen: covered === 0 ? 1 : 0 }
  for (const source of HazardSource.options) {
    const { found, closed, overdue } = sources[source]
    Object.assign(worth, {
      [`seen-${source}`]: found > 0 ? 1 : 0,
      ...{ [`found-${source}`]: found, [`closed-${source}`]: closed, [`overdue-${source}`]: overdue },
    })
  }
  return worth
}

const addWorth = (row: CoverRow | undefined, by: 1 | -1, sums: Map<string, Counts>) => {
  if (!row) return
  const worth = worthOf(row)
  for (const node of row.under) {
    const key = coverKey(node, row.period)
    const counts = sums.get(key) ?? {}
    for (const [field, value] of Object.entries(worth)) counts[field] = (counts[field] ?? 0) + by * value
    sums.set(key, counts)
  }
}

/** What a changed row changes for every node above: counter key → field → by how much. */
export const coverShare = (before: CoverRow | undefined, after: CoverRow) => {
  const sums = new Map<string, Counts>()
  addWorth(before, -1, sums)
  addWorth(after, 1, sums)
  const moved = (counts: Counts) => Object.fromEntries(Object.entries(counts).filter(([, by]) => by !== 0))
  return [...sums].map(([key, counts]) => ({ key, fields: moved(counts) }))
}

/** Where the findings of one enterprise in one year are counted. */
export const findingsKey = (enterpriseId: string, year: string) => `findings.${enterpriseId}.${year}`

/** The field of such a counter: `06-expert-closed`. */
export const findingField = (date: string, source: HazardSource, what: keyof Tally) =>
  `${date.slice(5, 7)}-${source}-${what}`
