import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Cell, Feature, SheetData } from 'write-excel-file/node'
import { AppError } from 'types/app-error'
import { take } from 'types/text'
import { sheetLimits } from './sheet-refusals'

export type SheetCell = string | number | null | undefined

/** A column of a form; `width` in characters of the body font (a Chinese one counts two). */
export type FormColumn<Row> = {
  title: string
  width: number
  cell: (row: Row, index: number) => SheetCell
  align?: 'left' | 'center' | 'right'
}

export type SheetForm<Row> = {
  title: string
  /** Name of the sheet, where it is not the title. */
  sheet?: string
  /** Line under the title: who fills it in, which period. */
  subtitle?: string
  columns: readonly FormColumn<Row>[]
  rows: readonly Row[]
  /** Bordered fields side by side under the table: where the seals go. Lines are parted by `\n`. */
  boxes?: readonly string[]
  /** Lines under the table: notes, signatures. */
  footer?: readonly string[]
  orientation?: 'portrait' | 'landscape'
  /** A4 where nothing is said; A3 for what is too wide to be read on it. */
  paper?: Paper
}
type Paper = 'a4' | 'a3'

const longestText = 32_767
const font = '宋体'
const border = { borderStyle: 'thin', borderColor: '#000000' } as const
const titleStyle = { fontSize: 16, fontWeight: 'bold', align: 'center', alignVertical: 'center', height: 34 } as const
const headerStyle = { ...border, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const
const bodyStyle = { ...border, alignVertical: 'center', wrap: true } as const

const merged = (width: number, cell: Cell): Cell[] => [cell, ...Array.from({ length: width - 1 }, () => null)]

/** Texts are written as text format: an ID number stays one, and `=1+1` stays what somebody typed. */
const bodyCell = (value: SheetCell, align: FormColumn<never>['align']): Cell => {
  if (typeof value === 'number' && Number.isFinite(value))
    return { ...bodyStyle, type: Number, value, align: align ?? 'center' }
  return {
    ...bodyStyle,
    type: String,
    format: '@',
    value: take(String(value ?? ''), longestText),
    align: align ?? 'left',
  }
}

const lineHeight = 15
const highestRow = 400

/** Characters of the body font a text takes; a Chinese one counts two. */
const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0)

const linesOf = (value: SheetCell, width: number) =>
  String(value ?? '')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0)

/** As high as its fullest cell: no program that opens the file is relied on to find that out. */
const withHeight = (cells: Cell[], values: readonly SheetCell[], widths: readonly number[]): Cell[] => {
  const lines = Math.max(...values.map((value, index) => linesOf(value, widths[index] ?? 10)))
  const [first, ...rest] = cells
  const height = Math.min(highestRow, lines * lineHeight + 4)
  return [{ ...(first as object), height } as Cell, ...rest]
}

const bodyRow = <Row>(columns: readonly FormColumn<Row>[], row: Row, index: number): Cell[] => {
  const values = columns.map((column) => column.cell(row, index))
  const cells = columns.map(({ align }, at) => bodyCell(values[at], align))
  return withHeight(
    cells,
    values,
    columns.map(({ width }) => width),
  )
}

const headRow = <Row>(columns: readonly FormColumn<Row>[]): Cell[] =>
  withHeight(
    columns.map(({ title }) => ({ ...headerStyle, value: title })),
    columns.map(({ title }) => title),
    columns.map(({ width }) => width),
  )

const boxHeight = 84

/** Texts in fields of as even a width as the columns allow. */
const boxRow = (boxes: readonly string[], width: number): Cell[] =>
  boxes.flatMap((value, index) => {
    const span = Math.floor(((index + 1) * width) / boxes.length) - Math.floor((index * width) / boxes.length)
    const cell = { ...bodyStyle, alignVertical: 'top', height: boxHeight, value, columnSpan: span } as const
    return merged(span, cell)
  })

