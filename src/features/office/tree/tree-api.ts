import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { moveEntries } from 'types/org-move'
import { newest } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation, whileWorking } from '../office-call'

export type MovePreview = OutputOf<typeof moveEntries.previewMove>
export type Moving = NonNullable<OutputOf<typeof moveEntries.moveState>['moving']>

/** What of this node's surroundings is on its way; asked again and again while something is. */
export const useMoveState = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'move-state', nodeId],
    queryFn: () => call(moveEntries, 'org', 'moveState', { nodeId }),
    refetchInterval: ({ state }) => (state.data?.moving ? whileWorking : false),
    ...newest,
  })

export const useNodeHistory = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'node-history', nodeId],
    queryFn: () => call(moveEntries, 'org', 'nodeHistory', { nodeId }),
    ...newest,
  })

export const useMovePreview = (nodeId: string, toId: string) =>
  useQuery({
    queryKey: [officeKey, 'move-preview', nodeId, toId],
    queryFn: () => call(moveEntries, 'org', 'previewMove', { nodeId, toId }),
    enabled: toId !== '',
    ...newest,
  })

export const useRenameNode = () => useCommand(moveEntries, 'org', 'renameNode')
export const useCloseNode = () => useCommand(moveEntries, 'org', 'closeNode')
export const useMoveNode = () => useCreation(moveEntries, 'org', 'moveNode')
