import { fileTooLarge, sheetLimits } from '../../kit/sheet-refusals'
import { readSheet, readTable } from '../../kit/sheet-read'
import { questionColumns } from './import-columns'
import { parseQuestionRows, type ParsedSheet } from './import-rows'
import { decodeText, readCsv } from '../../kit/read-csv'
import { readJsonBank } from './read-json'

/** A workbook, or an old or locked one: the sheet reader has the sentence for each. */
const isWorkbook = (content: Buffer) =>
  content.length === 0 || content.toString('latin1', 0, 2) === 'PK' || content.toString('hex', 0, 4) === 'd0cf11e0'

/**
 * Reads a question bank whatever it was kept as: an .xlsx, a text of comma-separated cells (UTF-8 or GBK), or JSON. The
 * content decides, not the name.
 * @throws AppError SHEET_REJECTED with one sentence when the file as a whole cannot be used
 */
export const readBank = async (content: Buffer): Promise<ParsedSheet> => {
  if (isWorkbook(content)) return parseQuestionRows(await readSheet(content, questionColumns))
  if (content.length > sheetLimits.fileBytes) throw fileTooLarge()
  const text = decodeText(content)
  // No text at all: the sheet reader says that it is no table either.
  if (text === null) return parseQuestionRows(await readSheet(content, questionColumns))
  if (/^\s*[[{]/.test(text)) return parseQuestionRows({ rows: readJsonBank(text), faults: [] })
  return parseQuestionRows(readTable(readCsv(text), questionColumns))
}
