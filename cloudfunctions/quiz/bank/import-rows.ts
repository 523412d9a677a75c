import { cleanStem, halfWidth, plainWidth, questionKey, SheetQuestion } from 'types/bank'
import { clip } from 'types/text'
import type { SheetContent, SheetRow } from '../../kit/sheet-read'
import { optionLetters, questionColumns, type ColumnKey } from './import-columns'
import type { Kind } from '../documents'

export type RowError = { row: number; column: string | null; message: string }
export type Parsed = SheetQuestion & { row: number; key: string }
export type ParsedSheet = { read: number; questions: Parsed[]; errors: RowError[] }

type Row = SheetRow<ColumnKey>

// Maps, so that a word a prototype has is no word of ours.
const kinds = new Map<string, Kind>([
  ['单选题', 'single'],
  ['单选', 'single'],
  ['多选题', 'multiple'],
  ['多选', 'multiple'],
  ['判断题', 'judge'],
  ['判断', 'judge'],
  ['是非题', 'judge'],
  ['是非', 'judge'],
])
const judgeWords = new Map<string, number>([
  ...['正确', '对', '√', '是', 'T'].map((word) => [word, 0] as const),
  ...['错误', '不正确', '错', '×', 'X', '否', 'F'].map((word) => [word, 1] as const),
])

const letterMark = /^\s*([A-Ha-h])\s*[.．:：、。）)]?\s*/

/** `**A.甲**B:乙`, `A.甲##B.乙`, lines, or nothing between them but the next letter. */
export const splitOptions = (cell: string): string[] => {
  const text = plainWidth(cell).trim()
  const byMark = text.split(/\*\*|＊＊|##|＃＃|\r?\n|[|｜]/).filter((part) => part.trim() !== '')
  const parts =
    byMark.length > 1 ? byMark : text.split(/(?=\b[A-H]\s*[.．:：、)）])/).filter((part) => part.trim() !== '')
  return parts.map((part) => part.replace(letterMark, '').trim())
}

/** One column an option: a gap in between keeps its place, or the letters would mean others. */
const optionColumns = (values: Row['values']) => {
  const cells = optionLetters.map((letter) => plainWidth(values[letter]).trim())
  while (cells.at(-1) === '') cells.pop()
  return cells
}

const readOptions = (values: Row['values']) =>
  values.packed.trim() === '' ? optionColumns(values) : splitOptions(values.packed)

// A sheet may write 错误 before 正确; on our papers 正确 is always first.
const judged = (picked: number[], options: readonly string[]) =>
  picked.map((index) => judgeWords.get(options[index] ?? '') ?? index)

/** What stands in a cell, as far as a sentence has room for it. */
const shown = (cell: string) => clip(cell.trim(), 20)

const readAnswer = (cell: string, kind: Kind, options: readonly string[]): number[] | string => {
  const text = halfWidth(cell).replace(/[\s,、;]/g, '')
  if (text === '') return '没有填答案'
  const word = kind === 'judge' ? judgeWords.get(text.toUpperCase()) : undefined
  if (word !== undefined) return [word]
  if (!/^[A-Ha-h]+$/.test(text)) return `答案「${shown(cell)}」看不懂，应是选项字母`
  const picked = [...new Set([...text.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65))].sort((a, b) => a - b)
  const beyond = picked.find((index) => index >= (kind === 'judge' ? 2 : options.length))
  if (beyond !== undefined) return `答案 ${String.fromCharCode(65 + beyond)} 没有对应的选项`
  if (kind !== 'multiple' && picked.length > 1) return '只能有一个正确答案'
  if (kind === 'multiple' && picked.length < 2) return '多选题至少有两个正确答案'
  return kind === 'judge' ? judged(picked, options) : picked
}

const guessKind = (options: readonly string[], answer: string): Kind => {
  if (options.length === 0 && judgeWords.has(halfWidth(answer).trim().toUpperCase())) return 'judge'
  if (options.length === 2 && options.every((option) => judgeWords.has(option))) return 'judge'
  return halfWidth(answer).replace(/[^A-Ha-h]/g, '').length > 1 ? 'multiple' : 'single'
}

