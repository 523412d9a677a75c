import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { teamEntries, type Side } from 'types/volunteer-team'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand, useCreation } from '../corps-call'

export type Team = OutputOf<typeof teamEntries.team>
export type Member = OutputOf<typeof teamEntries.teamMembers>['items'][number]

export const useTeams = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'teams', nodeId],
    queryFn: ({ pageParam }) => call(teamEntries, 'volunteer', 'teams', { nodeId, page: pageParam }),
  })

export const useTeam = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'team', id],
    queryFn: () => call(teamEntries, 'volunteer', 'team', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useMembers = (id: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'team-members', id],
    queryFn: ({ pageParam }) => call(teamEntries, 'volunteer', 'teamMembers', { id, page: pageParam }),
  })

/** Who stands on the roster and is in no team. */
export const useTeamless = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'teamless', nodeId],
    queryFn: ({ pageParam }) => call(teamEntries, 'volunteer', 'teamless', { nodeId, page: pageParam, size: 50 }),
  })

export const useCandidates = (id: string, side: Side) =>
  useQuery({
    queryKey: [corpsKey, 'seat', id, side],
    queryFn: () => call(teamEntries, 'volunteer', 'seatCandidates', { id, side }),
    ...newest,
  })

export const useCreateTeam = () => useCreation(teamEntries, 'volunteer', 'createTeam')
export const useNameAdmin = () => useCommand(teamEntries, 'volunteer', 'nameAdmin')
export const useAcceptSeat = () => useCommand(teamEntries, 'volunteer', 'acceptSeat', false)
export const useResignSeat = () => useCommand(teamEntries, 'volunteer', 'resignSeat')
export const useAddMembers = () => useCommand(teamEntries, 'volunteer', 'addMembers')
export const useMoveMember = () => useCommand(teamEntries, 'volunteer', 'moveMember')
export const useRemoveMember = () => useCommand(teamEntries, 'volunteer', 'removeMember')
export const useSetCaptain = () => useCommand(teamEntries, 'volunteer', 'setCaptain', false)
export const useMergeTeam = () => useCommand(teamEntries, 'volunteer', 'mergeTeam')
export const useDisbandTeam = () => useCommand(teamEntries, 'volunteer', 'disbandTeam')
