import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { rosterEntries } from 'types/volunteer-roster'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand, useCreation } from './corps-call'

export type RosterVersion = OutputOf<typeof rosterEntries.rosterVersion>

export const useRosters = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'rosters', nodeId],
    queryFn: ({ pageParam }) => call(rosterEntries, 'volunteer', 'rosters', { nodeId, page: pageParam }),
    ...newest,
  })
export const useRosterVersion = (id: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'roster-version', id],
    queryFn: ({ pageParam }) => call(rosterEntries, 'volunteer', 'rosterVersion', { id, page: pageParam }),
    enabled: id !== '',
  })
export const useLiveRoster = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'roster', nodeId],
    queryFn: ({ pageParam }) => call(rosterEntries, 'volunteer', 'roster', { nodeId, page: pageParam }),
  })
export const useSealRoster = () => useCreation(rosterEntries, 'volunteer', 'sealRoster')
export const useConfirmRoster = () => useCommand(rosterEntries, 'volunteer', 'confirmRoster', false)
export const useQuestionRoster = () => useCommand(rosterEntries, 'volunteer', 'questionRoster')
export const useNoteCopy = () => useCommand(rosterEntries, 'volunteer', 'noteCopy')
export const useExportRoster = () => useCommand(rosterEntries, 'volunteer', 'exportRoster')
