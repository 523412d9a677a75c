import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import { fixEntries } from 'types/hazard-fix'
import { reportEntries } from 'types/hazard-report'
import { call } from '@/lib/call'
import { hazardKeys } from './keys'
import { retrievalKeyOf } from './retrieval'

const paged = { initialPageParam: 1, staleTime: 10_000 } as const
const nextPage = (last: { more: boolean }, pages: readonly unknown[]) => (last.more ? pages.length + 1 : undefined)

/** My named and hidden reports, newest first. */
export const useMine = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: hazardKeys.mine,
    queryFn: ({ pageParam }) => call(reportEntries, 'hazard', 'mine', { page: pageParam }),
    getNextPageParam: nextPage,
  })

const readOne = (id: string) => {
  const retrievalKey = retrievalKeyOf(id)
  return retrievalKey
    ? call(reportEntries, 'hazard', 'track', { id, retrievalKey })
    : call(reportEntries, 'hazard', 'view', { id })
}

/** One report as its reporter sees it; an anonymous one by the key this phone keeps. */
export const useReport = (id: string) =>
  useQuery({ queryKey: hazardKeys.one(id), queryFn: () => readOne(id), enabled: id !== '', staleTime: 10_000 })

/** The anonymous reports this phone keeps keys of. */
export const useTracked = (ids: readonly string[]) =>
  useQueries({
    queries: ids.map((id) => ({ queryKey: hazardKeys.one(id), queryFn: () => readOne(id), staleTime: 10_000 })),
  })

/** What was handed to my enterprise: to do first, the most urgent on top. */
export const useFixList = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: hazardKeys.fixList,
    queryFn: ({ pageParam }) => call(fixEntries, 'hazard', 'fixList', { page: pageParam }),
    getNextPageParam: nextPage,
  })

export const useFixDetail = (id: string) =>
  useQuery({
    queryKey: hazardKeys.fixDetail(id),
    queryFn: () => call(fixEntries, 'hazard', 'fixDetail', { id }),
    enabled: id !== '',
    staleTime: 10_000,
  })
