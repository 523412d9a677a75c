import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { columnLetter, readSheet } from '../../../cloudfunctions/kit/sheet-read'
import { refusal, textCell, textRows, workbookParts, zip } from './sheet-files'

const columns = [
  { key: 'name', titles: ['姓名', '名字'] },
  { key: 'idCard', titles: ['身份证号'] },
  { key: 'note', titles: ['备注'], optional: true },
] as const
const sheet = (rows: string) => zip(workbookParts(rows))
const head = (row: number) =>
  `<row r="${row}">${textCell(`A${row}`, '姓名')}${textCell(`B${row}`, '身份证号')}${textCell(`C${row}`, '备注')}</row>`
const cellRow = (cells: string) => `<row r="2">${cells}</row>`
const second = async (cells: string) => readSheet(sheet(head(1) + cellRow(textCell('A2', '王小二') + cells)), columns)

describe('the header', () => {
  test('is found by its titles, under a form title, in any order, with width, brackets and stars forgiven', async () => {
    const file = sheet(
      textRows([
        ['安全生产志愿者名册'],
        ['填报单位：某工会'],
        [' 身份证号 （18位）', '*名 字'],
        ['990100199001310017', '王小二'],
      ]),
    )
    expect(await readSheet(file, columns)).toEqual({
      headerRow: 3,
      letters: { name: 'B', idCard: 'A', note: '' },
      rows: [{ row: 4, values: { name: '王小二', idCard: '990100199001310017', note: '' } }],
      faults: [],
    })
  })
  test.each([
    [
      [
        ['姓名', '电话'],
        ['王小二', '1'],
      ],
      '第 1 行的表头缺少“身份证号”列，请按模板补上。',
    ],
    [[['王小二', '1']], '前 10 行里没有找到表头，应有“姓名”、“身份证号”列，请按模板填写。'],
    [[['姓名', '名字', '身份证号']], '第 1 行的表头里“姓名”出现了 2 次，请只留一列。'],
  ])('%j is refused with what is missing', async (rows, words) => {
    expect(await refusal(() => readSheet(sheet(textRows(rows)), columns))).toBe(words)
  })
  test('an empty sheet has none', async () => {
    expect(await refusal(() => readSheet(sheet(''), columns))).toContain('没有找到表头')
  })
})

describe('cells', () => {
  test('keep every blank somebody typed, and empty rows are passed over without shifting the numbers', async () => {
    const rows =
      head(1) +
      `<row r="3">${textCell('A3', ' 王小二 ')}${textCell('C3', '第一行\n第二行')}</row><row r="6">${textCell('A6', '李四')}</row>`
    const { rows: read } = await readSheet(sheet(rows), columns)
    expect(read).toEqual([
      { row: 3, values: { name: ' 王小二 ', idCard: '', note: '第一行\n第二行' } },
      { row: 6, values: { name: '李四', idCard: '', note: '' } },
    ])
  })
  test.each(['1.1010519900307E+17', '990100199001310000', '1.2345678901234568E+17', '1E15'])(
    'a long number that lost its digits (%s) is reported with row and column',
    async (digits) => {
      const { faults } = await second(`<c r="B2"><v>${digits}</v></c>`)
      expect(faults).toEqual([
        {
          row: 2,
          column: 'B',
          message: '第 2 行 B 列（身份证号）：长数字被表格软件改成了近似值，请把这一列设为“文本”格式后重新填写。',
        },
      ])
    },
  )
  test.each([
    ['990100199001310017', '990100199001310017'],
    ['13800001234', '13800001234'],
    ['0.30000000000000004', '0.3'],
    ['1.5E2', '150'],
    ['-12', '-12'],
  ])('the number %s reads %s', async (digits, text) => {
    const { rows, faults } = await second(`<c r="B2"><v>${digits}</v></c>`)
    expect([rows[0]?.values.idCard, faults]).toEqual([text, []])
  })
  test.each(['#N/A', '#DIV/0!', '#REF!'])('the formula error %s is reported, not swallowed', async (value) => {
    const { rows, faults } = await second(`<c r="B2" t="e"><f>1/0</f><v>${value}</v></c>`)
    expect(rows[0]?.values.idCard).toBe('')
    expect(faults.map(({ message }) => message)).toEqual([
      `第 2 行 B 列（身份证号）：公式出错，显示为 ${value}，请改成具体内容。`,
    ])
  })
  test('a formula gives its last result, a tick its word, a date its day', async () => {
    const { rows } = await second(`<c r="B2" t="str"><f>A2&amp;"x"</f><v>王小二x</v></c><c r="C2" t="b"><v>1</v></c>`)
    expect(rows[0]?.values).toEqual({ name: '王小二', idCard: '王小二x', note: 'TRUE' })
    const dates = await second('<c r="B2" s="1"><v>46081</v></c><c r="C2" s="2"><v>46081.5</v></c>')
    expect(dates.rows[0]?.values).toEqual({ name: '王小二', idCard: '2026-02-28', note: '2026-02-28 12:00' })
  })
})

test('20,000 rows are read, one more is refused', async () => {
  const rows = (count: number) => [
    ['姓名', '身份证号'],
    ...Array.from({ length: count }, (_, index) => [`人员${index}`, 'x']),
  ]
  const { rows: read } = await readSheet(sheet(textRows(rows(20_000))), columns)
  expect(read).toHaveLength(20_000)
  expect(read.at(-1)).toEqual({ row: 20_001, values: { name: '人员19999', idCard: 'x', note: '' } })
  expect(await refusal(() => readSheet(sheet(textRows(rows(20_001))), columns))).toContain('表格超过 20000 行')
})
test('XML the reader chokes on is a sentence', async () => {
  const bad = sheet(head(1) + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>')
  expect(await refusal(() => readSheet(bad, columns))).toBe(
    '表格内容无法读取，请用 Excel 或 WPS 重新保存为 .xlsx 后再上传。',
  )
})
test('column letters go on after Z', () => {
  expect([0, 25, 26, 51, 52, 99].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'CV'])
})

const folder = path.resolve(__dirname, '../../../../shared/data/questions')
const banks = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xlsx')) : []
if (banks.length === 0) console.warn(`question banks of ${folder} are absent: their test is skipped`)
;(banks.length > 0 ? test : test.skip)('real banks lose no row and no stray blank', async () => {
  const bankColumns = [
    { key: 'kind', titles: ['试题类型'] },
    { key: 'stem', titles: ['题目内容'] },
    { key: 'options', titles: ['题目选项'] },
    { key: 'answer', titles: ['题目答案'] },
  ] as const
  const read = await Promise.all(banks.map((name) => readSheet(readFileSync(path.join(folder, name)), bankColumns)))
  expect(read.map(({ rows }) => rows.length).sort((a, b) => a - b)).toEqual([299, 499, 734])
  expect(read.flatMap(({ faults }) => faults)).toEqual([])
  const answers = read.flatMap(({ rows }) => rows.map(({ values }) => values.answer))
  expect(answers.filter((answer) => answer !== answer.trim())).toHaveLength(64)
})
