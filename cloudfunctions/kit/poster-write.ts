import type { Paragraph as ParagraphOf } from 'docx'
import { take } from 'types/text'
import { mediaType } from './media-type'

/** One sheet with a code: the kit only knows where each part stands. Lines of `slogan` are divided by \n. */
export type PosterSheet = {
  issuer: string
  slogan: string
  promise: string
  /** PNG or JPEG of the code, square, its margin included. */
  code: Buffer
  /** What the picture is to whoever cannot see it. */
  codeLabel: string
  under: string
  steps: readonly string[]
  name: string
  where: string
}
export type PosterPrint = {
  title: string
  creator: string
  paper: 'A4' | 'A3'
  /** Saving ink: black lines in place of coloured fields. */
  ink: 'colour' | 'saving'
  sheets: readonly PosterSheet[]
}

type Docx = typeof import('docx')
type Look = { field: string | undefined; onField: string; accent: string; rule: string }
/** What all parts of a print are made with: lengths are millimetres on A4, sizes of words are points on A4. */
type Press = { docx: Docx; scale: number; look: Look; frame: object }

const looks = {
  colour: { field: 'C0322B', onField: 'FFFFFF', accent: '96231E', rule: '8D867C' },
  saving: { field: undefined, onField: '1D2129', accent: '1D2129', rule: '1D2129' },
} as const
// 黑体 is on every computer Word or WPS runs on; figures are taken from it as well, so that a line has one face.
const face = { font: '黑体', color: '1D2129' }
const scales = { A4: 1, A3: Math.SQRT2 } as const
const a4 = { width: 210, height: 297 }
/** No office printer reaches the edge, and Word asks before it prints there. */
const edge = { side: 10, top: 9, bottom: 7 }
const width = a4.width - 2 * edge.side
const codeSide = 149
const square = 12
/** Heights of the rows: together a little less than a sheet, so that no printer makes a second one of it. */
const heights = { band: 68, code: 151, under: 13, number: square, step: 10, gap: 4, foot: 20 }
const twips = 1440 / 25.4
const pixels = 96 / 25.4
const pointsPerMm = 72 / 25.4
const smallest = 7
const longest = 300

const printable = (words: string) =>
  take(words.replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' '), longest)

/** The size at which the words fit into so many lines: a row never grows, and nothing is cut off. */
const fitting = (words: string, size: number, lines = 1): number =>
  Math.max(smallest, Math.min(size, Math.floor((width * 0.94 * pointsPerMm * lines) / ([...words].length + lines - 1))))

type Typed = { size: number; bold?: boolean; color?: string; above?: number }
const typed = ({ docx, scale }: Press, words: string, { size, above = 0, ...run }: Typed): ParagraphOf =>
  new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { before: Math.round(above * scale * 20), line: Math.round(size * scale * 25), lineRule: 'exact' },
    children: [new docx.TextRun({ ...face, ...run, size: Math.round(size * scale * 2), text: printable(words) })],
  })

type Cell = { columns: number; children: ParagraphOf[]; fill?: string; borders?: object }
const row = ({ docx, scale }: Press, height: number, cells: readonly Cell[]) =>
  new docx.TableRow({
    ...{ cantSplit: true, height: { value: Math.round(height * scale * twips), rule: docx.HeightRule.EXACT } },
    children: cells.map(
      ({ columns, children, fill, borders }) =>
        new docx.TableCell({
          ...{ columnSpan: columns, verticalAlign: docx.VerticalAlignTable.CENTER, children, borders },
          ...(fill && { shading: { type: docx.ShadingType.CLEAR, color: 'auto', fill } }),
        }),
    ),
  })

const line = ({ docx, scale }: Press, color: string, size = 12) => ({
  ...{ style: docx.BorderStyle.SINGLE, size: Math.round(size * scale), color },
})

/** Three steps a third of the width each; the middle one of each third's columns holds the number. */
const grid = [1, 2, 3].flatMap(() => [(width / 3 - square) / 2, square, (width / 3 - square) / 2])
const whole = grid.length

const bandOf = (press: Press, { issuer, slogan, promise }: PosterSheet) => {
  const { look } = press
  const color = look.onField
  const children = [
    typed(press, issuer, { size: fitting(issuer, 20), color }),
    ...slogan
      .split('\n')
      .map((words, index) => typed(press, words, { size: 48, bold: true, color, above: index === 0 ? 5 : 0 })),
    typed(press, promise, { size: fitting(promise, 19), color, above: 6 }),
  ]
  const borders = look.field ? {} : { bottom: line(press, look.rule) }
  return row(press, heights.band, [{ columns: whole, children, fill: look.field, borders }])
}

