import type { SheetRow } from '../../kit/sheet-read'
import { rejectSheet, tooManyRows, sheetLimits } from '../../kit/sheet-refusals'
import { optionLetters, questionColumns, type ColumnKey } from './import-columns'

type Item = Record<string, unknown>

const brokenJson = (reason: string) => rejectSheet('文件内容不是能读的题库，请按模板另存为 .xlsx 后再上传。', reason)

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

const names: Partial<Record<ColumnKey, readonly string[]>> = {
  stem: ['question', 'stem', 'title', 'content', '题目', '题干'],
  answer: ['answer', 'key', '答案', '正确答案'],
  kind: ['type', 'kind', '题型'],
  explain: ['explain', 'explanation', 'analysis', '解析'],
  article: ['article', '条款'],
  category: ['category', '分类'],
}
const optionNames = ['options', 'choices', '选项']

const kindWords = new Map([
  ...['single', 'single_choice', 'singlechoice', 'radio'].map((word) => [word, '单选题'] as const),
  ...['multiple', 'multi', 'multiple_choice', 'multiplechoice', 'checkbox'].map((word) => [word, '多选题'] as const),
  ...['judge', 'truefalse', 'true_false', 'boolean'].map((word) => [word, '判断题'] as const),
])

const textOf = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? '正确' : '错误'
  if (Array.isArray(value)) return value.map(textOf).join('')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const firstOf = (item: Item, keys: readonly string[]) =>
  keys.map((key) => item[key]).find((value) => value !== undefined && value !== null)

/** Options by letter, whether they stand in a list or under their letters. */
const optionsOf = (item: Item): Partial<Record<ColumnKey, string>> => {
  const given = firstOf(item, optionNames)
  const list = Array.isArray(given) ? given : optionLetters.map((letter) => (isItem(given) ? given[letter] : undefined))
  return Object.fromEntries(optionLetters.map((letter, index) => [letter, textOf(list[index])]))
}

const blank = Object.fromEntries(questionColumns.map(({ key }) => [key, ''])) as Record<ColumnKey, string>

const toValues = (item: Item): Record<ColumnKey, string> => {
  const read = Object.entries(names).map(([key, aliases]) => [key, textOf(firstOf(item, aliases))])
  const values = { ...blank, ...Object.fromEntries(read), ...optionsOf(item) } as Record<ColumnKey, string>
  return { ...values, kind: kindWords.get(values.kind.toLowerCase()) ?? values.kind }
}

/** Lists of questions: the file itself, or what stands under its names, in their order. */
const listsOf = (content: unknown): unknown[] => {
  if (Array.isArray(content)) return content
  return isItem(content) ? Object.values(content).filter(Array.isArray).flat() : []
}

/**
 * Reads a question bank kept as JSON: a list of questions, or one object with a list for each kind. `row` counts the
 * questions through the file from 1; what is no question at all becomes a row without words, and so an error.
 * @throws AppError SHEET_REJECTED with one sentence when the file as a whole cannot be used
 */
export const readJsonBank = (text: string): SheetRow<ColumnKey>[] => {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    throw brokenJson(error instanceof Error ? error.message : String(error))
  }
  const items = listsOf(content)
  if (items.length === 0) throw rejectSheet('文件里没有题目，请检查后重新选择。')
  if (items.length > sheetLimits.rows) throw tooManyRows()
  return items.map((item, index) => ({ row: index + 1, values: isItem(item) ? toValues(item) : blank }))
}
