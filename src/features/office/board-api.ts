import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { boardEntries } from 'types/hazard-board'
import { call } from '@/lib/call'
import { officeKey, useCommand } from './office-call'

export type BoardDraft = OutputOf<typeof boardEntries.boardDraft>

/** What would stand on the board of an enterprise and a month now. */
export const useBoardDraft = (enterpriseId: string, month: string) =>
  useQuery({
    queryKey: [officeKey, 'board', enterpriseId, month],
    queryFn: () => call(boardEntries, 'hazard', 'boardDraft', { enterpriseId, month }),
    enabled: enterpriseId !== '',
    staleTime: 5_000,
    refetchOnMount: 'always',
  })

export const usePublishBoard = () => useCommand(boardEntries, 'hazard', 'publishBoard')
/** The published board as a sheet for printing: opened at once. */
export const usePrintBoard = () => useCommand(boardEntries, 'hazard', 'printBoard', false)
export const useWithdrawBoard = () => useCommand(boardEntries, 'hazard', 'withdrawBoard')
