import { decodeText, readCsv } from '../../kit/read-csv'
import { readTable, readWorkbook, type Cell, type SheetColumn, type SheetContent } from '../../kit/sheet-read'
import { fileTooLarge, sheetLimits } from '../../kit/sheet-refusals'

const headerSearchRows = 10

/** A workbook, or an old or locked one: the sheet reader has the sentence for each. */
const isWorkbook = (content: Buffer) =>
  content.length === 0 || content.toString('latin1', 0, 2) === 'PK' || content.toString('hex', 0, 4) === 'd0cf11e0'

const cellsOf = async (content: Buffer): Promise<Cell[][]> => {
  if (isWorkbook(content)) return readWorkbook(content)
  if (content.length > sheetLimits.fileBytes) throw fileTooLarge()
  const text = decodeText(content)
  return text === null ? readWorkbook(content) : readCsv(text)
}

const titleOf = (cell: Cell) =>
  typeof cell === 'string'
    ? cell
        .normalize('NFKC')
        .replace(/[\s*]/g, '')
        .replace(/\(.*\)$/, '')
    : ''

/** How many of the columns are named in a row, and whether all that must be are. */
const named = (cells: readonly Cell[], columns: readonly SheetColumn<string>[]) => {
  const titles = new Set(cells.map(titleOf))
  const found = columns.filter(({ titles: names }) => names.some((name) => titles.has(titleOf(name))))
  const isHeader = columns.every((column) => column.optional || found.includes(column))
  return { count: found.length, isHeader }
}

/**
 * A header of two rows, some of its cells merged downwards and some across, as one: the lower title counts, where there
 * is none the upper. Rows keep their numbers.
 */
export const foldHeader = (data: Cell[][], columns: readonly SheetColumn<string>[]): Cell[][] => {
  const at = data.slice(0, headerSearchRows).findIndex((upper, index) => {
    const [alone, both] = [named(upper, columns), named(folded(upper, data[index + 1] ?? []), columns)]
    return alone.isHeader || (both.isHeader && alone.count > 0)
  })
  const [upper = [], lower = []] = at < 0 ? [] : data.slice(at, at + 2)
  const one = folded(upper, lower)
  // A row of data names no column.
  if (named(lower, columns).count === 0 || named(one, columns).count <= named(upper, columns).count) return data
  return data.map((cells, index) => (index === at ? [] : index === at + 1 ? one : cells))
}

const folded = (upper: readonly Cell[], lower: readonly Cell[]): Cell[] =>
  Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) =>
    titleOf(lower[index]) === '' ? upper[index] : lower[index],
  )

/**
 * Reads a table of an officer, an .xlsx or a text of cells (UTF-8 or GBK): the content decides, not the name.
 * @throws AppError SHEET_REJECTED with one sentence when the file as a whole cannot be used
 */
export const readOfficeSheet = async <Key extends string>(
  content: Buffer,
  columns: readonly SheetColumn<Key>[],
): Promise<SheetContent<Key>> => readTable(foldHeader(await cellsOf(content), columns), columns)
