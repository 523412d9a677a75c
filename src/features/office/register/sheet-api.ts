import { useMutation, useQuery } from '@tanstack/react-query'
import { AppError } from 'types/app-error'
import { sheetEntries, type SheetKind } from 'types/org-imports'
import { call } from '@/lib/call'
import { chooseSheet, type ChosenSheet } from '@/lib/choose-sheet'
import { newId } from '@/lib/new-id'
import { openDocument } from '@/lib/open-document'
import { uploadFile } from '@/lib/upload-file'
import { officeKey, useCommand } from '../office-call'

const largest = 10 * 1024 * 1024
const whileSaving = 1_500

type Place = { nodeId: string; kind: SheetKind }

const checkSheet = async ({ nodeId, kind }: Place, sheet: ChosenSheet) => {
  const [, ending] = /\.(xlsx|csv)$/i.exec(sheet.name) ?? []
  if (ending === undefined)
    throw new AppError('SHEET_REJECTED', { message: '只能读 xlsx 或 csv 文件，请在表格软件里另存为 xlsx 再上传。' })
  if (sheet.size > largest) throw new AppError('TOO_LARGE', { message: '表格超过 10 MB，请分成几份上传。' })
  const id = await newId()
  const fileId = await uploadFile(sheet.path, `imports/${id}.${ending.toLowerCase()}`)
  const input = { _id: id, nodeId, kind, fileId, fileName: sheet.name.slice(0, 100) }
  return call(sheetEntries, 'org', 'checkSheet', input)
}

/** Lets the officer choose a sheet, puts it into storage and has it looked over; nothing of it is kept yet. */
export const useOfficeSheet = (place: Place) => {
  const check = useMutation({ mutationFn: (sheet: ChosenSheet) => checkSheet(place, sheet), meta: { silent: true } })
  const choose = async () => {
    const sheet = await chooseSheet()
    if (sheet) check.mutate(sheet)
  }
  return { ...check, choose }
}

export const useSaveSheet = () => useCommand(sheetEntries, 'org', 'saveSheet')

/** How far a sheet has been taken in; asked again and again while it is. */
export const useSheet = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [officeKey, 'sheet', id],
    queryFn: () => call(sheetEntries, 'org', 'sheet', { id }),
    enabled,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'saving' ? false : whileSaving),
  })

/** Fetches the empty table and opens it. */
export const useTemplate = () =>
  useMutation({
    mutationFn: async (kind: SheetKind) => {
      const { url, fileName } = await call(sheetEntries, 'org', 'sheetTemplate', { kind })
      await openDocument(url, fileName)
    },
  })
