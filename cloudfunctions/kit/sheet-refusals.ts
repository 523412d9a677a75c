import { AppError } from 'types/app-error'

/** What one uploaded workbook may be; larger ones are split by the person who sends them. */
export const sheetLimits = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 40 * 1024 * 1024,
  parts: 500,
  rows: 20_000,
  columns: 100,
}

/** Titles and blank rows may stand beside the rows that count. */
export const spareRows = 1_000
const megabyte = 1024 * 1024

/** @param reason for the log: what exactly was wrong, nothing personal */
export const rejectSheet = (message: string, reason?: string) => new AppError('SHEET_REJECTED', { message, reason })

export const brokenSheet = (reason: string) =>
  rejectSheet('表格文件已损坏，请用 Excel 或 WPS 重新保存为 .xlsx 后再上传。', reason)
export const tooLarge = (reason: string) =>
  rejectSheet(
    `表格内容太大（解开后超过 ${sheetLimits.unpackedBytes / megabyte} MB），请删去图片或拆成几份上传。`,
    reason,
  )
export const fileTooLarge = () =>
  rejectSheet(`表格文件超过 ${sheetLimits.fileBytes / megabyte} MB，请删去图片或拆成几份上传。`)
export const tooManyRows = () =>
  rejectSheet(`表格超过 ${sheetLimits.rows} 行，请拆成几份上传；如果下面是空行，请把空行整行删除。`)
export const tooManyColumns = () => rejectSheet(`表格超过 ${sheetLimits.columns} 列，请删除多余的列后再上传。`)
export const textTooLong = () => rejectSheet('表格里有一格的文字太长，请缩短后再上传。')
