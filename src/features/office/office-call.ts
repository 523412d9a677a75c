import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Contract, OutputOf, RawInputOf } from 'types/contract'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'

/** First part of every key of the office: one command makes all of it be read anew. */
export const officeKey = 'office'
const nextPage = (last: { more: boolean }, pages: readonly unknown[]) => (last.more ? pages.length + 1 : undefined)
/** Options of a list read page after page. */
export const paged = { initialPageParam: 1, getNextPageParam: nextPage, staleTime: 10_000 } as const

/** Milliseconds between two looks at something that is being worked on. */
export const whileWorking = 3_000

/** A command of the office: what it changes is read anew. `silent`: the form shows the failure itself. */
export const useCommand = <C extends Contract, A extends keyof C & string>(
  contract: C,
  domain: string,
  action: A,
  silent = true,
) => {
  const client = useQueryClient()
  return useMutation<OutputOf<C[A]>, Error, RawInputOf<C[A]>>({
    mutationFn: (input) => call(contract, domain, action, input),
    meta: { silent },
    // Not waited for: what is read anew may take away the form that still has to say it is done.
    onSettled: () => void client.invalidateQueries({ queryKey: [officeKey] }),
  })
}

type WithId = { _id: string }

/** A command that makes something: its id is made once, so that a second tap meets the first one's document. */
export const useCreation = <C extends Contract, A extends keyof C & string>(contract: C, domain: string, action: A) => {
  const client = useQueryClient()
  const id = useFreshId()
  return useMutation<OutputOf<C[A]>, Error, Omit<RawInputOf<C[A]>, keyof WithId>>({
    mutationFn: async (input) => call(contract, domain, action, { ...input, _id: await id.get() } as RawInputOf<C[A]>),
    meta: { silent: true },
    onSuccess: id.renew,
    // Not waited for: what is read anew may take away the form that still has to say it is done.
    onSettled: () => void client.invalidateQueries({ queryKey: [officeKey] }),
  })
}
