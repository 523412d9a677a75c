import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { contestEntries } from 'types/quiz-contest'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation } from './office-call'

export type Campaign = OutputOf<typeof contestEntries.campaigns>['items'][number]

export const useCampaigns = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'campaigns', nodeId],
    queryFn: ({ pageParam }) => call(contestEntries, 'quiz', 'campaigns', { nodeId, page: pageParam }),
  })

export const useCreateCampaign = () => useCreation(contestEntries, 'quiz', 'createCampaign')
export const useMoveCampaign = () => useCommand(contestEntries, 'quiz', 'moveCampaign', false)
