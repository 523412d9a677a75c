import { useInfiniteQuery } from '@tanstack/react-query'
import { wallEntries } from 'types/volunteer-wall'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand } from '../corps-call'

export const useOfficeWall = (id: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'wall', id],
    queryFn: ({ pageParam }) => call(wallEntries, 'volunteer', 'officeWall', { id, page: pageParam }),
    enabled: id !== '',
  })

export const useHangPhoto = () => useCommand(wallEntries, 'volunteer', 'hangPhoto')
export const useSettlePhoto = () => useCommand(wallEntries, 'volunteer', 'settlePhoto', false)