const codeOf = (press: Press, { code, codeLabel }: PosterSheet) => {
  const { docx, scale } = press
  const side = Math.round(codeSide * scale * pixels)
  const picture = new docx.ImageRun({
    ...{ type: mediaType(code) === 'image/jpeg' ? 'jpg' : 'png', data: code },
    transformation: { width: side, height: side },
    altText: { name: printable(codeLabel), title: printable(codeLabel), description: printable(codeLabel) },
  })
  // A line of a fixed height would cut the picture off.
  const children = [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [picture] })]
  return row(press, heights.code, [{ columns: whole, children }])
}

const numbersOf = (press: Press, { steps }: PosterSheet) => {
  const { look } = press
  const side = line(press, look.rule)
  const borders = look.field ? {} : { top: side, bottom: side, left: side, right: side }
  const blank = () => ({ columns: 1, children: [typed(press, '', { size: 1 })] })
  const cells = steps.flatMap((_, index): Cell[] => {
    const children = [typed(press, String(index + 1), { size: 20, bold: true, color: look.onField })]
    return [blank(), { columns: 1, children, fill: look.field, borders }, blank()]
  })
  return row(press, heights.number, cells)
}

const tableOf = (press: Press, sheet: PosterSheet) => {
  const { docx, scale, look, frame } = press
  const { steps, under, name, where } = sheet
  const across = (words: string, options: Typed): Cell => ({ columns: whole, children: [typed(press, words, options)] })
  const foot = [
    typed(press, name, { size: fitting(name, 20), bold: true }),
    typed(press, where, { size: fitting(where, 15, 2), above: 3 }),
  ]
  const step = (words: string): Cell => ({ columns: 3, children: [typed(press, words, { size: 18 })] })
  return new docx.Table({
    ...{ layout: docx.TableLayoutType.FIXED, alignment: docx.AlignmentType.CENTER, borders: frame },
    columnWidths: grid.map((one) => Math.round(one * scale * twips)),
    width: { size: Math.round(width * scale * twips), type: docx.WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      bandOf(press, sheet),
      codeOf(press, sheet),
      row(press, heights.under, [across(under, { size: 26, bold: true, color: look.accent })]),
      numbersOf(press, sheet),
      row(press, heights.step, steps.map(step)),
      row(press, heights.gap, [across('', { size: 1 })]),
      row(press, heights.foot, [
        { columns: whole, children: foot, borders: { top: line(press, look.rule, look.field ? 6 : 12) } },
      ]),
    ],
  })
}

const frameOf = ({ docx, scale }: Pick<Press, 'docx' | 'scale'>, { field, rule }: Look) => {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  const side = field ? none : { style: docx.BorderStyle.SINGLE, size: Math.round(12 * scale), color: rule }
  return {
    ...{ top: side, bottom: side, left: side, right: side },
    ...{ insideHorizontal: none, insideVertical: none },
  }
}

/**
 * Posters as a Word document, one upright sheet each, every length exact. The library is loaded here.
 * @returns the bytes of a .docx
 */
export const writePosters = async ({ title, creator, paper, ink, sheets }: PosterPrint): Promise<Buffer> => {
  const docx = await import('docx')
  const [scale, look] = [scales[paper], looks[ink]]
  const press = { docx, scale, look, frame: frameOf({ docx, scale }, look) }
  const long = (mm: number) => Math.round(mm * scale * twips)
  // Word wants a paragraph between two tables; as high as a hair, it also begins the next sheet.
  const hair = (pageBreakBefore: boolean) =>
    new docx.Paragraph({ pageBreakBefore, spacing: { line: 20, lineRule: 'exact' } })
  const size = { width: long(a4.width), height: long(a4.height) }
  const margin = { ...{ top: long(edge.top), bottom: long(edge.bottom), header: 0, footer: 0 } }
  const sides = { left: long(edge.side), right: long(edge.side) }
  const document = new docx.Document({
    ...{ title: printable(title), creator: printable(creator) },
    styles: { default: { document: { run: { ...face, size: 2 } } } },
    sections: [
      {
        properties: { page: { size, margin: { ...margin, ...sides } } },
        children: sheets.flatMap((sheet, index) => [hair(index > 0), tableOf(press, sheet)]).concat(hair(false)),
      },
    ],
  })
  return docx.Packer.toBuffer(document)
}
