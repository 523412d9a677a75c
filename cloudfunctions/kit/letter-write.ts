import type { IParagraphOptions, Paragraph as ParagraphOf } from 'docx'
import { take } from 'types/text'

/** A letter of an office as it is typed on A4; the kit only knows where each part stands. */
export type OfficeLetter = {
  /** Name of the office, large and red above the line. */
  issuer: string
  /** `〔2026〕3号`; a draft says so instead. */
  number: string
  title: string
  /** Whom it is for, without the colon. */
  to: string
  /** Paragraphs; one that is a heading stands by itself in bold. */
  body: readonly { text: string; heading?: boolean }[]
  signer: string
  /** `2026年6月10日`. */
  signedOn: string
  /** Lines under the signature: copies, a slip to send back. */
  notes: readonly string[]
}

// Sizes of the official layout (GB/T 9704): half points, twentieths of a point, 2 characters of indent.
const body = { font: '仿宋', size: 32 }
const line = { line: 560, lineRule: 'exact' as const }
const margins = { top: 2098, bottom: 1984, left: 1588, right: 1474 }
const a4 = { width: 11906, height: 16838 }
const indent = 640
const red = 'C00000'
const longest = 4000

type Docx = typeof import('docx')

// What Word refuses in XML text; a person may have pasted it.
const printable = (text: string) =>
  take(text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''), longest)

const typist = ({ Paragraph, TextRun }: Docx) => {
  const typed = (text: string, run: object, options: IParagraphOptions = {}): ParagraphOf =>
    new Paragraph({ spacing: line, ...options, children: [new TextRun({ ...body, ...run, text: printable(text) })] })
  /** Every line a person typed becomes a paragraph of its own. */
  const paragraphs = (text: string, run: object = {}, options: IParagraphOptions = {}) =>
    text.split('\n').map((one) => typed(one, run, { indent: { firstLine: indent }, ...options }))
  return { typed, paragraphs }
}

const headOf = (docx: Docx, { issuer, number, title }: OfficeLetter) => {
  const { typed } = typist(docx)
  const centre = docx.AlignmentType.CENTER
  const rule = { bottom: { style: docx.BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 6, color: red } }
  return [
    typed(issuer, { font: '宋体', size: 56, bold: true, color: red }, { alignment: centre, spacing: {}, border: rule }),
    typed(number, {}, { alignment: docx.AlignmentType.RIGHT, spacing: { ...line, before: 200 } }),
    typed(title, { font: '宋体', size: 44, bold: true }, { alignment: centre, spacing: { before: 400, after: 400 } }),
  ]
}

const childrenOf = (docx: Docx, letter: OfficeLetter) => {
  const { typed, paragraphs } = typist(docx)
  const right = { alignment: docx.AlignmentType.RIGHT, indent: { right: indent }, keepLines: true }
  return [
    ...headOf(docx, letter),
    typed(`${letter.to}：`, {}),
    ...letter.body.flatMap(({ text, heading }, index) =>
      // A heading stays with its text, and the last words with the signature: no seal stands on a page without them.
      paragraphs(text, heading ? { font: '黑体' } : {}, {
        keepNext: heading === true || index === letter.body.length - 1,
      }),
    ),
    typed(letter.signer, {}, { ...right, spacing: { ...line, before: 600 }, keepNext: true }),
    typed(letter.signedOn, {}, right),
    ...letter.notes.map((note, index) =>
      typed(note, { size: 28 }, { indent: { firstLine: indent }, spacing: { ...line, before: index === 0 ? 400 : 0 } }),
    ),
  ]
}

/**
 * A letter as a Word document an officer can still edit, stamp and post. The library is loaded here and nowhere else.
 * @returns the bytes of a .docx
 */
export const writeLetter = async (letter: OfficeLetter): Promise<Buffer> => {
  const docx = await import('docx')
  const { Document, Packer } = docx
  const page = { size: a4, margin: margins }
  const paper = new Document({
    ...{ title: printable(letter.title), creator: printable(letter.issuer) },
    styles: { default: { document: { run: body } } },
    sections: [{ properties: { page }, children: childrenOf(docx, letter) }],
  })
  return Packer.toBuffer(paper)
}
