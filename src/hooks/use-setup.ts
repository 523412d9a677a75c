import { useQuery } from '@tanstack/react-query'
import { setupEntries } from 'types/org-setup'
import { call } from '@/lib/call'

/** How far a union has come; read anew whenever the page is opened, since every step changes it. */
export const useSetup = (nodeId: string, enabled = true) =>
  useQuery({
    queryKey: ['office', 'setup', nodeId],
    queryFn: () => call(setupEntries, 'org', 'setup', { nodeId }),
    enabled: enabled && nodeId !== '',
    refetchOnMount: 'always',
  })
