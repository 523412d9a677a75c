import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { boothEntries } from 'types/org-booth'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation } from '../office-call'

export type Booth = OutputOf<typeof boothEntries.booth>
export type Batch = OutputOf<typeof boothEntries.boothBatches>['items'][number]
export type PosterData = OutputOf<typeof boothEntries.posters>['items'][number]

export const useBooths = (nodeId: string, batchId?: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'booths', nodeId, batchId ?? ''],
    queryFn: ({ pageParam }) =>
      call(boothEntries, 'org', 'booths', {
        ...{ nodeId, page: pageParam, size: batchId ? 50 : 20 },
        ...(batchId ? { batchId } : {}),
      }),
  })

export const useBooth = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'booth', id],
    queryFn: () => call(boothEntries, 'org', 'booth', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useBatches = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'batches', nodeId],
    queryFn: ({ pageParam }) => call(boothEntries, 'org', 'boothBatches', { nodeId, page: pageParam }),
  })

/** The code's picture; its address expires, so it is asked anew after a while. */
export const useBoothCode = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'code', id],
    queryFn: () => call(boothEntries, 'org', 'boothCode', { id }),
    enabled: id !== '',
    staleTime: 600_000,
  })

/** Posters of up to 50 booths; asked again until every code is drawn. */
export const usePosters = (nodeId: string | undefined, ids: readonly string[]) =>
  useQuery({
    queryKey: [officeKey, 'posters', nodeId ?? '', ids],
    queryFn: () => call(boothEntries, 'org', 'posters', { ...(nodeId ? { nodeId } : {}), ids: [...ids] }),
    enabled: ids.length > 0,
    staleTime: 300_000,
    refetchInterval: ({ state }) => (state.data?.items.some(({ url }) => url === null) ? 1_000 : false),
  })

/** Posters as a file to print. */
export const usePosterFile = () => useCreation(boothEntries, 'org', 'posterFile')

export const useCreateBooth = () => useCreation(boothEntries, 'org', 'createBooth')
export const useCreateBooths = () => useCreation(boothEntries, 'org', 'createBooths')
export const useCloseBooth = () => useCommand(boothEntries, 'org', 'closeBooth', false)
export const useRedirectBooth = () => useCommand(boothEntries, 'org', 'redirectBooth')
