import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { ErrorRow, ErrorState } from './error-state'
import { Skeleton } from './skeleton'

type Props<T> = {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
  /** Shown while nothing is known; cards by default. */
  skeleton?: ReactNode
  /** Beside what the page is about: what went wrong takes one row. */
  aside?: boolean
  isEmpty?: (data: T) => boolean
  /** What to show, and what to do, when there is nothing. */
  empty?: ReactNode
}

/**
 * The four states of anything loaded: skeleton, error with retry, empty with what to do, data. Old data stays while it is renewed.
 * `<QueryView query={mine} isEmpty={(d) => d.items.length === 0} empty={<Empty …/>}>{(d) => …}</QueryView>`
 */
export const QueryView = <T,>({ query, children, skeleton, aside, isEmpty, empty }: Props<T>) => {
  if (query.data === undefined) {
    if (!query.isError) return <>{skeleton ?? <Skeleton kind="card" />}</>
    const Failure = aside ? ErrorRow : ErrorState
    return <Failure error={query.error} retrying={query.isFetching} onRetry={() => void query.refetch()} />
  }
  if (isEmpty?.(query.data)) return <>{empty}</>
  return <>{children(query.data)}</>
}
