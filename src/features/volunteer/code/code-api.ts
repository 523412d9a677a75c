import { useQuery } from '@tanstack/react-query'
import { myCodeEntries } from 'types/org-my-code'
import { newest } from '@/hooks/commands-of'
import { call } from '@/lib/call'

/** My own code with how many came by it; its address expires, so it is asked anew whenever it is looked at. */
export const useMyCode = () =>
  useQuery({
    queryKey: ['volunteer-code'],
    queryFn: () => call(myCodeEntries, 'org', 'myCode', {}),
    ...newest,
  })
