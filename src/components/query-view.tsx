import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'

type Props<T> = {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
  /** Shown while nothing is known; list rows by default. */
  skeleton?: ReactNode
  isEmpty?: (data: T) => boolean
  /** What to show, and what to do, when there is nothing. */
  empty?: ReactNode
}

/**
 * The four states of anything loaded: skeleton, error with retry, empty with what to do, data. Old data stays while it is renewed.
 * `<QueryView query={mine} isEmpty={(d) => d.items.length === 0} empty={<Empty …/>}>{(d) => …}</QueryView>`
 */
export const QueryView = <T,>({ query, children, skeleton, isEmpty, empty }: Props<T>) => {
  if (query.data === undefined) {
    if (!query.isError) return <>{skeleton ?? <Skeleton />}</>
    return <ErrorState error={query.error} retrying={query.isFetching} onRetry={() => void query.refetch()} />
  }
  if (isEmpty?.(query.data)) return <>{empty}</>
  return <>{children(query.data)}</>
}
