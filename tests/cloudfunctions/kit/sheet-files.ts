import { zipSync, type Zippable } from 'fflate'
import { AppError } from 'types/app-error'

const text = (content: string) => Buffer.from(content, 'utf8')

const contentTypes = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`
const rootRels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const workbook = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets></workbook>`
const workbookRels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`
const styles = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** Parts of a minimal workbook; `rows` is the XML inside `<sheetData>`. */
export const workbookParts = (rows: string): Record<string, Buffer> => ({
  '[Content_Types].xml': text(contentTypes),
  '_rels/.rels': text(rootRels),
  'xl/workbook.xml': text(workbook),
  'xl/_rels/workbook.xml.rels': text(workbookRels),
  'xl/styles.xml': text(styles),
  'xl/worksheets/sheet1.xml': text(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  ),
})

export const zip = (parts: Zippable): Buffer => Buffer.from(zipSync(parts))

const escape = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** `<c>` with text. */
export const textCell = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`

/** Rows of texts from row 1 on, as another program might write them. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells, index) => {
      const written = cells.map((value, column) => textCell(`${String.fromCharCode(65 + column)}${index + 1}`, value))
      return `<row r="${index + 1}">${written.join('')}</row>`
    })
    .join('')

/** The sentence of a refusal, or what came back instead. */
export const refusal = async (run: () => unknown): Promise<string> => {
  try {
    await run()
  } catch (error) {
    if (error instanceof AppError && error.code === 'SHEET_REJECTED') return error.message
    throw error
  }
  return 'accepted'
}
