import { useQuery } from '@tanstack/react-query'
import { personEntries } from 'types/org'
import { call } from '@/lib/call'

/** Enterprises whose name holds these words; asked from the second letter on. */
export const useSearchUnits = (words: string) =>
  useQuery({
    queryKey: ['org', 'searchUnits', words],
    queryFn: () => call(personEntries, 'org', 'searchUnits', { words }),
    enabled: words.length >= 2,
  })
