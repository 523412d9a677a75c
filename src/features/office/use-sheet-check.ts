import { useMutation } from '@tanstack/react-query'
import { AppError } from 'types/app-error'
import { importEntries } from 'types/quiz-imports'
import { call } from '@/lib/call'
import { chooseSheet, type ChosenSheet } from '@/lib/choose-sheet'
import { newId } from '@/lib/new-id'
import { uploadFile } from '@/lib/upload-file'

const largest = 10 * 1024 * 1024

const checkSheet = async (nodeId: string, sheet: ChosenSheet) => {
  const [, ending] = /\.(xlsx|csv|json)$/i.exec(sheet.name) ?? []
  if (ending === undefined)
    throw new AppError('SHEET_REJECTED', {
      message: '只能读 xlsx、csv 或 json 文件，请在表格软件里另存为 xlsx 再上传。',
    })
  if (sheet.size > largest) throw new AppError('TOO_LARGE', { message: '表格超过 10 MB，请分成几份上传。' })
  const id = await newId()
  const fileId = await uploadFile(sheet.path, `imports/${id}.${ending.toLowerCase()}`)
  const fileName = sheet.name.slice(0, 100)
  return call(importEntries, 'quiz', 'checkImport', { _id: id, nodeId, fileId, fileName })
}

/** Lets the officer choose a sheet, puts it into storage and has it looked over; nothing enters the bank yet. */
export const useSheetCheck = (nodeId: string) => {
  const check = useMutation({ mutationFn: (sheet: ChosenSheet) => checkSheet(nodeId, sheet), meta: { silent: true } })
  const choose = async () => {
    const sheet = await chooseSheet()
    if (sheet) check.mutate(sheet)
  }
  return { ...check, choose }
}
