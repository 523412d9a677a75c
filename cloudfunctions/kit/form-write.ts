import type { Paragraph as ParagraphOf, TableCell as CellOf, TableRow as RowOf } from 'docx'
import { take } from 'types/text'
import { mediaType } from './media-type'

/** A picture in a cell; sizes in millimetres. Word shows JPEG and PNG alone. */
export type FormPicture = { bytes: Buffer; width: number; height: number }
export type FormLine = {
  text?: string
  picture?: FormPicture
  align?: 'left' | 'center' | 'right'
  bold?: boolean
  /** Blank points above it. */
  above?: number
}
export type FormCell = {
  lines: readonly FormLine[]
  /** Columns and rows it covers; 1 unless said otherwise. */
  columns?: number
  rows?: number
  /** Where its lines stand; a label's in the middle, words at the top. */
  place?: 'top' | 'center' | 'bottom'
}
export type FormPage = {
  title: string
  /** Widths of the table's columns in millimetres. */
  columns: readonly number[]
  /** Least height of each row in millimetres. */
  rows: readonly { height: number; cells: readonly FormCell[] }[]
  /** Lines under the table, small. */
  notes: readonly string[]
}
/** A paper form as it is typed on A4: a table a page. `mark` stands at the head of every page. */
export type PaperForm = { title: string; creator: string; mark: string; pages: readonly FormPage[] }

type Docx = typeof import('docx')

const text = { font: '宋体', size: 24 }
const a4 = { width: 11906, height: 16838 }
const margins = { top: 1134, bottom: 1020, left: 1361, right: 1361, header: 567 }
const longest = 2000
/** Twentieths of a point, and pixels of 1/96 inch, in a millimetre. */
const twips = 1440 / 25.4
const pixels = 96 / 25.4

const printable = (words: string) =>
  take(words.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''), longest)

const alignments = { left: 'start', center: 'center', right: 'end' } as const

const pictureRun = ({ ImageRun }: Docx, { bytes, width, height }: FormPicture) => {
  const type = mediaType(bytes)
  if (type !== 'image/jpeg' && type !== 'image/png') return []
  const transformation = { width: Math.round(width * pixels), height: Math.round(height * pixels) }
  return [new ImageRun({ type: type === 'image/png' ? 'png' : 'jpg', data: bytes, transformation })]
}

const paragraphsOf = (docx: Docx, line: FormLine): ParagraphOf[] => {
  const { text: words, picture, align = 'left', bold, above = 0 } = line
  const place = { alignment: alignments[align] }
  // A line of a fixed height would cut a picture off.
  if (picture)
    return [new docx.Paragraph({ ...place, spacing: { before: above * 20 }, children: pictureRun(docx, picture) })]
  const options = { ...place, spacing: { before: above * 20, line: 320 } }
  return printable(words ?? '')
    .split('\n')
    .map((one) => new docx.Paragraph({ ...options, children: [new docx.TextRun({ ...text, bold, text: one })] }))
}

const cellOf = (docx: Docx, { lines, columns, rows, place = 'center' }: FormCell): CellOf =>
  new docx.TableCell({
    ...{ columnSpan: columns, rowSpan: rows, verticalAlign: place },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: lines.length > 0 ? lines.flatMap((line) => paragraphsOf(docx, line)) : [new docx.Paragraph({})],
  })

const tableOf = (docx: Docx, { columns, rows }: FormPage) =>
  new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    alignment: docx.AlignmentType.CENTER,
    columnWidths: columns.map((width) => Math.round(width * twips)),
    rows: rows.map(
      ({ height, cells }): RowOf =>
        new docx.TableRow({
          // A row may grow with its words, but is never torn over two pages.
          ...{ cantSplit: true, height: { value: Math.round(height * twips), rule: docx.HeightRule.ATLEAST } },
          children: cells.map((cell) => cellOf(docx, cell)),
        }),
    ),
  })

const pageOf = (docx: Docx, page: FormPage, mark: string) => {
  const { Paragraph, TextRun, AlignmentType } = docx
  const typed = (words: string, run: object, spacing: object, alignment: 'center' | 'start') =>
    new Paragraph({ alignment, spacing, children: [new TextRun({ ...text, ...run, text: printable(words) })] })
  const head = typed(mark, { size: 18, color: 'C00000' }, {}, AlignmentType.CENTER)
  return {
    properties: { page: { size: a4, margin: margins } },
    headers: { default: new docx.Header({ children: mark ? [head] : [] }) },
    children: [
      typed(page.title, { size: 32, bold: true }, { after: 160 }, AlignmentType.CENTER),
      tableOf(docx, page),
      ...page.notes.map((note, index) => typed(note, { size: 20 }, { before: index === 0 ? 160 : 20 }, 'start')),
    ],
  }
}

/**
 * A form as a Word document, one section a page, to print on both sides, sign and stamp. The library is loaded here.
 * @returns the bytes of a .docx
 */
export const writeForm = async ({ title, creator, mark, pages }: PaperForm): Promise<Buffer> => {
  const docx = await import('docx')
  const paper = new docx.Document({
    ...{ title: printable(title), creator: printable(creator) },
    styles: { default: { document: { run: text } } },
    sections: pages.map((page) => pageOf(docx, page, mark)),
  })
  return docx.Packer.toBuffer(paper)
}
