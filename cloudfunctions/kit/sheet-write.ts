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
  /** Lines under the table: notes, signatures. */
  footer?: readonly string[]
  orientation?: 'portrait' | 'landscape'
}

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

const formData = <Row>({ title, subtitle, columns, rows, footer = [] }: SheetForm<Row>): SheetData => {
  const width = columns.length
  const line = { columnSpan: width, alignVertical: 'center', wrap: true, height: 22 } as const
  return [
    merged(width, { ...titleStyle, value: title, columnSpan: width }),
    ...(subtitle ? [merged(width, { ...line, value: subtitle })] : []),
    columns.map((column) => ({ ...headerStyle, value: column.title })),
    ...rows.map((row, index) => columns.map((column) => bodyCell(column.cell(row, index), column.align))),
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

/** Printing: A4, as wide as the paper, as many pages as it takes, the rows above the data repeated on each. */
const printLayout = (
  sheets: readonly Named[],
  orientation: 'portrait' | 'landscape',
): Feature<Stream | Buffer | Blob> => {
  const pageSetup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
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
): Promise<Buffer> => {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const named = sheets.map(({ name, headRows }) => ({ sheet: name, headRows }))
  return writeExcelFile(
    sheets.map(({ name: sheet, headRows: stickyRowsCount, data, widths }) => ({
      ...{ sheet, data, stickyRowsCount },
      columns: widths.map((width) => ({ width })),
    })),
    { fontFamily: font, fontSize: 11, features: [printLayout(named, orientation)] },
  ).toBuffer()
}

/**
 * A table laid out as the paper form it replaces: merged title, borders, wrapped text, frozen header, A4 landscape.
 * @returns the bytes of an .xlsx
 * @throws AppError TOO_LARGE past 20,000 rows
 */
export const writeSheet = async <Row>(form: SheetForm<Row>): Promise<Buffer> =>
  writeBook([bookSheet(form)], form.orientation)
