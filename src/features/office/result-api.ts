import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { resultEntries } from 'types/quiz-results'
import { signalEntries, type SignalState } from 'types/quiz-signals'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand } from './office-call'

export const useResults = (campaignId: string) =>
  useQuery({
    queryKey: [officeKey, 'results', campaignId],
    queryFn: () => call(resultEntries, 'quiz', 'results', { campaignId }),
    enabled: campaignId !== '',
  })

export const useAbsentees = (campaignId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'absentees', campaignId],
    queryFn: ({ pageParam }) => call(resultEntries, 'quiz', 'absentees', { campaignId, page: pageParam }),
    enabled: campaignId !== '',
  })

export const useExportResults = () => useCommand(resultEntries, 'quiz', 'exportResults')

export const useSignals = (campaignId: string, state: SignalState) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'signals', campaignId, state],
    queryFn: ({ pageParam }) => call(signalEntries, 'quiz', 'signals', { campaignId, state, page: pageParam }),
    enabled: campaignId !== '',
  })

export const useSettleSignal = () => useCommand(signalEntries, 'quiz', 'settleSignal')
