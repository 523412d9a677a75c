import { useQuery } from '@tanstack/react-query'
import { labelEntries } from 'types/labels'
import { commandsOf, newest } from '@/hooks/commands-of'
import { labelsKey } from '@/hooks/use-labels'
import { call } from '@/lib/call'

const { useCommand } = commandsOf(labelsKey)

export const useLabelEditions = () =>
  useQuery({
    queryKey: [labelsKey, 'editions'],
    queryFn: () => call(labelEntries, 'org', 'labelEditions', {}),
    ...newest,
  })
export const useSetLabels = () => useCommand(labelEntries, 'org', 'setLabels')
