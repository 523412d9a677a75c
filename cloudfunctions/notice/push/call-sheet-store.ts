import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'

/** A sheet with phone numbers that is still there; its file goes at `dropAt`. */
export type CallSheet = Document & {
  fileId: string
  dropAt: Date
  pushId: string
  /** Person id of who asked for it. */
  by: string
  /** What is in its file; null until that is written. */
  written: { rows: number; more: boolean } | null
}

const sheets = collection<CallSheet>('notice_call_sheets')

export const findCallSheet = (id: string) => sheets.find(id)
/** false where the sheet is noted already. */
export const noteCallSheet = (sheet: CallSheet) => sheets.insert(sheet)
export const noteWritten = (id: string, written: CallSheet['written']) => sheets.update({ _id: id }, { written })
export const listSheetsToDrop = (now: Date) =>
  sheets.list({ dropAt: command.lte(now) }, { sort: [['dropAt', 'asc']], limit: 20 })
export const forgetCallSheet = (id: string) => sheets.remove({ _id: id })
