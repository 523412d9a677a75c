import { isCalendarDate } from './calendar'
import { deriveId, type Id } from './ids'
import * as z from './zod'

/** Category of a question → the label a person reads. */
export const questionCategories = {
  rights: '岗位权利',
  duties: '岗位责任',
  management: '单位责任',
  training: '培训持证',
  reporting: '隐患举报',
  electric: '用电动火',
  chemical: '危险物品',
  fire: '消防常识',
  evacuation: '疏散通道',
  emergency: '应急避险',
  'occupational-disease': '职业健康',
  union: '工会与我',
} as const

export type QuestionCategory = keyof typeof questionCategories

/** The laws the product's own bank is written over → the year of the text used. */
export const bankLaws = {
  安全生产法: '2021',
  工会法: '2021',
  职业病防治法: '2018',
  消防法: '2021',
  突发事件应对法: '2024',
} as const

export type BankLaw = keyof typeof bankLaws

const categoryKeys = Object.keys(questionCategories) as QuestionCategory[]
const lawKeys = Object.keys(bankLaws) as BankLaw[]

const base = {
  id: z.string().regex(/^[a-z]{3}-\d{3}$/),
  stem: z.string().min(8).max(120),
  /** Number of the article, e.g. 55 for 第五十五条. */
  article: z.int().min(1).max(200),
  /** 8–20 characters quoted exactly from that article. */
  phrase: z.string().min(8).max(20),
  /** One or two plain sentences: why the answer is right. */
  explain: z.string().min(12).max(120),
  category: z.enum(categoryKeys),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
}

const option = z.string().min(1).max(40)
const index = z.int().min(0).max(4)
const ascending = (answer: readonly number[]) => answer.every((n, i) => i === 0 || n > (answer[i - 1] ?? n))
const inRange = (q: { options: readonly string[]; answer: readonly number[] }) =>
  q.answer.every((n) => n < q.options.length)
const distinct = (options: readonly string[]) => new Set(options).size === options.length

const single = z
  .strictObject({
    ...base,
    kind: z.literal('single'),
    options: z.array(option).length(4).refine(distinct, '选项重复'),
    answer: z.array(index).length(1),
  })
  .refine(inRange, '答案超出选项范围')

const multiple = z
  .strictObject({
    ...base,
    kind: z.literal('multiple'),
    options: z.array(option).min(4).max(5).refine(distinct, '选项重复'),
    answer: z.array(index).min(2).max(5).refine(ascending, '答案须从小到大且不重复'),
  })
  .refine(inRange, '答案超出选项范围')

const judge = z.strictObject({
  ...base,
  kind: z.literal('judge'),
  options: z.array(option).length(0),
  /** [0] = 正确, [1] = 错误. */
  answer: z.array(z.int().min(0).max(1)).length(1),
})

/** One question; `answer` holds 0-based option indexes in ascending order. */
export const Question = z.union([single, multiple, judge])
export type Question = z.output<typeof Question>

/** One file of the bank: all questions over one law. */
export const QuestionFile = z
  .strictObject({
    law: z.enum(lawKeys),
    version: z.string().regex(/^\d{4}$/),
    /** First day in force of that text, `2021-09-01`. */
    from: z.string().refine(isCalendarDate),
    questions: z.array(Question).min(1),
  })
  .refine((file) => bankLaws[file.law] === file.version, '版本与法律不符')
export type QuestionFile = z.output<typeof QuestionFile>

const judgeOptions = ['正确', '错误']
const fits = ({ kind, options, answer }: { kind: string; options: readonly string[]; answer: readonly number[] }) => {
  if (!inRange({ options, answer }) || !ascending(answer)) return false
  if (kind === 'judge') return options.join() === judgeOptions.join() && answer.length === 1
  return kind === 'single' ? answer.length === 1 : answer.length >= 2
}

/**
 * A question of somebody's sheet: no larger and no stranger than what a paper and its result can show. The sentences
 * are for who sent the sheet.
 */
export const SheetQuestion = z
  .strictObject({
    kind: z.enum(['single', 'multiple', 'judge'], { error: '题型应是单选题、多选题或判断题' }),
    stem: z.string().min(4, '题目太短').max(300, '题目最多 300 个字'),
    options: z
      .array(z.string().min(1, '有一个选项是空的').max(100, '每个选项最多 100 个字'))
      .min(2, '选项少于两个，请用 ** 或换行隔开各选项')
      .max(8, '选项最多 8 个')
      .refine(distinct, '有两个选项相同'),
    answer: z.array(z.int()).min(1, '没有填答案'),
    explain: z.string().max(500, '解析最多 500 个字'),
    category: z.string().min(1, '分类是空的').max(30, '分类最多 30 个字'),
    /** 0 where the sheet names none. */
    article: z
      .int('条款应是 1 到 999 之间的数')
      .min(0, '条款应是 1 到 999 之间的数')
      .max(999, '条款应是 1 到 999 之间的数'),
  })
  .refine(fits, { error: '答案与题型或选项对不上', path: ['answer'] })
export type SheetQuestion = z.output<typeof SheetQuestion>

/** Full-width letters, digits, signs and blanks as their ordinary ones: for what a machine compares. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

/** Only letters, digits and blanks: a Chinese sentence keeps its own commas and question marks. */
export const plainWidth = (text: string): string =>
  text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u3000]/g, halfWidth)

/** A stem without its number in the sheet and without stray blanks. */
export const cleanStem = (cell: string): string =>
  plainWidth(cell)
    .replace(/^\s*\d{1,4}\s*[.、．)）]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The same question with other blanks, widths, punctuation or numbering has the same key. */
export const questionKey = (stem: string): Id =>
  deriveId('question', halfWidth(cleanStem(stem)).replace(/[\s\p{P}]/gu, ''))
