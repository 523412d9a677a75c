import { useEffect, useRef } from 'react'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { ownEntries } from 'types/notice-own'
import { call } from '@/lib/call'

export type InboxItem = OutputOf<typeof ownEntries.inbox>['items'][number]
export type Subscription = OutputOf<typeof ownEntries.subscriptions>['templates'][number]

const nextPage = (last: { more: boolean }, pages: readonly unknown[]) => (last.more ? pages.length + 1 : undefined)

export const useInbox = () =>
  useInfiniteQuery({
    queryKey: ['notice', 'inbox'],
    queryFn: ({ pageParam }) => call(ownEntries, 'notice', 'inbox', { page: pageParam }),
    initialPageParam: 1,
    getNextPageParam: nextPage,
    staleTime: 10_000,
  })

/** How many more messages of each template WeChat may deliver. */
export const useSubscriptions = () =>
  useQuery({
    queryKey: ['notice', 'subscriptions'],
    queryFn: () => call(ownEntries, 'notice', 'subscriptions', {}),
    staleTime: 10_000,
  })

const mostAtOnce = 50

/** Tells the cloud what was on the screen, once each; on the screen it stays marked as new until the next visit. */
export const useMarkSeen = (items: readonly InboxItem[]) => {
  const told = useRef(new Set<string>())
  const { mutate } = useMutation({
    mutationFn: (ids: string[]) => call(ownEntries, 'notice', 'markRead', { ids }),
    meta: { silent: true },
    retry: 1,
  })
  useEffect(() => {
    const fresh = items.filter(({ id, read }) => !read && !told.current.has(id)).slice(0, mostAtOnce)
    if (fresh.length === 0) return
    const ids = fresh.map(({ id }) => id)
    for (const id of ids) told.current.add(id)
    mutate(ids)
  }, [items, mutate])
}
