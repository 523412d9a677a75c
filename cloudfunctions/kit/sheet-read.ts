import { formatSheetTime } from 'types/calendar'
import { unpackWorkbook } from './sheet-limits'
import { rejectSheet, sheetLimits, tooManyRows } from './sheet-refusals'
import { attributeOf, tagsOf } from './sheet-tags'

/** A column to look for: any of the titles will do; what stands in brackets after a title does not count. */
export type SheetColumn<Key extends string> = { key: Key; titles: readonly string[]; optional?: boolean }

/** One row with text: `row` as Excel numbers it, `values` exactly as written, blanks included; '' for an empty cell. */
export type SheetRow<Key extends string> = { row: number; values: Record<Key, string> }

/** What is wrong in one cell, as one sentence that begins with the place. */
export type SheetFault = { row: number; column: string; message: string }

export type SheetContent<Key extends string> = {
  headerRow: number
  /** Column letters by key; '' where an optional column is missing. */
  letters: Record<Key, string>
  rows: SheetRow<Key>[]
  faults: SheetFault[]
}

type RawNumber = { digits: string }
/** A cell as a workbook or a text holds it. */
export type Cell = string | boolean | Date | RawNumber | null | undefined
type CellReading = { text: string; fault?: string }

const headerSearchRows = 10
const exactDigits = 15
const errorValue = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/

/** `A`, `B` … `AA` for 0, 1 … 26. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** `第 5 行 C 列（题目答案）：…`: how every fault of a sheet begins. */
export const cellFault = (row: number, column: string, title: string, sentence: string): SheetFault => ({
  row,
  column,
  message: `第 ${row} 行${column ? ` ${column} 列` : ''}（${title}）：${sentence}`,
})

const lostDigits = '长数字被表格软件改成了近似值，请把这一列设为“文本”格式后重新填写。'

/** Excel holds 15 digits of a number: a longer one is exact only if another program wrote every digit. */
const readNumber = (digits: string): CellReading => {
  const value = Number(digits)
  if (Number.isNaN(value)) return { text: digits, fault: '这个数字无法读取，请重新填写。' }
  if (/^-?\d+$/.test(digits) && digits.replace('-', '').length > exactDigits && !/0$/.test(digits))
    return { text: digits }
  if (Math.abs(value) >= 10 ** exactDigits) return { text: digits, fault: lostDigits }
  return { text: String(Number(value.toPrecision(exactDigits))) }
}

// The reader gives a date cell as UTC although it was typed as Chinese wall time.
const readDate = (at: Date): CellReading => {
  if (Number.isNaN(at.getTime())) return { text: '', fault: '这个日期无法读取，请按 2026-01-31 的样子填写。' }
  const text = formatSheetTime(new Date(at.getTime() - 8 * 3_600_000))
  return { text: text.endsWith(' 00:00') ? text.slice(0, 10) : text }
}

const readCell = (cell: Cell): CellReading => {
  if (cell === null || cell === undefined) return { text: '' }
  if (typeof cell === 'boolean') return { text: cell ? 'TRUE' : 'FALSE' }
  if (cell instanceof Date) return readDate(cell)
  if (typeof cell !== 'string') return readNumber(cell.digits)
  return errorValue.test(cell) ? { text: '', fault: `公式出错，显示为 ${cell}，请改成具体内容。` } : { text: cell }
}

const titleOf = (cell: Cell) =>
  readCell(cell)
    .text.normalize('NFKC')
    .replace(/[\s*]/g, '')
    .replace(/\(.*\)$/, '')

type Header<Key extends string> = { index: number; positions: Map<Key, number>; missing: SheetColumn<Key>[] }

const matchHeader = <Key extends string>(
  cells: readonly Cell[],
  index: number,
  columns: readonly SheetColumn<Key>[],
) => {
  const titles = cells.map(titleOf)
  const positions = new Map<Key, number>()
  for (const column of columns) {
    const names = column.titles.map(titleOf)
    const found = titles.flatMap((title, position) => (names.includes(title) ? [position] : []))
    const [first] = found
    if (first !== undefined && found.length === 1) positions.set(column.key, first)
    if (found.length > 1)
      throw rejectSheet(`第 ${index + 1} 行的表头里“${column.titles[0]}”出现了 ${found.length} 次，请只留一列。`)
  }
  const missing = columns.filter((column) => !column.optional && !positions.has(column.key))
  return { index, positions, missing }
}

