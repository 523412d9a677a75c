import { inflateRawSync } from 'node:zlib'
import {
  brokenSheet,
  fileTooLarge,
  rejectSheet,
  sheetLimits,
  spareRows,
  tooLarge,
  tooManyColumns,
  tooManyRows,
} from './sheet-refusals'
import { attributeOf, tagsOf } from './sheet-tags'

type Part = { name: string; encrypted: boolean; method: number; packed: number; unpacked: number; offset: number }

const signature = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 }
const endLength = 22
const centralLength = 46
const localLength = 30

const findEnd = (file: Buffer): number => {
  for (let at = file.length - endLength; at >= Math.max(0, file.length - endLength - 65_535); at--) {
    if (file.readUInt32LE(at) === signature.end) return at
  }
  throw brokenSheet('no end of central directory')
}

const partAt = (file: Buffer, at: number): { part: Part; next: number } => {
  if (at + centralLength > file.length || file.readUInt32LE(at) !== signature.central)
    throw brokenSheet('central directory')
  const nameEnd = at + centralLength + file.readUInt16LE(at + 28)
  return {
    part: {
      name: file.toString('utf8', at + centralLength, nameEnd).replaceAll('\\', '/'),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    },
    next: nameEnd + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  }
}

/** The table of contents at the end of the zip; its figures are claims until `unpackPart` has counted. */
const readDirectory = (file: Buffer): Part[] => {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  if (count > sheetLimits.parts) throw tooLarge(`${count} parts`)
  const parts: Part[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    const { part, next } = partAt(file, at)
    parts.push(part)
    at = next
  }
  return parts
}

const isTooLarge = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

const unpackPart = (file: Buffer, part: Part, room: number): Buffer => {
  if (part.offset + localLength > file.length || file.readUInt32LE(part.offset) !== signature.local)
    throw brokenSheet(part.name)
  const start = part.offset + localLength + file.readUInt16LE(part.offset + 26) + file.readUInt16LE(part.offset + 28)
  const packed = file.subarray(start, start + part.packed)
  if (packed.length !== part.packed || ![0, 8].includes(part.method))
    throw brokenSheet(`${part.name} method ${part.method}`)
  if (packed.length > room) throw tooLarge(part.name)
  if (part.method === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    throw isTooLarge(error) ? tooLarge(part.name) : brokenSheet(part.name)
  }
}

const checkKind = (file: Buffer): void => {
  if (file.length === 0) throw rejectSheet('表格是空文件，请重新选择。')
  if (file.length > sheetLimits.fileBytes) throw fileTooLarge()
  if (file.toString('hex', 0, 4) === 'd0cf11e0')
    throw rejectSheet('这是旧版 .xls 或设了密码的表格，请去掉密码并另存为 .xlsx 后再上传。')
  if (file.length < endLength || file.toString('latin1', 0, 2) !== 'PK')
    throw rejectSheet('这不是 Excel 表格，请上传 .xlsx 文件。')
}

const checkParts = (parts: readonly Part[]): void => {
  const names = parts.map((part) => part.name.toLowerCase())
  if (parts.some((part) => part.encrypted)) throw rejectSheet('表格设了密码，请去掉密码后再上传。')
  if (names.some((name) => name.endsWith('vbaproject.bin')))
    throw rejectSheet('表格里有宏，请另存为不带宏的 .xlsx 后再上传。')
  if (names.includes('xl/workbook.bin')) throw rejectSheet('这是二进制的 .xlsb 表格，请另存为 .xlsx 后再上传。')
  if (!names.includes('xl/workbook.xml')) throw rejectSheet('这不是 Excel 表格，请上传 .xlsx 文件。')
  if (parts.reduce((sum, part) => sum + part.unpacked, 0) > sheetLimits.unpackedBytes) throw tooLarge('claimed sizes')
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const checkAddress = (address: string): void => {
  const [, letters, row] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? []
  if (letters === undefined || row === undefined) throw brokenSheet('cell address')
  if (Number(row) > sheetLimits.rows + spareRows) throw tooManyRows()
  if (columnNumber(letters) > sheetLimits.columns) throw tooManyColumns()
}

/** One cell far away would make the reader fill everything before it: addresses are checked before it starts. */
const checkTags = (xml: string): void => {
  let [rows, cells] = [0, 0]
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'c' && tag.name !== 'row') continue
    // Without an address a row or cell is the next one.
    if (tag.name === 'row') [rows, cells] = [rows + 1, 0]
    else cells += 1
    if (rows > sheetLimits.rows + spareRows) throw tooManyRows()
    if (cells > sheetLimits.columns) throw tooManyColumns()
    const address = attributeOf(xml, tag, 'r')
    if (address) checkAddress(address.text)
  }
}

const checkXml = (name: string, content: Buffer): void => {
  const xml = content.toString('utf8')
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) throw brokenSheet(`${name} declares entities`)
  if (name === '[Content_Types].xml' && /macroEnabled/i.test(xml)) {
    throw rejectSheet('表格里有宏，请另存为不带宏的 .xlsx 后再上传。')
  }
  checkTags(xml)
}

/**
 * The text parts of an .xlsx by name, unpacked under a counted limit and checked: no macros, no password, no entities,
 * no cell beyond the row and column limits. Pictures and other binary parts are left packed.
 * @throws AppError SHEET_REJECTED with one sentence for the person
 */
export const unpackWorkbook = (bytes: Uint8Array): Map<string, Buffer> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  checkKind(file)
  const parts = readDirectory(file)
  checkParts(parts)
  const contents = new Map<string, Buffer>()
  let room = sheetLimits.unpackedBytes
  for (const part of parts.filter(({ name }) => /\.(xml|rels)$/i.test(name))) {
    const content = unpackPart(file, part, room)
    room -= content.length
    contents.set(part.name, content)
  }
  for (const [name, content] of contents) checkXml(name, content)
  return contents
}
