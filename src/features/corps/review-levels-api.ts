import { useInfiniteQuery } from '@tanstack/react-query'
import { officeEntries } from 'types/org-office'
import { qualifyEntries } from 'types/org-qualify'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand } from './corps-call'

/** The unions right below one, with who issues the union's opinion. */
export const useLevels = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'levels', nodeId],
    queryFn: ({ pageParam }) => call(officeEntries, 'org', 'tree', { nodeId, page: pageParam, size: 50 }),
    enabled: nodeId !== '',
  })
export const useSetQualifying = () => useCommand(qualifyEntries, 'org', 'setQualifying', false)
