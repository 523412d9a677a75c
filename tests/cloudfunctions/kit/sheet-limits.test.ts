import fc from 'fast-check'
import { unpackWorkbook } from '../../../cloudfunctions/kit/sheet-limits'
import { sheetLimits } from '../../../cloudfunctions/kit/sheet-refusals'
import { refusal, textCell, textRows, workbookParts, zip } from './sheet-files'

const good = workbookParts(textRows([['姓名'], ['王小二']]))
const sentence = (file: Buffer) => refusal(() => unpackWorkbook(file))
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 0x20)

/** Changes a field of the central directory entry of a part. */
const forge = (file: Buffer, name: string, at: number, value: number) => {
  const copy = Buffer.from(file)
  const position = copy.lastIndexOf(name) - 46
  expect(copy.readUInt32LE(position)).toBe(0x02014b50)
  copy.writeUInt32LE(value, position + at)
  return copy
}

test('a plain workbook gives its text parts; pictures stay packed', async () => {
  const parts = unpackWorkbook(zip({ ...good, 'xl/media/image1.png': Buffer.from('png') }))
  expect([...parts.keys()].sort()).toEqual(Object.keys(good).sort())
  expect(parts.get('xl/workbook.xml')).toEqual(good['xl/workbook.xml'])
})

describe('another kind of file', () => {
  test.each([
    ['', '表格是空文件，请重新选择。'],
    ['姓名,电话\n王小二,1', '这不是 Excel 表格，请上传 .xlsx 文件。'],
    ['PK', '这不是 Excel 表格，请上传 .xlsx 文件。'],
  ])('%p', async (text, expected) => expect(await sentence(Buffer.from(text))).toBe(expected))
  test('old .xls and password-protected files', async () => {
    const file = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    expect(await sentence(file)).toBe('这是旧版 .xls 或设了密码的表格，请去掉密码并另存为 .xlsx 后再上传。')
  })
  test('a Word document, a binary workbook, an archive', async () => {
    expect(await sentence(zip({ 'word/document.xml': Buffer.from('<w/>') }))).toBe(
      '这不是 Excel 表格，请上传 .xlsx 文件。',
    )
    expect(await sentence(zip({ 'xl/workbook.bin': Buffer.from('x') }))).toContain('.xlsb')
  })
  test('macros, by their part or by the content type', async () => {
    expect(await sentence(zip({ ...good, 'xl/vbaProject.bin': Buffer.from('x') }))).toContain('表格里有宏')
    const types = String(good['[Content_Types].xml']).replace(
      'spreadsheetml.sheet.main',
      'ms-excel.sheet.macroEnabled.main',
    )
    expect(await sentence(zip({ ...good, '[Content_Types].xml': Buffer.from(types) }))).toContain('表格里有宏')
  })
  test('an encrypted part', async () => {
    const file = zip(good)
    const position = file.lastIndexOf('xl/styles.xml') - 46
    file.writeUInt16LE(1, position + 8)
    expect(await sentence(file)).toBe('表格设了密码，请去掉密码后再上传。')
  })
})

