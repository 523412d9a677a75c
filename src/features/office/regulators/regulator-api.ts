import { useInfiniteQuery } from '@tanstack/react-query'
import { regulatorEntries } from 'types/org-regulators'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand } from '../office-call'

export const useServed = (nodeId: string, only: 'all' | 'unserved') =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'served', nodeId, only],
    queryFn: ({ pageParam }) => call(regulatorEntries, 'org', 'served', { nodeId, only, page: pageParam }),
  })

export const useSetServes = () => useCommand(regulatorEntries, 'org', 'setServes')
