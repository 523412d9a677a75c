import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Contract, OutputOf, RawInputOf } from 'types/contract'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'

const nextPage = (last: { more: boolean }, pages: readonly unknown[]) => (last.more ? pages.length + 1 : undefined)
/** Options of a list read page after page. */
export const paged = { initialPageParam: 1, getNextPageParam: nextPage, staleTime: 10_000 } as const

/** Who decides reads how it stands now, not how it stood when the page was last open. */
export const newest = { staleTime: 5_000, refetchOnMount: 'always' } as const

type WithId = { _id: string }

/** The hooks of one office: whatever a command changes under `keys` (first parts of query keys) is read anew. */
export const commandsOf = (...keys: readonly string[]) => {
  const useReadAnew = () => {
    const client = useQueryClient()
    // Not waited for: what is read anew may take away the form that still has to say it is done.
    return () => keys.forEach((key) => void client.invalidateQueries({ queryKey: [key] }))
  }

  /** `silent`: the form shows the failure itself. */
  const useCommand = <C extends Contract, A extends keyof C & string>(
    contract: C,
    domain: string,
    action: A,
    silent = true,
  ) => {
    const onSettled = useReadAnew()
    return useMutation<OutputOf<C[A]>, Error, RawInputOf<C[A]>>({
      mutationFn: (input) => call(contract, domain, action, input),
      meta: { silent },
      onSettled,
    })
  }

  /** A command that makes something: its id is made once, so that a second tap meets the first one's document. */
  const useCreation = <C extends Contract, A extends keyof C & string>(contract: C, domain: string, action: A) => {
    const onSettled = useReadAnew()
    const id = useFreshId()
    return useMutation<OutputOf<C[A]>, Error, Omit<RawInputOf<C[A]>, keyof WithId>>({
      mutationFn: async (input) =>
        call(contract, domain, action, { ...input, _id: await id.get() } as RawInputOf<C[A]>),
      meta: { silent: true },
      onSuccess: id.renew,
      onSettled,
    })
  }

  return { useCommand, useCreation }
}