const formData = <Row>({ title, subtitle, columns, rows, boxes, footer = [] }: SheetForm<Row>): SheetData => {
  const width = columns.length
  const line = { columnSpan: width, alignVertical: 'center', wrap: true, height: 22 } as const
  return [
    merged(width, { ...titleStyle, value: title, columnSpan: width }),
    ...(subtitle ? [merged(width, { ...line, height: 22 * subtitle.split('\n').length, value: subtitle })] : []),
    headRow(columns),
    ...rows.map((row, index) => bodyRow(columns, row, index)),
    ...(boxes ? [boxRow(boxes, width)] : []),
    ...footer.map((text) => merged(width, { ...line, value: text })),
  ]
}

type Named = { sheet: string; headRows: number }

const repeatedRows = (sheets: readonly Named[]) => {
  const name = ({ sheet, headRows }: Named, index: number) =>
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$1:$${headRows}</definedName>`
  return `<definedNames>${sheets.map(name).join('')}</definedNames>`
}

/** Excel calls a file with a second element of a kind corrupt: the one that is there is replaced. */
const putElement = (xml: string, there: RegExp, element: string, before: string): string =>
  there.test(xml) ? xml.replace(there, () => element) : xml.replace(before, () => element + before)

const paperSizes: Record<Paper, number> = { a4: 9, a3: 8 }

/** Printing: as wide as the paper, as many pages as it takes, the rows above the data repeated on each. */
const printLayout = (
  sheets: readonly Named[],
  orientation: 'portrait' | 'landscape',
  paper: Paper,
): Feature<Stream | Buffer | Blob> => {
  const pageSetup = `<pageSetup paperSize="${paperSizes[paper]}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
  const fitToPage = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            putElement(
              putElement(xml, /<pageSetup\b[^>]*\/>/, pageSetup, '</worksheet>'),
              /<sheetPr\b[^>]*\/>/,
              fitToPage,
              '<sheetViews>',
            ),
        },
        'xl/workbook.xml': {
          transform: (xml) => putElement(xml, /<definedNames\s*\/>/, repeatedRows(sheets), '<calcPr'),
        },
      },
    },
  }
}

// Excel refuses these in a sheet's name, and more than 31 characters.
const sheetName = (title: string) => take(title.replace(/[[\]:*?/\\'&<>"]/g, ''), 31) || '表1'

const rowsOver = ({ subtitle }: Pick<SheetForm<unknown>, 'subtitle'>) => (subtitle ? 3 : 2)

/** One sheet of a book, its rows and columns bound together. */
export type BookSheet = { name: string; headRows: number; data: SheetData; widths: number[] }

/** @throws AppError TOO_LARGE past 20,000 rows */
export const bookSheet = <Row>(form: SheetForm<Row>): BookSheet => {
  if (form.rows.length > sheetLimits.rows) {
    throw new AppError('TOO_LARGE', { message: `一次最多导出 ${sheetLimits.rows} 行，请缩小时间或单位范围后再导出。` })
  }
  const widths = form.columns.map(({ width }) => width)
  return { name: sheetName(form.sheet ?? form.title), headRows: rowsOver(form), data: formData(form), widths }
}

/**
 * Several tables in one file, each laid out as a paper form; names must differ.
 * @returns the bytes of an .xlsx
 */
export const writeBook = async (
  sheets: readonly BookSheet[],
  orientation: 'portrait' | 'landscape' = 'landscape',
  paper: Paper = 'a4',
): Promise<Buffer> => {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const named = sheets.map(({ name, headRows }) => ({ sheet: name, headRows }))
  return writeExcelFile(
    sheets.map(({ name: sheet, headRows: stickyRowsCount, data, widths }) => ({
      ...{ sheet, data, stickyRowsCount },
      columns: widths.map((width) => ({ width })),
    })),
    { fontFamily: font, fontSize: 11, features: [printLayout(named, orientation, paper)] },
  ).toBuffer()
}

/**
 * A table laid out as the paper form it replaces: merged title, borders, wrapped text, frozen header, A4 landscape unless it says otherwise.
 * @returns the bytes of an .xlsx
 * @throws AppError TOO_LARGE past 20,000 rows
 */
export const writeSheet = async <Row>(form: SheetForm<Row>): Promise<Buffer> =>
  writeBook([bookSheet(form)], form.orientation, form.paper)
