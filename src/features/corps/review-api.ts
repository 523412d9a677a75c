import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { mostAtOnce } from 'types/volunteer'
import { leaveEntries } from 'types/volunteer-leave'
import { shortlistEntries } from 'types/volunteer-shortlist'
import { call } from '@/lib/call'
import { newest } from '@/hooks/commands-of'
import { useQueueOf } from './api'
import { corpsKey, useCommand, useCreation } from './corps-call'

/** What waits for this very node, all of it up to what may be decided at once. */
export const useDesk = (nodeId: string) => {
  const desk = useQueueOf({ nodeId, mine: true, size: 50 })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = desk
  const rows = desk.data?.pages.flatMap(({ items }) => items) ?? []
  const goOn = hasNextPage && !isFetchingNextPage && rows.length < mostAtOnce
  useEffect(() => {
    if (goOn) void fetchNextPage()
  }, [goOn, fetchNextPage])
  return { desk, rows }
}

export const useShortlists = (nodeId: string) =>
  useQuery({
    queryKey: [corpsKey, 'shortlists', nodeId],
    queryFn: () => call(shortlistEntries, 'volunteer', 'shortlists', { nodeId, size: 50 }),
  })
export const useShortlist = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'shortlist', id],
    queryFn: () => call(shortlistEntries, 'volunteer', 'shortlist', { id }),
    enabled: id !== '',
    ...newest,
  })
export const useCreateShortlist = () => useCreation(shortlistEntries, 'volunteer', 'createShortlist')
export const useSaveShortlist = () => useCommand(shortlistEntries, 'volunteer', 'saveShortlist', false)
export const usePassShortlist = () => useCommand(shortlistEntries, 'volunteer', 'passShortlist')
export const useDropShortlist = () => useCommand(shortlistEntries, 'volunteer', 'dropShortlist')

export const useRemoveVolunteer = () => useCommand(leaveEntries, 'volunteer', 'removeVolunteer')
export const useDecideAppeal = () => useCommand(leaveEntries, 'volunteer', 'decideAppeal')
