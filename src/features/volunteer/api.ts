import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { applyEntries } from 'types/volunteer-apply'
import { call } from '@/lib/call'

export type Application = NonNullable<OutputOf<typeof applyEntries.mine>['application']>

const mineKey = ['volunteer', 'mine']

/** My application, or null before the first one. */
export const useApplication = () =>
  useQuery({ queryKey: mineKey, queryFn: () => call(applyEntries, 'volunteer', 'mine', {}), staleTime: 10_000 })

/** Unions that may review, found by a few letters. */
export const useReviewers = (words: string) =>
  useQuery({
    queryKey: ['volunteer', 'reviewers', words],
    queryFn: () => call(applyEntries, 'volunteer', 'reviewers', words ? { words } : {}),
    staleTime: 300_000,
  })

const useOwnCommand = <A extends 'apply' | 'resubmit' | 'withdraw'>(action: A) => {
  const client = useQueryClient()
  return useMutation<OutputOf<(typeof applyEntries)[A]>, Error, RawInputOf<(typeof applyEntries)[A]>>({
    mutationFn: (input) => call(applyEntries, 'volunteer', action, input),
    meta: { silent: action !== 'withdraw' },
    retry: 2,
    retryDelay: 1500,
    // Not waited for: what is read anew may take away the form that still has to say it is done.
    onSettled: () => void client.invalidateQueries({ queryKey: mineKey }),
  })
}

export const useApply = () => useOwnCommand('apply')
export const useResubmit = () => useOwnCommand('resubmit')
export const useWithdraw = () => useOwnCommand('withdraw')
