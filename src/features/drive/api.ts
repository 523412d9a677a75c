import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { driveEntries } from 'types/org-drive'
import { call } from '@/lib/call'

export type OpenDrive = OutputOf<typeof driveEntries.openDrives>['items'][number]
export type PublicDrive = OutputOf<typeof driveEntries.publicDrive>

/** What runs where this person is. */
export const useOpenDrives = (nodeId: string | undefined) =>
  useQuery({
    queryKey: ['drives', nodeId ?? ''],
    queryFn: () => call(driveEntries, 'org', 'openDrives', { nodeId: nodeId ?? '' }),
    enabled: nodeId !== undefined,
    staleTime: 300_000,
  })

export const usePublicDrive = (id: string) =>
  useQuery({
    queryKey: ['drive', id],
    queryFn: () => call(driveEntries, 'org', 'publicDrive', { id }),
    enabled: id !== '',
    staleTime: 60_000,
  })
