import { isDeepStrictEqual } from 'node:util'
import type { NodeCore } from 'types/documents'
import { coverRow, coverShare, findingsKey, type CoverRow } from 'types/hazard-cover-row'
import { periodsOf, type CoverPeriod } from 'types/hazard-coverage'
import type { OutboxItem } from '../../kit/aggregate'
import { readCounters } from '../../kit/counters'
import { isEmployer } from '../report/route'
import {
  changeRow,
  createRows,
  listEnterprises,
  listNodeTypes,
  listRows,
  type CoverageDoc,
  type Registered,
} from './cover-store'

const yearOf = (period: CoverPeriod) => period.slice(0, 4)

/** The unions above: a chair of an employer's own must not see from a number that somebody reported in secret. */
const unionsAbove = (under: readonly string[], types: ReadonlyMap<string, NodeCore['type']>) => {
  const employer = under.findIndex((id) => {
    const type = types.get(id)
    return type !== undefined && isEmployer({ type })
  })
  return employer < 0 ? [...under] : under.slice(0, employer)
}

const chunked = async <T>(ids: readonly string[], size: number, read: (some: readonly string[]) => Promise<T[]>) => {
  const found: T[] = []
  for (let at = 0; at < ids.length; at += size) found.push(...(await read(ids.slice(at, at + size))))
  return found
}

const readAround = async (enterprises: readonly Registered[], years: readonly string[]) => {
  const nodes = await chunked([...new Set(enterprises.flatMap(({ under }) => under))], 500, listNodeTypes)
  const keys = enterprises.flatMap(({ _id }) => years.map((year) => findingsKey(_id, year)))
  const counts = await chunked(keys, 200, async (some) => [...(await readCounters('hazard', some))])
  return { types: new Map(nodes.map(({ _id, type }) => [_id, type])), counts: new Map(counts) }
}

const itemOf = (before: CoverageDoc | undefined, after: CoverRow): OutboxItem => ({
  id: `${after._id}.${(before?.rev ?? 0) + 1}`,
  ...{ to: 'counters', kind: 'count', payload: { add: [], many: coverShare(before, after) } },
})

/**
 * Makes the rows of these enterprises in these periods anew. What is unchanged costs no write; the nodes' sums follow
 * through the rows' own outbox, so that each change is counted once.
 * @param wanted enterprise id → periods
 */
export const refreshRows = async (
  enterprises: readonly Registered[],
  wanted: ReadonlyMap<string, ReadonlySet<CoverPeriod>>,
  at: Date,
): Promise<void> => {
  const years = [...new Set([...wanted.values()].flatMap((periods) => [...periods].map(yearOf)))]
  const { types, counts } = await readAround(enterprises, years)
  const rows = enterprises.flatMap((one) =>
    [...(wanted.get(one._id) ?? [])].map((period) =>
      coverRow(one, unionsAbove(one.under, types), period, counts.get(findingsKey(one._id, yearOf(period))) ?? {}),
    ),
  )
  const present = new Map((await listRows(rows.map(({ _id }) => _id))).map((row) => [row._id, row]))
  const fresh: CoverageDoc[] = []
  for (const row of rows) {
    const { _id, ...facts } = row
    const before = present.get(_id)
    const item = itemOf(before, row)
    if (!before) fresh.push({ ...row, rev: 1, outbox: [item], outboxAt: at })
    else if (!isDeepStrictEqual({ ...before, ...facts }, before)) await changeRow(before, facts, item, at)
  }
  await createRows(fresh)
}

type Changed = { enterpriseId: string; date: string }

/** The drainer's work after hazards of some enterprises were counted; the same items may come again. */
export const followFindings = async (items: readonly OutboxItem[], at: Date): Promise<void> => {
  const wanted = new Map<string, Set<CoverPeriod>>()
  for (const { payload } of items) {
    const { enterpriseId, date } = payload as Changed
    const periods = wanted.get(enterpriseId) ?? new Set()
    for (const period of periodsOf(date)) periods.add(period)
    wanted.set(enterpriseId, periods)
  }
  if (wanted.size > 0) await refreshRows(await listEnterprises([...wanted.keys()]), wanted, at)
}
