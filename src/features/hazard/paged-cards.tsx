import type { ReactNode } from 'react'
import { useReachBottom } from '@tarojs/taro'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { HazardRow } from 'types/hazard-views'
import { Button } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { MoreButton } from '@/components/more-button'
import { Skeleton } from '@/components/skeleton'
import { sentenceOf } from '@/lib/query-client'

type Page = { items: HazardRow[]; more: boolean }
type Props = {
  query: UseInfiniteQueryResult<InfiniteData<Page>>
  /** Shown when there is nothing at all. */
  empty: ReactNode
  children: (row: HazardRow) => ReactNode
}

/** A row may move to the next page while one reads: each is shown once. */
const distinct = (pages: readonly Page[]): HazardRow[] => [
  ...new Map(pages.flatMap((page) => page.items).map((row) => [row.id, row])).values(),
]

const More = ({ query }: Pick<Props, 'query'>) => {
  if (query.isFetchNextPageError)
    return (
      <View className="stack-s">
        <View className="text-m center">{sentenceOf(query.error)}</View>
        <Button kind="ghost" icon="refresh" onPress={() => void query.fetchNextPage()}>
          再试一次
        </Button>
      </View>
    )
  return <MoreButton query={query} />
}

/** A list read page by page, at the bottom or by its button: skeleton, error with retry, empty, rows. */
export const PagedCards = ({ query, empty, children }: Props) => {
  useReachBottom(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  })
  if (!query.data) {
    if (!query.isError) return <Skeleton />
    return <ErrorState error={query.error} retrying={query.isFetching} onRetry={() => void query.refetch()} />
  }
  const rows = distinct(query.data.pages)
  if (rows.length === 0) return <>{empty}</>
  return (
    <>
      {rows.map(children)}
      {(query.hasNextPage || query.data.pages.length > 1) && <More query={query} />}
    </>
  )
}
