import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { ListGroup } from './list-row'
import { MoreButton } from './more-button'
import { QueryView } from './query-view'
import { Skeleton } from './skeleton'

type Props<R> = {
  query: UseInfiniteQueryResult<InfiniteData<{ items: R[]; more: boolean }>>
  empty: ReactNode
  children: (row: R) => ReactNode
}

/** Rows of a list that is read page by page, in its four states. */
export const RowList = <R,>({ query, empty, children }: Props<R>) => (
  <QueryView
    query={query}
    skeleton={<Skeleton kind="list" />}
    isEmpty={(data) => data.pages[0]?.items.length === 0}
    empty={empty}
  >
    {(data) => (
      <View className="stack">
        <ListGroup>{data.pages.flatMap(({ items }) => items).map(children)}</ListGroup>
        <MoreButton query={query} />
      </View>
    )}
  </QueryView>
)
