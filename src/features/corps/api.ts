import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { reviewEntries } from 'types/volunteer-review'
import { rosterEntries } from 'types/volunteer-roster'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand } from './corps-call'

export type Application = OutputOf<typeof reviewEntries.detail>

export const useQueueOf = (filter: Omit<RawInputOf<typeof reviewEntries.queue>, 'page'>) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'queue', filter],
    queryFn: ({ pageParam }) => call(reviewEntries, 'volunteer', 'queue', { ...filter, page: pageParam }),
  })

export const useApplication = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'application', id],
    queryFn: () => call(reviewEntries, 'volunteer', 'detail', { id }),
    enabled: id !== '',
    ...newest,
  })

/** Everybody who is a volunteer right now, below where one sits. */
export const useRoster = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'roster'],
    queryFn: ({ pageParam }) => call(rosterEntries, 'volunteer', 'roster', { page: pageParam }),
  })

export type ReviewCommand = 'unionReview' | 'regulatorReview'
export const useReview = (action: ReviewCommand) => useCommand(reviewEntries, 'volunteer', action, false)
export const useReadIdCard = () => useCommand(reviewEntries, 'volunteer', 'readIdCard', false)
