import { unzipSync } from 'fflate'
import { AppError } from 'types/app-error'
import { readSheet } from '../../../cloudfunctions/kit/sheet-read'
import { writeSheet, type SheetForm } from '../../../cloudfunctions/kit/sheet-write'

type Row = { name: string; idCard: string; hours: number; note?: string | null }

const form: SheetForm<Row> = {
  title: '安全生产志愿者[名册]',
  subtitle: '填报单位：某市总工会',
  columns: [
    { title: '序号', width: 6, cell: (_, index) => index + 1, align: 'center' },
    { title: '姓名', width: 12, cell: (row) => row.name },
    { title: '身份证号', width: 22, cell: (row) => row.idCard },
    { title: '服务小时', width: 10, cell: (row) => row.hours },
    { title: '备注', width: 30, cell: (row) => row.note },
  ],
  rows: [
    { name: '王小二', idCard: '990100199001310017', hours: 12.5, note: '第一行\n第二行' },
    { name: '=1+1', idCard: '990100199001310025', hours: NaN, note: '<b>&"' },
    { name: '李四', idCard: '', hours: 0 },
  ],
  footer: ['填表人：', '注：本表一式两份。'],
}
const columns = [
  { key: 'name', titles: ['姓名'] },
  { key: 'idCard', titles: ['身份证号'] },
  { key: 'hours', titles: ['服务小时'] },
  { key: 'note', titles: ['备注'] },
] as const
const partsOf = async (written: SheetForm<Row>) => {
  const parts = unzipSync(await writeSheet(written))
  const text = (name: string) => Buffer.from(parts[name] as Uint8Array).toString('utf8')
  return { sheet: text('xl/worksheets/sheet1.xml'), workbook: text('xl/workbook.xml'), styles: text('xl/styles.xml') }
}

test('what is written is read back, ID numbers and formulas as the text they are', async () => {
  const { headerRow, rows, faults } = await readSheet(await writeSheet(form), columns)
  expect([headerRow, faults]).toEqual([3, []])
  expect(rows.slice(0, 3).map(({ values }) => values)).toEqual([
    { name: '王小二', idCard: '990100199001310017', hours: '12.5', note: '第一行\n第二行' },
    { name: '=1+1', idCard: '990100199001310025', hours: 'NaN', note: '<b>&"' },
    { name: '李四', idCard: '', hours: '0', note: '' },
  ])
})

test('it looks like the paper form: merged title, borders, wrapping, frozen head, landscape A4 as wide as the page', async () => {
  const { sheet, workbook, styles } = await partsOf(form)
  expect(sheet).toContain('<mergeCell ref="A1:E1"')
  expect(sheet).toContain('<mergeCell ref="A2:E2"')
  expect(sheet).toContain('<mergeCell ref="A8:E8"')
  expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/)
  expect(sheet).toMatch(
    /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/,
  )
  expect(sheet.indexOf('<sheetPr>')).toBeLessThan(sheet.indexOf('<sheetViews>'))
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(sheet).not.toContain('<f>')
  expect(sheet.match(/<col /g)).toHaveLength(5)
  expect(styles).toContain('wrapText="1"')
  expect(styles).toMatch(/<left style="thin"/)
  expect(workbook).toContain('name="安全生产志愿者名册"')
  expect(workbook.match(/<definedNames/g)).toHaveLength(1)
  expect(sheet.match(/<pageSetup /g)).toHaveLength(1)
  expect(sheet.match(/<sheetPr/g)).toHaveLength(1)
  expect(workbook).toContain("'安全生产志愿者名册'!$1:$3")
})

test('portrait without a subtitle, without rows, with a title nobody can use as a sheet name', async () => {
  const { sheet, workbook } = await partsOf({
    ...form,
    title: '[:]',
    subtitle: undefined,
    rows: [],
    footer: [],
    orientation: 'portrait',
  })
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>')
  expect(sheet).not.toContain('landscape')
  expect(sheet).toMatch(/ySplit="2"/)
  expect(workbook).toContain('name="表1"')
})

test('more rows than a sheet may have is a sentence', async () => {
  const rows = Array.from({ length: 20_001 }, () => form.rows[0] as Row)
  const error: unknown = await writeSheet({ ...form, rows }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(AppError)
  expect(error).toMatchObject({ code: 'TOO_LARGE', message: '一次最多导出 20000 行，请缩小时间或单位范围后再导出。' })
})
