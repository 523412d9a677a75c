import { HazardSource } from 'types/hazard-record'
import { CoverPeriod } from 'types/hazard-coverage'
import { HazardState } from 'types/hazard'
import { useQueryParam } from '@/hooks/use-query-param'
import type { LedgerFilter } from './api'

/** What the page that led here asks for, and the name of the enterprise where it is about one; null where it asks nothing. */
export const useLedgerStart = (): { filter: LedgerFilter | null; enterprise: string } => {
  const [state, overdue] = [useQueryParam('state'), useQueryParam('overdue')]
  const [enterpriseId, name = '这家企业'] = [useQueryParam('e'), useQueryParam('name')]
  const [source, period] = [useQueryParam('source'), useQueryParam('period')]
  if (enterpriseId) {
    const found = HazardSource.options.find((option) => option === source)
    const days = CoverPeriod.safeParse(period)
    return {
      filter: { enterpriseId, ...(found && { source: found }), ...(days.success && { period: days.data }) },
      enterprise: name,
    }
  }
  if (overdue) return { filter: { overdue: true }, enterprise: '' }
  const known = HazardState.options.find((option) => option === state)
  return { filter: known ? { state: known } : null, enterprise: '' }
}
