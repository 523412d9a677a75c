import { rejectSheet } from './sheet-refusals'

/** UTF-8 with or without its mark, else GBK, as Excel in China saves it; null for what is no text. */
export const decodeText = (content: Uint8Array): string | null => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content)
      // Control letters are what tells a picture from a text.
      return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text
    } catch {
      // Not this one.
    }
  }
  return null
}

const separatorOf = (text: string) => {
  const [first = ''] = text.split(/\r?\n/, 1)
  return [',', '\t', ';'].reduce((best, mark) => (first.split(mark).length > first.split(best).length ? mark : best))
}

/**
 * Cells of a text whose rows are lines and whose cells stand between commas, tabs or semicolons; quoted cells may hold
 * them, and line breaks (RFC 4180).
 * @throws AppError SHEET_REJECTED where a quoted cell does not end
 */
export const readCsv = (text: string): string[][] => {
  const mark = separatorOf(text)
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${mark}\\r\\n][^${mark}\\r\\n]*)?)(${mark}|\\r?\\n|\\r|$)`, 'y')
  const rows: string[][] = [[]]
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const [, quoted, plain = '', end = ''] = cell.exec(text) ?? []
    if (cell.lastIndex === 0) throw rejectSheet(`第 ${rows.length} 行有没写完的引号，请改好后再上传。`, `at ${at}`)
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== mark && end !== '') rows.push([])
    if (end === mark && cell.lastIndex === text.length) rows.at(-1)?.push('')
  }
  return rows
}