/** The first row that has every required title; a title and a date may stand above it. */
const findHeader = <Key extends string>(
  data: readonly (readonly Cell[])[],
  columns: readonly SheetColumn<Key>[],
): Header<Key> => {
  let best: Header<Key> | undefined
  for (const [index, cells] of data.slice(0, headerSearchRows).entries()) {
    const header = matchHeader(cells, index, columns)
    if (header.missing.length === 0) return header
    if (header.positions.size > (best?.positions.size ?? 0)) best = header
  }
  const missing = (best?.missing ?? columns.filter((column) => !column.optional)).map(
    (column) => `“${column.titles[0]}”`,
  )
  throw rejectSheet(
    best
      ? `第 ${best.index + 1} 行的表头缺少${missing.join('、')}列，请按模板补上。`
      : `前 ${headerSearchRows} 行里没有找到表头，应有${missing.join('、')}列，请按模板填写。`,
  )
}

/** Error cells would come out empty: they are made to look like text first and told apart by `readCell`. */
const showErrors = (content: Buffer): Buffer => {
  const xml = content.toString('utf8')
  if (!/\st=["']e["']/.test(xml)) return content
  const pieces: string[] = []
  let written = 0
  for (const tag of tagsOf(xml)) {
    const type = tag.name === 'c' ? attributeOf(xml, tag, 't') : undefined
    if (type?.text !== 'e') continue
    pieces.push(xml.slice(written, type.at), 'str')
    written = type.at + 1
  }
  return Buffer.from([...pieces, xml.slice(written)].join(''), 'utf8')
}

/** First sheet of the checked workbook; the reader gets a copy packed here, so that it sees what was checked. */
const readCells = async (parts: Map<string, Buffer>): Promise<Cell[][]> => {
  const [{ zipSync }, { readSheet: parse }] = await Promise.all([import('fflate'), import('read-excel-file/universal')])
  const copy = zipSync(Object.fromEntries([...parts].map(([name, content]) => [name, showErrors(content)])), {
    level: 0,
  })
  try {
    const cells = await parse<RawNumber>(new Blob([new Uint8Array(copy)]), {
      trim: false,
      parseNumber: (digits: string) => ({ digits }),
    })
    // The reader's typings name the constructor of Date where a Date stands.
    return cells as Cell[][]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw rejectSheet('表格内容无法读取，请用 Excel 或 WPS 重新保存为 .xlsx 后再上传。', reason)
  }
}

const readRow = <Key extends string>(
  cells: readonly Cell[],
  row: number,
  header: Header<Key>,
  columns: readonly SheetColumn<Key>[],
) => {
  const faults: SheetFault[] = []
  const values = columns.map(({ key, titles }): [string, string] => {
    const position = header.positions.get(key)
    if (position === undefined) return [key, '']
    const { text, fault } = readCell(cells[position])
    if (fault) faults.push(cellFault(row, columnLetter(position), titles[0] ?? key, fault))
    return [key, text]
  })
  return { row: { row, values: Object.fromEntries(values) as Record<Key, string> }, faults }
}

const isBlank = (cells: readonly Cell[]) => cells.every((cell) => cell === null || cell === undefined || cell === '')

/**
 * Rows of a table whose columns are found by their titles; what `readSheet` says of a sheet holds for it.
 * @param data cells row by row from the first on, as a sheet or a text file holds them
 */
export const readTable = <Key extends string>(
  data: readonly (readonly Cell[])[],
  columns: readonly SheetColumn<Key>[],
): SheetContent<Key> => {
  const header = findHeader(data, columns)
  const body = data.flatMap((cells, index) =>
    index > header.index && !isBlank(cells) ? [{ cells, row: index + 1 }] : [],
  )
  if (body.length > sheetLimits.rows) throw tooManyRows()
  const read = body.map(({ cells, row }) => readRow(cells, row, header, columns))
  const letters = columns.map(({ key }): [string, string] => {
    const position = header.positions.get(key)
    return [key, position === undefined ? '' : columnLetter(position)]
  })
  return {
    headerRow: header.index + 1,
    letters: Object.fromEntries(letters) as Record<Key, string>,
    rows: read.map(({ row }) => row),
    faults: read.flatMap(({ faults }) => faults),
  }
}

/** Cells of the first sheet of an .xlsx, row by row from the first on. */
export const readWorkbook = (file: Uint8Array): Promise<Cell[][]> => readCells(unpackWorkbook(file))

/**
 * Reads the first sheet of an .xlsx whose columns are found by their titles. Empty rows are passed over; everything
 * else is kept as written, so that the importer sees stray blanks too.
 * @throws AppError SHEET_REJECTED with one Chinese sentence when the file as a whole cannot be used
 */
export const readSheet = async <Key extends string>(
  file: Uint8Array,
  columns: readonly SheetColumn<Key>[],
): Promise<SheetContent<Key>> => readTable(await readWorkbook(file), columns)
