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
  /** Its file is being deleted: nothing more is written into it. */
  isGoing?: true
}

const sheets = collection<CallSheet>('notice_call_sheets')

export const findCallSheet = (id: string) => sheets.find(id)
/** false where the sheet is noted already. */
export const noteCallSheet = (sheet: CallSheet) => sheets.insert(sheet)
/** false where it went meanwhile. */
export const noteWritten = async (id: string, written: CallSheet['written']): Promise<boolean> =>
  (await sheets.update({ _id: id, isGoing: command.neq(true) }, { written })) > 0 ||
  // A second tap may have noted the same.
  (await sheets.list({ _id: id, isGoing: command.neq(true) }, { limit: 1, fields: ['_id'] })).length > 0
export const noteGoing = (id: string) => sheets.update({ _id: id }, { isGoing: true })
export const listSheetsToDrop = (now: Date) =>
  sheets.list({ dropAt: command.lte(now) }, { sort: [['dropAt', 'asc']], limit: 20 })
export const forgetCallSheet = (id: string) => sheets.remove({ _id: id })
