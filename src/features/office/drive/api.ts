import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { driveEntries } from 'types/org-drive'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation } from '../office-call'

export type Drive = OutputOf<typeof driveEntries.drive>
export type DriveRow = OutputOf<typeof driveEntries.drives>['items'][number]

export const useDrives = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'drives', nodeId],
    queryFn: ({ pageParam }) => call(driveEntries, 'org', 'drives', { nodeId, page: pageParam }),
  })

export const useDriveYear = (nodeId: string, year: number) =>
  useQuery({
    queryKey: [officeKey, 'drive-year', nodeId, year],
    queryFn: () => call(driveEntries, 'org', 'driveYear', { nodeId, year }),
  })

export const useDrive = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'drive', id],
    queryFn: () => call(driveEntries, 'org', 'drive', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useCreateDrive = () => useCreation(driveEntries, 'org', 'createDrive')
export const useReviseDrive = () => useCommand(driveEntries, 'org', 'reviseDrive')
export const useFillDrive = () => useCommand(driveEntries, 'org', 'fillDrive')
export const useMoveDrive = () => useCommand(driveEntries, 'org', 'moveDrive')
