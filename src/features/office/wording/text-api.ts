import { useQuery } from '@tanstack/react-query'
import { textEntries, type TextState } from 'types/notice-template'
import { newest } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation } from '../office-call'

/** Texts of a union and of those above it. */
export const useTexts = (nodeId: string, state: TextState = 'live') =>
  useQuery({
    queryKey: [officeKey, 'texts', nodeId, state],
    queryFn: () => call(textEntries, 'notice', 'texts', { nodeId, state }),
    ...newest,
  })

export const useText = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'text', id],
    queryFn: () => call(textEntries, 'notice', 'text', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useCreateText = () => useCreation(textEntries, 'notice', 'createText')
export const useSaveText = () => useCommand(textEntries, 'notice', 'saveText')
export const useRevertText = () => useCommand(textEntries, 'notice', 'revertText', false)
export const useRetireText = () => useCommand(textEntries, 'notice', 'retireText', false)
export const useRestoreText = () => useCommand(textEntries, 'notice', 'restoreText', false)
