import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { awardEntries } from 'types/hazard-award-public'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'
import { knownObjections, rememberObjection } from './known-objections'

type Entries = typeof awardEntries
const root = 'award'
const fresh = { staleTime: 10_000 } as const

export const usePublicAwards = (enabled: boolean) =>
  useQuery({
    queryKey: [root, 'all'],
    queryFn: () => call(awardEntries, 'hazard', 'publicAwards', {}),
    enabled,
    ...fresh,
  })

export const usePublicAward = (id: string) =>
  useQuery({
    queryKey: [root, 'one', id],
    queryFn: () => call(awardEntries, 'hazard', 'publicAward', { id }),
    enabled: id !== '',
    ...fresh,
  })

/** What this phone raised against a list, and what a message points at; what is gone is left out. */
export const useOwnObjections = (awardId: string, named: string | undefined) =>
  useQueries({
    queries: [...new Set([...(named ? [named] : []), ...knownObjections(awardId)])].map((id) => ({
      queryKey: [root, 'objection', id],
      queryFn: () => call(awardEntries, 'hazard', 'objection', { id }),
      ...fresh,
    })),
  }).flatMap(({ data }) => data ?? [])

type Raised = Omit<RawInputOf<Entries['object']>, '_id'>

/** Its id is made once, so that a second try meets the first; this phone keeps it, for only it leads to the answer. */
export const useObject = () => {
  const client = useQueryClient()
  const id = useFreshId()
  return useMutation<OutputOf<Entries['object']>, Error, Raised>({
    mutationFn: async (input) => call(awardEntries, 'hazard', 'object', { ...input, _id: await id.get() }),
    meta: { silent: true },
    onSuccess: (made, input) => {
      rememberObjection(input.id, made.id)
      id.renew()
      void client.invalidateQueries({ queryKey: [root] })
    },
  })
}

/** How a list of rewards calls him; the page of his report is read anew. */
export const useNamePublicly = () => {
  const client = useQueryClient()
  return useMutation<OutputOf<Entries['namePublicly']>, Error, RawInputOf<Entries['namePublicly']>>({
    mutationFn: (input) => call(awardEntries, 'hazard', 'namePublicly', input),
    onSettled: () => void client.invalidateQueries({ queryKey: ['hazard'] }),
  })
}
