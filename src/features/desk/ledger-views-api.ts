import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RawInputOf } from 'types/contract'
import { ledgerViewEntries, type LedgerView } from 'types/hazard-ledger-views'
import { call } from '@/lib/call'

const key = ['ledger-views'] as const

/** The officer's own filters of the ledger. */
export const useLedgerViews = () =>
  useQuery({
    queryKey: key,
    queryFn: () => call(ledgerViewEntries, 'hazard', 'ledgerViews', {}),
    staleTime: 60_000,
  })

type Views = { items: LedgerView[] }

const useChange = <Input>(change: (input: Input) => Promise<Views>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    meta: { silent: true },
    onSuccess: (views) => client.setQueryData(key, views),
  })
}

export const useSaveView = () =>
  useChange((input: RawInputOf<typeof ledgerViewEntries.saveLedgerView>) =>
    call(ledgerViewEntries, 'hazard', 'saveLedgerView', input),
  )
export const useDropView = () => useChange((id: string) => call(ledgerViewEntries, 'hazard', 'dropLedgerView', { id }))
