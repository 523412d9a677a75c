import { HazardSource, sourceLabels } from 'types/hazard-record'
import type { FormColumn } from '../../kit/sheet-write'
import type { CoverageDoc } from '../cover/cover-store'

const cellOf = ({ sources }: CoverageDoc, source: HazardSource) => {
  const { found, closed, overdue } = sources[source]
  if (found === 0) return '—'
  return overdue > 0 ? `${found}／${closed}／${overdue}` : `${found}／${closed}`
}

const sum = ({ sources }: CoverageDoc, what: 'found' | 'closed' | 'overdue') =>
  HazardSource.options.reduce((all, source) => all + sources[source][what], 0)

/** Enterprises by sources: found／closed, and overdue where there is any. */
export const coverageColumns: readonly FormColumn<CoverageDoc>[] = [
  { title: '序号', width: 6, cell: (_, index) => index + 1 },
  { title: '企业', width: 28, cell: ({ name }) => name },
  { title: '所属工会', width: 22, cell: ({ nodeName }) => nodeName },
  ...HazardSource.options.map((source) => ({
    ...{ title: sourceLabels[source], width: 13, align: 'center' as const },
    cell: (row: CoverageDoc) => cellOf(row, source),
  })),
  { title: '查出', width: 8, cell: (row) => sum(row, 'found') },
  { title: '销号', width: 8, cell: (row) => sum(row, 'closed') },
  { title: '逾期', width: 8, cell: (row) => sum(row, 'overdue') },
  { title: '没查过的来源', width: 12, cell: ({ covered }) => HazardSource.options.length - covered },
]
