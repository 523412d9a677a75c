import { useQuery } from '@tanstack/react-query'
import { triggerEntries } from 'types/notice-trigger'
import { newest } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand } from '../office-call'

/** Automatic messages and whether a union wants them. */
export const useTriggers = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'triggers', nodeId],
    queryFn: () => call(triggerEntries, 'notice', 'triggers', { nodeId }),
    ...newest,
  })

export const useSetTrigger = () => useCommand(triggerEntries, 'notice', 'setTrigger', false)
