import { useInfiniteQuery } from '@tanstack/react-query'
import { managerEntries } from 'types/org-managers'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand } from '../office-call'

export const useThinNodes = (nodeId: string, authority: 'union' | 'regulator') =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'thin', nodeId, authority],
    queryFn: ({ pageParam }) =>
      call(managerEntries, 'org', 'thinNodes', {
        nodeId,
        page: pageParam,
        ...(authority === 'regulator' && { authority }),
      }),
  })

export const useAppointments = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'appointments', nodeId],
    queryFn: ({ pageParam }) => call(managerEntries, 'org', 'appointments', { nodeId, page: pageParam }),
  })

export const useSetTerm = () => useCommand(managerEntries, 'org', 'setTerm')
