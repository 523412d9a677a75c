import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RawInputOf } from 'types/contract'
import { sheetEntries } from 'types/hazard-export'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'

const key = ['sheets'] as const
const whileWriting = 3_000

/** One's own latest sheets; looked at again while one of them is being written. */
export const useMySheets = () =>
  useQuery({
    queryKey: key,
    queryFn: () => call(sheetEntries, 'hazard', 'mySheets', {}),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data?.items.some((sheet) => sheet.state === 'working') ? whileWriting : false,
  })

export type SheetWanted = Omit<RawInputOf<typeof sheetEntries.exportSheet>, '_id'>

export const useExportSheet = () => {
  const client = useQueryClient()
  const id = useFreshId()
  return useMutation({
    mutationFn: async (wanted: SheetWanted) =>
      call(sheetEntries, 'hazard', 'exportSheet', { ...wanted, _id: await id.get() }),
    meta: { silent: true },
    onSuccess: id.renew,
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  })
}
