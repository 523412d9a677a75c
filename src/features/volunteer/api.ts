import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { applyEntries } from 'types/volunteer-apply'
import { printEntries } from 'types/volunteer-print'
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

/** Unions above a registered enterprise that may review, the nearest first. */
export const useReviewersOf = (unitId: string) =>
  useQuery({
    queryKey: ['volunteer', 'reviewers-of', unitId],
    queryFn: () => call(applyEntries, 'volunteer', 'reviewers', { unitId }),
    enabled: unitId !== '',
    staleTime: 300_000,
  })

const useOwnCommand = <A extends 'apply' | 'resubmit' | 'withdraw' | 'dropPhoto'>(action: A) => {
  const client = useQueryClient()
  return useMutation<OutputOf<(typeof applyEntries)[A]>, Error, RawInputOf<(typeof applyEntries)[A]>>({
    mutationFn: (input) => call(applyEntries, 'volunteer', action, input),
    meta: { silent: action === 'apply' || action === 'resubmit' },
    retry: 2,
    retryDelay: 1500,
    // Not waited for: what is read anew may take away the form that still has to say it is done.
    onSettled: () => void client.invalidateQueries({ queryKey: mineKey }),
  })
}

export const useApply = () => useOwnCommand('apply')
export const useResubmit = () => useOwnCommand('resubmit')
export const useWithdraw = () => useOwnCommand('withdraw')
export const useDropPhoto = () => useOwnCommand('dropPhoto')

/** The own form as a document; a print stands in the application's record. */
export const usePrintMine = () => {
  const client = useQueryClient()
  return useMutation<
    OutputOf<(typeof printEntries)['printMine']>,
    Error,
    RawInputOf<(typeof printEntries)['printMine']>
  >({
    mutationFn: (input) => call(printEntries, 'volunteer', 'printMine', input),
    onSettled: () => void client.invalidateQueries({ queryKey: mineKey }),
  })
}
