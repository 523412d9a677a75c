import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { MarkedQuestion } from 'types/quiz-play'
import { readSheet } from '../../../../cloudfunctions/kit/sheet-read'
import { questionColumns, type ColumnKey } from '../../../../cloudfunctions/quiz/bank/import-columns'
import { parseQuestionRows, splitOptions } from '../../../../cloudfunctions/quiz/bank/import-rows'

const blank = Object.fromEntries(questionColumns.map(({ key }) => [key, ''])) as Record<ColumnKey, string>
const keys = ['kind', 'stem', 'packed', 'answer', 'explain', 'article', 'category'] as const
const toRow = (cells: string[], index: number) => ({
  row: index + 2,
  values: { ...blank, ...Object.fromEntries(keys.map((key, at) => [key, cells[at] ?? ''])) },
})
const parse = (...rows: string[][]) => parseQuestionRows({ rows: rows.map(toRow), faults: [] })

describe('rows of a question sheet', () => {
  test.each([
    ['**A.甲**B.乙**C.丙', ['甲', '乙', '丙']],
    ['A.甲##B.乙', ['甲', '乙']],
    ['**A：正确**B：不正确', ['正确', '不正确']],
    ['A.甲\nB.乙', ['甲', '乙']],
    ['A.甲 B.乙 C.丙', ['甲', '乙', '丙']],
  ])('options of %j', (cell, options) => {
    expect(splitOptions(cell)).toEqual(options)
  })

  test('a good row becomes a question whatever the widths, blanks and numbering', () => {
    const sheet = parse(['单选题', '12．发生火灾应当先做什么？', '**A:报警**Ｂ：撤离', ' Ｂ '])
    expect(sheet.errors).toEqual([])
    expect(sheet.questions[0]).toMatchObject({
      row: 2,
      kind: 'single',
      stem: '发生火灾应当先做什么？',
      options: ['报警', '撤离'],
      answer: [1],
    })
  })

  test('a judgement needs neither its kind nor its options', () => {
    expect(parse(['', '电工作业前应当断电。', '', '×']).questions).toMatchObject([{ kind: 'judge', answer: [1] }])
  })

  test('a Chinese sentence keeps its own marks', () => {
    expect(
      parse(['单选题', '发生火灾时，应当怎样做？', '**A：先报警，再撤离；**B：围观', 'A']).questions,
    ).toMatchObject([{ stem: '发生火灾时，应当怎样做？', options: ['先报警，再撤离；', '围观'] }])
  })

  test.each([
    [['单选题', '', '**A.甲**B.乙', 'A'], '题目是空的'],
    [['单选题', '一道好题目吗', '**A.甲**B.乙', ''], '没有填答案'],
    [['单选题', '一道好题目吗', '**A.甲**B.乙', 'C'], '答案 C 没有对应的选项'],
    [['单选题', '一道好题目吗', '**A.甲**B.乙', 'AB'], '只能有一个正确答案'],
    [['多选题', '一道好题目吗', '**A.甲**B.乙', 'A'], '多选题至少有两个正确答案'],
    [['填空题', '一道好题目吗', '**A.甲**B.乙', 'A'], '题型「填空题」不认识，应是单选题、多选题或判断题'],
    [['单选题', '一道好题目吗', '甲乙丙', 'A'], '选项少于两个，请用 ** 或换行隔开各选项'],
    [['单选题', '一道好题目吗', '**A.甲**B.甲', 'A'], '有两个选项相同'],
    [['单选题', '一道好题目吗', '**A.停止作业**B.停止 作业**C.报告', 'A'], '有两个选项相同'],
    [['constructor', '一道好题目吗', '**A.甲**B.乙', 'A'], '题型「constructor」不认识，应是单选题、多选题或判断题'],
    [['__proto__', '一道好题目吗', '**A.甲**B.乙', 'A'], '题型「__proto__」不认识，应是单选题、多选题或判断题'],
    [['判断题', '一道好题目吗', '', 'constructor'], '答案「constructor」看不懂，应是选项字母'],
    [['判断题', '一道好题目吗', '**A.需要**B.不需要', 'A'], '判断题应有正确、错误两个选项'],
    [['判断题', '一道好题目吗', '**A.对**B.正确', 'A'], '判断题应有正确、错误两个选项'],
    [['单选题', '长'.repeat(301), '**A.甲**B.乙', 'A'], '题目最多 300 个字'],
    [['单选题', '长'.repeat(3000), '**A.甲**B.乙', 'A'], '文字太长，请缩短'],
    [['单选题', '一道好题目吗', `**A.甲**B.${'乙'.repeat(101)}`, 'A'], '每个选项最多 100 个字'],
    [['单选题', '一道好题目吗', [...'甲乙丙丁戊己庚辛壬'].join('**'), 'A'], '选项最多 8 个'],
    [['单选题', '一道好题目吗', '**A.甲**B.乙', 'A', '因'.repeat(501)], '解析最多 500 个字'],
    [['单选题', '一道好题目吗', '**A.甲**B.乙', 'A', '', '第99999999999999999999条'], '条款应是 1 到 999 之间的数'],
    [['单选题', '一道好题目吗', '**A.甲**B.乙', 'A', '', '0'], '条款应是 1 到 999 之间的数'],
    [['单选题', '一道好题目吗', '**A.甲**B.乙', 'A', '', '5', '类'.repeat(31)], '分类最多 30 个字'],
    [['长'.repeat(1000), '一道好题目吗', '**A.甲**B.乙', 'A'], expect.stringMatching(/^题型「长+…」不认识/)],
  ])('%j is an error of its row', (row, message) => {
    const sheet = parse(['判断题', '电工作业前应当断电。', '', '对'], row)
    expect(sheet.questions).toHaveLength(1)
    expect(sheet.errors).toEqual([expect.objectContaining({ row: 3, message })])
  })

  test('the same question with other blanks is refused at its second place', () => {
    const sheet = parse(['判断题', '1.电工作业前应当断电。', '', '对'], ['判断题', '7、电工作业前 应当断电', '', '错'])
    expect(sheet.errors).toEqual([{ row: 3, column: '题目', message: '与第 2 行是同一道题' }])
  })

  test('a judgement whose sheet writes 错误 first keeps its meaning', () => {
    expect(parse(['判断题', '带电作业可以独自进行。', '**A.错误**B.正确', 'A']).questions[0]).toMatchObject({
      options: ['正确', '错误'],
      answer: [1],
    })
  })

  test('one column an option is read as well', () => {
    const values = { ...blank, stem: '电气火灾先做什么？', A: '断电', B: '泼水', answer: 'A' }
    expect(parseQuestionRows({ rows: [{ row: 2, values }], faults: [] }).questions[0]).toMatchObject({
      kind: 'single',
      options: ['断电', '泼水'],
      answer: [0],
    })
    const gap = { ...values, B: '', C: '泼水', answer: 'C' }
    expect(parseQuestionRows({ rows: [{ row: 2, values: gap }], faults: [] }).errors).toMatchObject([
      { message: '有一个选项是空的' },
    ])
  })

  test('what is read passes everything a paper and its result are parsed by', () => {
    const row = ['多选题', '哪些做法是对的？', '**A.甲**B.乙**C.丙', 'AC', '因为如此', '第 55 条第 2 款', '']
    const [question] = parse(row).questions
    expect(question).toMatchObject({ article: 55, category: 'imported', answer: [0, 2] })
    const item = { ...question, no: 1, chosen: [], key: question?.answer, right: false, law: 'x', lawVersion: 'x' }
    expect(MarkedQuestion.safeParse({ ...item, phrase: '' }).success).toBe(true)
  })
})

const folder = path.resolve(__dirname, '../../../../../shared/data/questions')
const whereData = existsSync(folder) ? describe : describe.skip
if (!existsSync(folder)) console.warn('题库数据不在旁边，跳过真实题库的读取测试')

whereData('real banks', () => {
  test.each([
    ['一般企业安全管理员.xlsx', 299],
    ['省级叉车司机.xlsx', 499],
    ['省级低压电工作业.xlsx', 734],
  ])('%s: every row is a question or an error, none is lost', async (name, rows) => {
    const sheet = parseQuestionRows(await readSheet(readFileSync(path.join(folder, name)), questionColumns))
    expect(sheet.questions.length + sheet.errors.length).toBe(sheet.read)
    expect(sheet.read).toBeGreaterThanOrEqual(rows)
    expect(sheet.questions.length / sheet.read).toBeGreaterThan(0.9)
    expect(sheet.questions.every(({ answer, options }) => answer.every((index) => index < options.length))).toBe(true)
  })
})
