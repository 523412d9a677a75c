import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
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

const useCreateCampaign = () => useCreation(contestEntries, 'quiz', 'createCampaign')

type NewCampaign = Omit<RawInputOf<typeof contestEntries.createCampaign>, '_id'>

/** Makes a contest, and begins it where its first day has come; should that fail, the clock begins it within a minute. */
export const useMakeCampaign = () => {
  const create = useCreateCampaign()
  const begin = useCommand(contestEntries, 'quiz', 'moveCampaign')
  return useMutation<Campaign, Error, NewCampaign>({
    mutationFn: async (values) => {
      const made = await create.mutateAsync(values)
      if (made.state !== 'draft' || new Date(made.opensAt) > new Date()) return made
      return begin.mutateAsync({ id: made.id, version: made.version, act: 'open' }).catch(() => made)
    },
    meta: { silent: true },
  })
}

export const useMoveCampaign = () => useCommand(contestEntries, 'quiz', 'moveCampaign', false)
