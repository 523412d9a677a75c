import { useMutation, useQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { contestEntries } from 'types/quiz-contest'
import { call } from '@/lib/call'
import { newId } from '@/lib/new-id'
import { useCommand } from './office-call'

export type Trial = OutputOf<typeof contestEntries.preview>
export type TrialResult = OutputOf<typeof contestEntries.markPreview>
export type TeamLink = OutputOf<typeof contestEntries.teamLink>

export const useChangeCampaign = () => useCommand(contestEntries, 'quiz', 'changeCampaign')

type Tried = Pick<RawInputOf<typeof contestEntries.preview>, 'nodeId' | 'contest' | 'level'>

/** A paper of a contest that does not stand yet; another one each round. */
export const useTrial = ({ nodeId, contest, level }: Tried, round: number) =>
  useQuery({
    queryKey: ['trial', nodeId, contest, level, round],
    queryFn: async () => {
      const _id = await newId()
      return { _id, paper: await call(contestEntries, 'quiz', 'preview', { _id, nodeId, contest, level }) }
    },
    // The same trial again would be another paper: what was answered belongs to this one.
    ...{ staleTime: Infinity, gcTime: 0 },
  })

/** Queries by their nature, run when the officer asks for them. */
export const useMarkPreview = () =>
  useMutation({
    mutationFn: (input: RawInputOf<typeof contestEntries.markPreview>) =>
      call(contestEntries, 'quiz', 'markPreview', input),
    meta: { silent: true },
  })
export const useTeamLink = () =>
  useMutation({
    mutationFn: (input: RawInputOf<typeof contestEntries.teamLink>) => call(contestEntries, 'quiz', 'teamLink', input),
    meta: { silent: true },
  })
