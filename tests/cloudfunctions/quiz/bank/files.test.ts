import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { startCloud, type Cloud } from '../../../support/cloud'
import { openBankDesk, type BankDesk } from '../../../support/factories/bank'
import { city, cityLines, orgEnv } from '../../../support/factories/org'
import { rawDocuments } from '../../../support/raw-documents'
import { seedFile } from '../../../support/seed-file'
import { readBank } from '../../../../cloudfunctions/quiz/bank/read-bank'
import { readCsv } from '../../../../cloudfunctions/kit/read-csv'
import { refusal, textRows, workbookParts, zip } from '../../kit/sheet-files'

const text = (content: string) => Buffer.from(content, 'utf8')
const titles = '题型,题目,选项,答案,解析,条款'

describe('a text of cells', () => {
  test.each([
    ['a,b\r\n1,2\r\n', [['a', 'b'], ['1', '2'], []]],
    [
      'a\tb\n"1\n2"\t3',
      [
        ['a', 'b'],
        ['1\n2', '3'],
      ],
    ],
    [
      'a;b\n"甲;乙";"他说""停"""',
      [
        ['a', 'b'],
        ['甲;乙', '他说"停"'],
      ],
    ],
    [
      'a,b\n,',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
  ])('%j', (content, rows) => {
    expect(readCsv(content)).toEqual(rows)
  })

  test('long digits stay digits; a quote that does not end is a sentence', async () => {
    const read = await readBank(text(`${titles}\n判断题,900101199003070019 是一个身份证号。,,对,,5\n`))
    expect(read.questions).toMatchObject([{ stem: '900101199003070019 是一个身份证号。', article: 5 }])
    expect(await refusal(() => readBank(text(`${titles}\n判断题,"没有写完,,对,,5\n`)))).toBe(
      '第 2 行有没写完的引号，请改好后再上传。',
    )
  })

  test('UTF-8 with its mark and GBK read alike', async () => {
    const line = Buffer.concat([Buffer.from('b3d6d6a4c9cfb8da', 'hex'), text(',"A.1**B.2",A\n')])
    const gbk = Buffer.concat([Buffer.from('cce2c4bf2cd1a1cfee2cb4f0b0b8', 'hex'), text('\n'), line])
    const utf = Buffer.concat([Buffer.from('efbbbf', 'hex'), text('题目,选项,答案\n持证上岗,"A.1**B.2",A\n')])
    const [one, two] = [await readBank(gbk), await readBank(utf)]
    expect(one.questions).toMatchObject([{ stem: '持证上岗', options: ['1', '2'], answer: [0] }])
    expect(two).toEqual(one)
  })
})

describe('a bank kept as JSON', () => {
  const question = { question: '发生火灾先做什么？', options: { A: '报警', B: '围观' }, answer: 'A', type: 'single' }

  test('is read whatever its lists are called; every entry is a question or an error', async () => {
    const bank = {
      single_choice: [question, { ...question, question: '一样的选项怎么选？', options: ['甲', '甲'] }],
      true_false: [{ question: '带电作业可以独自进行。', answer: false, type: 'truefalse' }, 'not a question', null],
      multi: [{ question: '哪些要持证？', options: ['电工', '焊工', '保安'], answer: ['A', 'B'], type: 'multiple' }],
      meta: { total: 6 },
    }
    const read = await readBank(text(JSON.stringify(bank)))
    expect(read.questions).toMatchObject([
      { row: 1, kind: 'single', options: ['报警', '围观'], answer: [0] },
      { row: 3, kind: 'judge', answer: [1] },
      { row: 6, kind: 'multiple', answer: [0, 1] },
    ])
    expect(read.errors.map(({ row, message }) => [row, message])).toEqual([
      [2, '有两个选项相同'],
      [4, '题目是空的'],
      [5, '题目是空的'],
    ])
    expect(read.questions.length + read.errors.length).toBe(read.read)
    expect((await readBank(text(JSON.stringify([question])))).questions).toHaveLength(1)
  })

  test.each([
    ['{"a": [', '文件内容不是能读的题库，请按模板另存为 .xlsx 后再上传。'],
    ['{"meta": {}}', '文件里没有题目，请检查后重新选择。'],
    ['[]', '文件里没有题目，请检查后重新选择。'],
    [`[${'1,'.repeat(20_000)}1]`, '表格超过 20000 行，请拆成几份上传；如果下面是空行，请把空行整行删除。'],
  ])('%.20s is one sentence', async (content, sentence) => {
    expect(await refusal(() => readBank(text(content)))).toBe(sentence)
  })
})

describe('files that are no bank', () => {
  let cloud: Cloud
  let desk: BankDesk
  beforeAll(async () => {
    cloud = await startCloud({ seed: seedFile(cityLines()), env: orgEnv })
    desk = openBankDesk(cloud)
  }, 60_000)
  afterAll(() => cloud.stop())
  const root = city.nodes.root._id

  const parts = () =>
    workbookParts(
      textRows([
        ['题目', '答案'],
        ['电工作业前应当断电。', '对'],
      ]),
    )
  const many = (rows: number) =>
    Array.from({ length: rows }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join('')
  const files: [string, () => Buffer, string][] = [
    [
      'macros',
      () => zip({ ...parts(), 'xl/vbaProject.bin': text('x') }),
      '表格里有宏，请另存为不带宏的 .xlsx 后再上传。',
    ],
    [
      'a hundred thousand rows',
      () => zip(workbookParts(many(100_000))),
      '表格超过 20000 行，请拆成几份上传；如果下面是空行，请把空行整行删除。',
    ],
    [
      'a bomb',
      () => zip({ ...parts(), 'xl/sharedStrings.xml': Buffer.alloc(60 * 1024 * 1024, 32) }),
      '表格内容太大（解开后超过 40 MB），请删去图片或拆成几份上传。',
    ],
    [
      'a picture',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      '这不是 Excel 表格，请上传 .xlsx 文件。',
    ],
    [
      'an old workbook',
      () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      '这是旧版 .xls 或设了密码的表格，请去掉密码并另存为 .xlsx 后再上传。',
    ],
    ['nothing', () => Buffer.alloc(0), '表格是空文件，请重新选择。'],
    [
      'no header',
      () =>
        zip(
          workbookParts(
            textRows([
              ['甲', '乙'],
              ['丙', '丁'],
            ]),
          ),
        ),
      '前 10 行里没有找到表头，应有“题目内容”、“题目答案”列，请按模板填写。',
    ],
    [
      'words',
      () => text('大家好，这里什么题目也没有。'),
      '前 10 行里没有找到表头，应有“题目内容”、“题目答案”列，请按模板填写。',
    ],
  ]

  test.each(files)('%s: one sentence, nothing kept', async (name, file, sentence) => {
    const fileId = await desk.upload(name, file(), 'wx-admin')
    await expect(desk.check(name, root, fileId, 'wx-admin')).rejects.toMatchObject({
      code: 'SHEET_REJECTED',
      message: sentence,
    })
    expect(await rawDocuments(cloud, 'question_imports')).toEqual([])
    expect(await rawDocuments(cloud, 'questions')).toEqual([])
  })

  test('digits a spreadsheet has rounded are an error of their row, the other rows are good', async () => {
    const rows = `${textRows([
      ['题目', '答案'],
      ['电工作业前应当断电。', '对'],
    ])}<row r="3"><c r="A3"><v>900101199003070080</v></c><c r="B3" t="inlineStr"><is><t>对</t></is></c></row>`
    const fileId = await desk.upload('digits', zip(workbookParts(rows)), 'wx-admin')
    const report = await desk.check('digits', root, fileId, 'wx-admin')
    expect(report).toMatchObject({ read: 2, good: 1, rejected: 1 })
    expect(report.errors[0]?.message).toContain('长数字被表格软件改成了近似值')
  })
})

const folder = path.resolve(__dirname, '../../../../../shared/data/questions')
const whereData = existsSync(folder) ? describe : describe.skip
if (!existsSync(folder)) console.warn('题库数据不在旁边，跳过真实题库的导入测试')

whereData('real banks through the function', () => {
  let cloud: Cloud
  let desk: BankDesk
  beforeAll(async () => {
    cloud = await startCloud({ seed: seedFile(cityLines()), env: orgEnv })
    desk = openBankDesk(cloud)
  }, 60_000)
  afterAll(() => cloud.stop())

  test.each([
    ['一般企业安全管理员.xlsx', 299, 299],
    ['省级叉车司机.xlsx', 499, 499],
    ['省级低压电工作业.xlsx', 734, 734],
    ['chemical-safety.json', 840, 840],
  ])(
    '%s: read, taken and rejected add up, nothing is lost',
    async (name, least, most) => {
      const root = city.nodes.root._id
      const fileId = await desk.upload(name, readFileSync(path.join(folder, name)), 'wx-admin')
      const report = await desk.check(name, root, fileId, 'wx-admin')
      const { read, good, duplicates, alike, rejected, errors } = report
      expect(good + duplicates + alike + rejected).toBe(read)
      expect(read).toBeGreaterThanOrEqual(least)
      expect(read).toBeLessThanOrEqual(most + 1)
      expect(errors).toHaveLength(rejected)
      expect(errors.every(({ message }) => /[一-鿿]/.test(message))).toBe(true)
      console.log(`${name}: 读到 ${read}，可导入 ${good}，已有 ${duplicates}，近似 ${alike}，有问题 ${rejected}`)
      expect(await desk.save(name, 'wx-admin')).toMatchObject({ state: 'saved', good })
      const saved = await rawDocuments(cloud, 'questions', { source: report.id })
      expect(saved).toHaveLength(good)
    },
    60_000,
  )
})
