import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { awardOfficeEntries, type AwardView } from 'types/hazard-award-office'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation } from '../office-call'

export type Award = AwardView

export const useAwards = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'awards', nodeId],
    queryFn: ({ pageParam }) => call(awardOfficeEntries, 'hazard', 'awards', { nodeId, page: pageParam }),
  })

export const useAward = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'award', id],
    queryFn: () => call(awardOfficeEntries, 'hazard', 'award', { id }),
    enabled: id !== '',
    staleTime: 5_000,
    refetchOnMount: 'always',
  })

export const useDraftAward = () => useCreation(awardOfficeEntries, 'hazard', 'draftAward')
export const useReviseAward = () => useCommand(awardOfficeEntries, 'hazard', 'reviseAward')
export const useSetReward = () => useCommand(awardOfficeEntries, 'hazard', 'setReward')
export const useLeaveOut = () => useCommand(awardOfficeEntries, 'hazard', 'leaveOut')
export const useTakeBack = () => useCommand(awardOfficeEntries, 'hazard', 'takeBack', false)
export const useAnnounceAward = () => useCommand(awardOfficeEntries, 'hazard', 'announceAward')
export const useDropFromAward = () => useCommand(awardOfficeEntries, 'hazard', 'dropFromAward')
export const useAnswerObjection = () => useCommand(awardOfficeEntries, 'hazard', 'answerObjection')
export const useFinishAward = () => useCommand(awardOfficeEntries, 'hazard', 'finishAward')
export const useHandOverAward = () => useCommand(awardOfficeEntries, 'hazard', 'handOverAward')
export const useWithdrawAward = () => useCommand(awardOfficeEntries, 'hazard', 'withdrawAward')
export const useAwardSignOff = () => useCommand(awardOfficeEntries, 'hazard', 'awardSignOff', false)
