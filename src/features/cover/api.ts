import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { coverageEntries } from 'types/hazard-coverage'
import { call } from '@/lib/call'

export type Coverage = OutputOf<typeof coverageEntries.coverage>
type Filter = Omit<RawInputOf<typeof coverageEntries.coverage>, 'page' | 'size'>

/** Who looked at which enterprise of a node in a period, the least covered first. */
export const useCoverage = (filter: Filter) =>
  useInfiniteQuery({
    queryKey: ['coverage', filter],
    queryFn: ({ pageParam }) => call(coverageEntries, 'hazard', 'coverage', { ...filter, page: pageParam }),
    initialPageParam: 1,
    getNextPageParam: (last: Coverage, pages: readonly Coverage[]) => (last.more ? pages.length + 1 : undefined),
    staleTime: 10_000,
  })
