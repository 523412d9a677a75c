import { useCallback } from 'react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from 'types/contract'
import { mapEntries } from 'types/quiz-map'
import { playEntries } from 'types/quiz-play'
import { call } from '@/lib/call'
import { scansTold } from '@/lib/scan-queue'

export const quizKeys = {
  campaign: (campaignId: string) => ['quiz', 'campaign', campaignId],
  result: (id: string) => ['quiz', 'result', id],
  mine: (campaignId: string) => ['quiz', 'mine', campaignId],
  practice: (campaignId: string, level: number) => ['quiz', 'practice', campaignId, level],
  wrongBook: (campaignId: string) => ['quiz', 'wrongBook', campaignId],
} as const

/** The contest as it stands this moment, for the paper that is open in it. */
export const useOpenPaper = (campaignId: string) =>
  useQuery({
    queryKey: quizKeys.campaign(campaignId),
    queryFn: () => call(mapEntries, 'quiz', 'campaign', { campaignId }),
    enabled: campaignId !== '',
    staleTime: 0,
  })

/** Has everything a closed paper may have changed read anew. */
export const useForgetPlay = () => {
  const client = useQueryClient()
  return useCallback(
    (campaignId: string) => {
      for (const queryKey of [quizKeys.campaign(campaignId), quizKeys.mine(campaignId), quizKeys.wrongBook(campaignId)])
        void client.invalidateQueries({ queryKey })
    },
    [client],
  )
}

/** Lays a paper, or meets the one at hand: a query, so that leaving and coming back asks nothing twice. */
export const usePaper = (input: InputOf<typeof playEntries.start>) =>
  useQuery({
    queryKey: ['quiz', 'start', input._id],
    queryFn: async () => {
      await scansTold()
      return call(playEntries, 'quiz', 'start', input)
    },
    enabled: input._id !== '' && input.campaignId !== '',
    staleTime: Infinity,
    gcTime: 0,
  })

/** Sends one answer that stands; asked again, the cloud answers the same. */
export const lockAnswer = (input: InputOf<typeof playEntries.lock>) => call(playEntries, 'quiz', 'lock', input)

/** Hands a paper in; the result is kept for the page that shows it. */
export const useSubmitPaper = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<typeof playEntries.submit>) => call(playEntries, 'quiz', 'submit', input),
    meta: { silent: true },
    retry: 2,
    onSuccess: (result) => client.setQueryData(quizKeys.result(result.id), result),
  })
}

export const useResult = (id: string, campaignId: string) =>
  useQuery({
    queryKey: quizKeys.result(id),
    queryFn: () => call(playEntries, 'quiz', 'result', { id, campaignId }),
    enabled: id !== '' && campaignId !== '',
    staleTime: Infinity,
  })

/** Gives a paper back to who has read; the result no longer offers it. */
export const useRevive = (id: string, campaignId: string) => {
  const client = useQueryClient()
  const forget = useForgetPlay()
  return useMutation({
    mutationFn: () => call(playEntries, 'quiz', 'revive', { id, campaignId }),
    onSuccess: () => {
      forget(campaignId)
      void client.invalidateQueries({ queryKey: quizKeys.result(id) })
    },
  })
}

export const useRecord = (campaignId: string | undefined) =>
  useQuery({
    queryKey: quizKeys.mine(campaignId ?? ''),
    queryFn: () => call(playEntries, 'quiz', 'mine', { campaignId: campaignId ?? '' }),
    enabled: campaignId !== undefined,
  })

export const useDeclareUnit = () => {
  const forget = useForgetPlay()
  return useMutation({
    mutationFn: (input: InputOf<typeof playEntries.declareUnit>) => call(playEntries, 'quiz', 'declareUnit', input),
    onSuccess: (_, { campaignId }) => forget(campaignId),
  })
}

type Link = { campaignId: string; unitId: string; key: string }

/** Name of the unit whose team link somebody came by; nothing is asked without one. */
export const useTeamUnit = (link: Link | undefined) =>
  useQuery({
    queryKey: ['quiz', 'teamUnit', link?.campaignId, link?.unitId, link?.key],
    queryFn: () => {
      const { campaignId = '', unitId = '', key = '' } = link ?? {}
      return call(playEntries, 'quiz', 'teamUnit', { campaignId, unitId, teamKey: key })
    },
    enabled: link !== undefined,
    staleTime: Infinity,
  })

/** Questions of a level, ten at a time. */
export const usePractice = (campaignId: string, level: number) =>
  useInfiniteQuery({
    queryKey: quizKeys.practice(campaignId, level),
    queryFn: ({ pageParam }) => call(playEntries, 'quiz', 'practice', { campaignId, level, from: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, { items }) => sum + items.length, 0)
      return read < total ? read : undefined
    },
    enabled: campaignId !== '',
    staleTime: Infinity,
  })

export const useWrongBook = (campaignId: string) =>
  useQuery({
    queryKey: quizKeys.wrongBook(campaignId),
    queryFn: () => call(playEntries, 'quiz', 'wrongBook', { campaignId }),
    enabled: campaignId !== '',
  })

/** Marks one practised question. */
export const usePractise = () =>
  useMutation({
    mutationFn: (input: InputOf<typeof playEntries.practise>) => call(playEntries, 'quiz', 'practise', input),
    meta: { silent: true },
    retry: 2,
  })
