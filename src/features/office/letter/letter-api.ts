import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { letterEntries, type LetterState } from 'types/hazard-letter'
import { useFreshId } from '@/hooks/use-fresh-id'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey } from '../office-call'

type Entries = typeof letterEntries
export type Letter = OutputOf<Entries['letter']>

const newest = { staleTime: 5_000, refetchOnMount: 'always' } as const

export const useLetters = (nodeId: string, state: LetterState | undefined) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'letters', nodeId, state],
    queryFn: ({ pageParam }) => call(letterEntries, 'hazard', 'letters', { nodeId, state, page: pageParam }),
  })

export const useLetter = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'letter', id],
    queryFn: () => call(letterEntries, 'hazard', 'letter', { id }),
    enabled: id !== '',
    ...newest,
  })

/** What a letter about the hazard might say; asked once, so that nothing an officer typed is overwritten. */
export const useProposal = (hazardId: string) =>
  useQuery({
    queryKey: [officeKey, 'new-letter', hazardId],
    queryFn: () => call(letterEntries, 'hazard', 'newLetter', { id: hazardId }),
    enabled: hazardId !== '',
    staleTime: Infinity,
  })

/** The letter's own pages and the hazard's are read anew. */
const useRenewal = () => {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: [officeKey] })
    void client.invalidateQueries({ queryKey: ['desk'] })
  }
}

export const useDraftLetter = () => {
  const renew = useRenewal()
  const id = useFreshId()
  return useMutation<OutputOf<Entries['draftLetter']>, Error, Omit<RawInputOf<Entries['draftLetter']>, '_id'>>({
    mutationFn: async (input) => call(letterEntries, 'hazard', 'draftLetter', { ...input, _id: await id.get() }),
    meta: { silent: true },
    onSuccess: id.renew,
    onSettled: renew,
  })
}

type Input<A extends keyof Entries> = RawInputOf<Entries[A]>

/** One step of a letter; its form shows the failure itself. */
const useStep = <I, O>(run: (input: I) => Promise<O>) =>
  useMutation<O, Error, I>({ mutationFn: run, meta: { silent: true }, onSettled: useRenewal() })

export const useReviseLetter = () =>
  useStep((input: Input<'reviseLetter'>) => call(letterEntries, 'hazard', 'reviseLetter', input))
export const useDiscardLetter = () =>
  useStep((input: Input<'discardLetter'>) => call(letterEntries, 'hazard', 'discardLetter', input))
export const useSendLetter = () =>
  useStep((input: Input<'sendLetter'>) => call(letterEntries, 'hazard', 'sendLetter', input))
export const useRecordReply = () =>
  useStep((input: Input<'recordReply'>) => call(letterEntries, 'hazard', 'recordReply', input))
export const useRecordRefusal = () =>
  useStep((input: Input<'recordRefusal'>) => call(letterEntries, 'hazard', 'recordRefusal', input))
export const useReferLetter = () =>
  useStep((input: Input<'referLetter'>) => call(letterEntries, 'hazard', 'referLetter', input))
export const useRecordReceipt = () =>
  useStep((input: Input<'recordReceipt'>) => call(letterEntries, 'hazard', 'recordReceipt', input))

export const usePrintLetter = () =>
  useMutation<OutputOf<Entries['printLetter']>, Error, RawInputOf<Entries['printLetter']>>({
    mutationFn: (input) => call(letterEntries, 'hazard', 'printLetter', input),
  })
