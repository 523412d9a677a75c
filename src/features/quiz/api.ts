import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from 'types/contract'
import { playEntries } from 'types/quiz-play'
import { rankEntries } from 'types/quiz-rank'
import { call } from '@/lib/call'

export const quizKeys = {
  campaign: (campaignId: string) => ['quiz', 'campaign', campaignId],
  result: (id: string) => ['quiz', 'result', id],
  mine: (campaignId: string) => ['quiz', 'mine', campaignId],
  ranking: (campaignId: string, page: number) => ['quiz', 'ranking', campaignId, page],
} as const

/** Lays a paper, or meets the one at hand: a query, so that leaving and coming back asks nothing twice. */
export const usePaper = (input: InputOf<typeof playEntries.start>) =>
  useQuery({
    queryKey: ['quiz', 'start', input._id],
    queryFn: () => call(playEntries, 'quiz', 'start', input),
    enabled: input._id !== '' && input.campaignId !== '',
    staleTime: Infinity,
    gcTime: 0,
  })

/** Hands a paper in; the result is kept for the page that shows it. */
export const useSubmitPaper = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<typeof playEntries.submit>) => call(playEntries, 'quiz', 'submit', input),
    meta: { silent: true },
    retry: 2,
    onSuccess: (result) => {
      client.setQueryData(quizKeys.result(result.id), result)
      void client.invalidateQueries({ queryKey: quizKeys.campaign(result.campaignId) })
    },
  })
}

export const useResult = (id: string, campaignId: string) =>
  useQuery({
    queryKey: quizKeys.result(id),
    queryFn: () => call(playEntries, 'quiz', 'result', { id, campaignId }),
    enabled: id !== '' && campaignId !== '',
    staleTime: Infinity,
  })

export const useRecord = (campaignId: string | undefined) =>
  useQuery({
    queryKey: quizKeys.mine(campaignId ?? ''),
    queryFn: () => call(playEntries, 'quiz', 'mine', { campaignId: campaignId ?? '' }),
    enabled: campaignId !== undefined,
  })

export const useRanking = (campaignId: string, page: number) =>
  useQuery({
    queryKey: quizKeys.ranking(campaignId, page),
    queryFn: () => call(rankEntries, 'quiz', 'ranking', { campaignId, page }),
    enabled: campaignId !== '',
  })
