import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { ladderEntries } from 'types/hazard-ladder'
import { call } from '@/lib/call'
import { deskKeys } from './api'

type Entries = typeof ladderEntries
export type Onward = OutputOf<Entries['onward']>

/** How one hazard is pressed for: its rung and its letters. */
export const useOnward = (id: string) =>
  useQuery({
    queryKey: [...deskKeys.root, 'onward', id],
    queryFn: () => call(ladderEntries, 'hazard', 'onward', { id }),
    staleTime: 5_000,
    refetchOnMount: 'always',
  })

export const useRaise = () => {
  const client = useQueryClient()
  return useMutation<OutputOf<Entries['raise']>, Error, RawInputOf<Entries['raise']>>({
    mutationFn: (input) => call(ladderEntries, 'hazard', 'raise', input),
    meta: { silent: true },
    onSettled: () => void client.invalidateQueries({ queryKey: deskKeys.root }),
  })
}
