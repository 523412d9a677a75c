import { coverKey } from 'types/hazard-cover-row'
import type { coverageEntries } from 'types/hazard-coverage'
import { HazardSource } from 'types/hazard-record'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import type { Seat } from '../subjects'
import { pageOfRows, type CoverageDoc } from './cover-store'

export const toCoverageRow = ({ enterpriseId: id, name, nodeName, covered, sources }: CoverageDoc) => ({
  ...{ id, name, nodeName, covered, sources },
})

const perSource = <T>(value: (source: HazardSource) => T) =>
  Object.fromEntries(HazardSource.options.map((source) => [source, value(source)])) as Record<HazardSource, T>

/** One page of a node's enterprises by what each source found there: three trips from one's own seat. */
export const coverage: Handler<(typeof coverageEntries)['coverage'], Seat> = async (
  { period, missing, page, size },
  { subject: node },
) => {
  const key = coverKey(node._id, period)
  const [counters, { items, more }] = await Promise.all([
    readCounters('hazard', [key]),
    pageOfRows({ nodeId: node._id, period, missing }, { page, size }),
  ])
  const at = (field: string) => counters.get(key)?.[field] ?? 0
  return {
    ...{ nodeName: node.name, units: at('units'), unseen: at('unseen'), seen: perSource((one) => at(`seen-${one}`)) },
    sources: perSource((one) => ({
      found: at(`found-${one}`),
      closed: at(`closed-${one}`),
      overdue: at(`overdue-${one}`),
    })),
    ...{ items: items.map(toCoverageRow), more },
  }
}
