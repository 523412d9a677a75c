import { command } from '../../kit/cloud'
import { collection, type Document } from '../../kit/collection'

/** A sheet with phone numbers that is still there; its file goes at `dropAt`. */
type CallSheet = Document & { fileId: string; dropAt: Date }

const sheets = collection<CallSheet>('notice_call_sheets')

export const noteCallSheet = (sheet: CallSheet) => sheets.insert(sheet)
export const listSheetsToDrop = (now: Date) =>
  sheets.list({ dropAt: command.lte(now) }, { sort: [['dropAt', 'asc']], limit: 20 })
export const forgetCallSheet = (id: string) => sheets.remove({ _id: id })