describe('too large', () => {
  test('as a file', async () => {
    expect(await sentence(Buffer.alloc(sheetLimits.fileBytes + 1))).toBe(
      '表格文件超过 10 MB，请删去图片或拆成几份上传。',
    )
  })
  test('by what it claims to unpack to', async () => {
    const bomb = zip({ ...good, 'xl/worksheets/sheet2.xml': megabytes(60) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await sentence(bomb)).toContain('解开后超过 40 MB')
  })
  test('by what it really unpacks to, whatever it claims', async () => {
    const bomb = forge(zip({ ...good, 'xl/worksheets/sheet2.xml': megabytes(60) }), 'xl/worksheets/sheet2.xml', 24, 100)
    const before = process.memoryUsage().arrayBuffers
    expect(await sentence(bomb)).toContain('解开后超过 40 MB')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024)
  })
  test('by many parts that are each small enough', async () => {
    const file = zip({ ...good, 'a.xml': megabytes(15), 'b.xml': megabytes(15), 'c.xml': megabytes(15) })
    const lying = ['a.xml', 'b.xml', 'c.xml'].reduce((forged, name) => forge(forged, name, 24, 1), file)
    expect(await sentence(lying)).toContain('解开后超过 40 MB')
  })
  test('by the number of parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`p${index}.xml`, Buffer.from('<p/>')]))
    expect(await sentence(zip({ ...good, ...parts }))).toContain('内容太大')
  })
  test('by a single cell far down or far right', async () => {
    const at = (address: string) => sentence(zip(workbookParts(`<row>${textCell(address, 'x')}</row>`)))
    expect(await at('A1048576')).toBe('表格超过 20000 行，请拆成几份上传；如果下面是空行，请把空行整行删除。')
    expect(await at('XFD1')).toBe('表格超过 100 列，请删除多余的列后再上传。')
    expect(await at('CV20000')).toBe('accepted')
    expect(await sentence(zip(workbookParts('<row r="1048576"></row>')))).toContain('20000 行')
    expect(await sentence(zip(workbookParts("<row r='1048576'></row>")))).toContain('20000 行')
  })
  test('by a cell far away whose address stands behind something else', async () => {
    const cell = (attributes: string) => sentence(zip(workbookParts(`<row><c ${attributes}><v>1</v></c></row>`)))
    expect(await cell('x=">" r="XFD1"')).toContain('100 列')
    expect(await cell(`x=' r="A1"' r="XFD1"`)).toContain('100 列')
    expect(await cell(`x="'" r="XFD1"`)).toContain('100 列')
    expect(await sentence(zip(workbookParts('<row><ä:c r="XFD1"/></row>')))).toContain('100 列')
  })
  test('by rows and cells that name no address', async () => {
    expect(await sentence(zip(workbookParts('<row/>'.repeat(30_000))))).toContain('20000 行')
    expect(await sentence(zip(workbookParts(`<row>${'<c/>'.repeat(101)}</row>`)))).toContain('100 列')
  })
  test('by one text, one comment, one tag or one name', async () => {
    const long = 'x'.repeat(2_000_000)
    expect(await sentence(zip(workbookParts(`<row><c><is><t>${long}</t></is></c></row>`)))).toBe(
      '表格里有一格的文字太长，请缩短后再上传。',
    )
    for (const rows of [`<!--${long}-->`, `<z a="${long}"/>`, `<${long}/>`])
      expect(await sentence(zip(workbookParts(rows)))).toContain('已损坏')
  })
})

describe('broken', () => {
  const words = '表格文件已损坏，请用 Excel 或 WPS 重新保存为 .xlsx 后再上传。'
  test('a file cut anywhere is refused, never a crash', async () => {
    const file = zip(good)
    for (let length = 22; length < file.length; length += 7)
      expect(await sentence(file.subarray(0, length))).toBe(words)
  })
  test('a flipped byte is refused or harmless, never a crash', async () => {
    const file = zip(good)
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const copy = Buffer.from(file)
        copy[at] = (copy[at] as number) ^ mask
        expect(await sentence(copy)).toMatch(/^accepted$|。$/)
      }),
      { numRuns: 500 },
    )
  })
  test.each([
    ['cells', '<c '],
    ['cells with attributes', `<c ${' x'.repeat(50)}`],
    ['error cells', `<c t="e" ${' x'.repeat(50)}`],
    ['values', '<v '],
    ['quotes', '<c r="'],
  ])('two megabytes of %s that never end', async (_name, piece) => {
    const xml = `<worksheet><sheetData> t="e"${piece.repeat(2_000_000 / piece.length)}`
    expect(await sentence(zip({ ...good, 'xl/worksheets/sheet1.xml': Buffer.from(xml) }))).toBe(words)
  })
  test('attributes that cannot be told apart', async () => {
    for (const attributes of ['r=A1', 'r="A1"x', 'r', 'r = "A1"', 'r="A1" =', 'a"b" r="A1"'])
      expect(await sentence(zip(workbookParts(`<row><c ${attributes}><v>1</v></c></row>`)))).toBe(words)
  })
  test('entities and unreadable addresses', async () => {
    const xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'
    expect(await sentence(zip({ ...good, 'xl/worksheets/sheet1.xml': Buffer.from(xml) }))).toBe(words)
    expect(await sentence(zip(workbookParts('<row><c r="&#65;1"><v>1</v></c></row>')))).toBe(words)
  })
})
