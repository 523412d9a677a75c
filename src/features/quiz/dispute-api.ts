import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { disputeEntries } from 'types/quiz-disputes'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'

export type Dispute = OutputOf<typeof disputeEntries.dispute>

const key = ['quiz', 'disputes'] as const

/** What I said about questions, latest first. */
export const useMyDisputes = () =>
  useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => call(disputeEntries, 'quiz', 'myDisputes', { page: pageParam }),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (last.more ? pages.length + 1 : undefined),
  })

type Said = Omit<RawInputOf<typeof disputeEntries.dispute>, '_id'>

/** Says something about a question; a second tap meets the first one. */
export const useDispute = () => {
  const client = useQueryClient()
  const id = useFreshId()
  return useMutation({
    mutationFn: async (said: Said) => call(disputeEntries, 'quiz', 'dispute', { ...said, _id: await id.get() }),
    meta: { silent: true },
    onSuccess: id.renew,
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  })
}
