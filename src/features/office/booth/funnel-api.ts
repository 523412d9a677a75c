import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { funnelEntries } from 'types/org-funnel'
import { myCodeEntries } from 'types/org-my-code'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCreation } from '../office-call'

export type Funnel = OutputOf<typeof funnelEntries.funnel>
export type Carrier = OutputOf<typeof funnelEntries.carriers>['items'][number]
/** One booth, a batch, the booths of a contest, or all of a union. */
export type FunnelOf = Omit<RawInputOf<typeof funnelEntries.funnel>, 'day'>

export const useFunnel = (of: FunnelOf, day: string) =>
  useQuery({
    queryKey: [officeKey, 'funnel', of, day],
    queryFn: () => call(funnelEntries, 'org', 'funnel', { ...of, day }),
    placeholderData: (before) => before,
    ...newest,
  })

export const useCarriers = (nodeId: string, who: 'officers' | 'volunteers') =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'carriers', nodeId, who],
    queryFn: ({ pageParam }) => call(funnelEntries, 'org', 'carriers', { nodeId, who, page: pageParam }),
  })

/** One's own code; its address expires, so it is asked anew after a while. */
export const useMyCode = () =>
  useQuery({
    queryKey: [officeKey, 'my-code'],
    queryFn: () => call(myCodeEntries, 'org', 'myCode', {}),
    staleTime: 300_000,
  })

export const useExportFunnel = () => useCreation(funnelEntries, 'org', 'exportFunnel')
