import { useInfiniteQuery } from '@tanstack/react-query'
import { privacyEntries } from 'types/volunteer-privacy'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand } from '../corps-call'

export const useCorrections = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'corrections', nodeId],
    queryFn: ({ pageParam }) => call(privacyEntries, 'volunteer', 'corrections', { nodeId, page: pageParam }),
  })

export const useSettleCorrection = () => useCommand(privacyEntries, 'volunteer', 'settleCorrection')
