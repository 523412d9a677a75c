import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { prizeEntries, type ClaimRow, type DrawRow } from 'types/quiz-prize'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation, whileWorking } from '../office-call'

export const usePrizes = (campaignId: string) =>
  useQuery({
    queryKey: [officeKey, 'prizes', campaignId],
    queryFn: () => call(prizeEntries, 'quiz', 'prizes', { campaignId }),
    enabled: campaignId !== '',
  })

export const useClaims = (campaignId: string, state: ClaimRow['state']) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'claims', campaignId, state],
    queryFn: ({ pageParam }) => call(prizeEntries, 'quiz', 'claims', { campaignId, state, page: pageParam }),
    enabled: campaignId !== '',
  })

const isWorking = ({ state }: Pick<DrawRow, 'state'>) => state === 'collecting' || state === 'drawing'

/** Looked at again while the cloud is at work on one of them. */
export const useOfficeDraws = (campaignId: string) =>
  useQuery({
    queryKey: [officeKey, 'draws', campaignId],
    queryFn: () => call(prizeEntries, 'quiz', 'officeDraws', { campaignId }),
    enabled: campaignId !== '',
    refetchInterval: ({ state }) => (state.data?.items.some(isWorking) ? whileWorking : false),
  })

export const useCreatePrize = () => useCreation(prizeEntries, 'quiz', 'createPrize')
export const useMovePrize = () => useCommand(prizeEntries, 'quiz', 'movePrize', false)
export const useChangeStock = () => useCommand(prizeEntries, 'quiz', 'changeStock')
export const useHandOver = () => useCommand(prizeEntries, 'quiz', 'handOver')
export const useSignOff = () => useCommand(prizeEntries, 'quiz', 'signOff')
export const useCreateDraw = () => useCreation(prizeEntries, 'quiz', 'createDraw')
export const useCommitDraw = () => useCommand(prizeEntries, 'quiz', 'commitDraw', false)
export const useEnterValue = () => useCommand(prizeEntries, 'quiz', 'enterValue')
export const useVoidDraw = () => useCommand(prizeEntries, 'quiz', 'voidDraw')

/** Looks a code up; nothing is changed by it. */
export const useClaimByCode = (campaignId: string) =>
  useMutation({
    mutationFn: (code: string) => call(prizeEntries, 'quiz', 'claimByCode', { campaignId, code }),
    meta: { silent: true },
  })