const readKind = (word: string, options: readonly string[], answer: string): Kind | null =>
  word === '' ? guessKind(options, answer) : (kinds.get(halfWidth(word)) ?? null)

const checkOptions = (kind: Kind, options: readonly string[]): string | null => {
  const judges = new Set(options.map((option) => judgeWords.get(option)))
  if (kind === 'judge' && options.length > 0 && !(options.length === 2 && judges.has(0) && judges.has(1)))
    return '判断题应有正确、错误两个选项'
  if (kind !== 'judge' && options.length < 2) return '选项少于两个，请用 ** 或换行隔开各选项'
  if (options.some((option) => option === '')) return '有一个选项是空的'
  // What differs in blanks alone looks the same on the phone.
  return new Set(options.map((option) => option.replace(/\s/g, ''))).size === options.length ? null : '有两个选项相同'
}

const columnOf = new Map<PropertyKey | undefined, string>([
  ['kind', '题型'],
  ['stem', '题目'],
  ['options', '选项'],
  ['answer', '答案'],
  ['explain', '解析'],
  ['category', '分类'],
  ['article', '条款'],
])

/** What a cell may hold at all: longer ones are not worth taking apart. */
const longestCell = 2_000

/** Any number at all must be that of an article; none means that the sheet names none. */
const readArticle = (cell: string): number => {
  const digits = /\d+/.exec(halfWidth(cell))?.[0]
  return digits === undefined ? 0 : Number(digits) || -1
}

const parseRow = ({ row, values }: Row): Parsed | RowError => {
  const fail = (column: string, message: string): RowError => ({ row, column, message })
  const long = questionColumns.find(({ key }) => values[key].length > longestCell)
  if (long) return fail(long.titles[0] ?? long.key, '文字太长，请缩短')
  const stem = cleanStem(values.stem)
  if (stem === '') return fail('题目', '题目是空的')
  const options = readOptions(values)
  const kind = readKind(values.kind.trim(), options, values.answer)
  if (!kind) return fail('题型', `题型「${shown(values.kind)}」不认识，应是单选题、多选题或判断题`)
  const wrong = checkOptions(kind, options)
  if (wrong) return fail('选项', wrong)
  const answer = readAnswer(values.answer, kind, options)
  if (typeof answer === 'string') return fail('答案', answer)
  const checked = SheetQuestion.safeParse({
    ...{ kind, stem, answer, explain: values.explain.trim(), article: readArticle(values.article) },
    ...{ options: kind === 'judge' ? ['正确', '错误'] : options, category: values.category.trim() || 'imported' },
  })
  if (checked.success) return { ...checked.data, row, key: questionKey(stem) }
  const [issue] = checked.error.issues
  return fail(columnOf.get(issue?.path[0]) ?? '题目', issue?.message ?? '这一行无法读取')
}

/**
 * Reads a question sheet of any of the known layouts, row by row: every row with text is a question or an error, none
 * is lost. Row numbers are the sheet's own. A question that stands twice in the file is an error at its second place.
 */
export const parseQuestionRows = ({ rows, faults }: Pick<SheetContent<ColumnKey>, 'rows' | 'faults'>): ParsedSheet => {
  const questions: Parsed[] = []
  const errors: RowError[] = faults.map(({ row, column, message }) => ({ row, column, message }))
  const faulty = new Set(faults.map(({ row }) => row))
  const firstRows = new Map<string, number>()
  for (const row of rows.filter((candidate) => !faulty.has(candidate.row))) {
    const parsed = parseRow(row)
    const twin = 'message' in parsed ? undefined : firstRows.get(parsed.key)
    if ('message' in parsed) errors.push(parsed)
    else if (twin !== undefined) errors.push({ row: parsed.row, column: '题目', message: `与第 ${twin} 行是同一道题` })
    else {
      firstRows.set(parsed.key, parsed.row)
      questions.push(parsed)
    }
  }
  return { read: rows.length, questions, errors: errors.sort((a, b) => a.row - b.row) }
}
