import { deriveId } from 'types/ids'
import { readHeader, type Columns } from './import-columns'
import type { Kind, QuestionDoc } from './documents'

export type RowError = { row: number; column: string | null; message: string }
export type Parsed = Pick<QuestionDoc, '_id' | 'kind' | 'stem' | 'options' | 'answer' | 'explain' | 'category'> & {
  row: number
  article: number
}
export type ParsedSheet = { read: number; questions: Parsed[]; errors: RowError[] }

const half = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

const kinds: Record<string, Kind> = {
  单选题: 'single',
  单选: 'single',
  多选题: 'multiple',
  多选: 'multiple',
  判断题: 'judge',
  判断: 'judge',
  是非题: 'judge',
  是非: 'judge',
}
const judgeWords: Record<string, number> = {
  正确: 0,
  对: 0,
  '√': 0,
  是: 0,
  T: 0,
  错误: 1,
  不正确: 1,
  错: 1,
  '×': 1,
  X: 1,
  否: 1,
  F: 1,
}

const letterMark = /^\s*([A-Ha-h])\s*[.:、。）)]?\s*/

/** `**A.甲**B:乙`, `A.甲##B.乙`, lines, or nothing between them but the next letter. */
export const splitOptions = (cell: string): string[] => {
  const text = half(cell).trim()
  const byMark = text.split(/\*\*|##|\r?\n|\|/).filter((part) => part.trim() !== '')
  const parts = byMark.length > 1 ? byMark : text.split(/(?=\b[A-H]\s*[.:、)])/).filter((part) => part.trim() !== '')
  return parts.map((part) => part.replace(letterMark, '').trim())
}

const readOptions = (row: readonly string[], columns: Columns) =>
  'packed' in columns.options
    ? splitOptions(row[columns.options.packed] ?? '')
    : columns.options.spread.map((at) => half(row[at] ?? '').trim()).filter((option) => option !== '')

const readAnswer = (cell: string, kind: Kind, count: number): number[] | string => {
  const text = half(cell).replace(/[\s,、;]/g, '')
  if (text === '') return '没有填答案'
  if (kind === 'judge' && judgeWords[text.toUpperCase()] !== undefined)
    return [judgeWords[text.toUpperCase()] as number]
  if (!/^[A-Ha-h]+$/.test(text)) return `答案「${cell.trim()}」看不懂，应是选项字母`
  const picked = [...new Set([...text.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65))].sort((a, b) => a - b)
  const beyond = picked.find((index) => index >= count)
  if (beyond !== undefined) return `答案 ${String.fromCharCode(65 + beyond)} 没有对应的选项`
  if (kind !== 'multiple' && picked.length > 1) return '只能有一个正确答案'
  if (kind === 'multiple' && picked.length < 2) return '多选题至少有两个正确答案'
  return picked
}

const cleanStem = (cell: string) =>
  half(cell)
    .replace(/^\s*\d{1,4}\s*[.、．)）]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The same question with other blanks, widths or numbering has the same id. */
export const questionId = (stem: string) => deriveId('question', cleanStem(stem).replace(/[\s\p{P}]/gu, ''))

const guessKind = (options: readonly string[], answer: string): Kind => {
  if (options.length === 2 && options.every((option) => judgeWords[option] !== undefined)) return 'judge'
  return half(answer).replace(/[^A-Ha-h]/g, '').length > 1 ? 'multiple' : 'single'
}

const readKind = (cell: string | undefined, options: readonly string[], answer: string): Kind | null => {
  const word = (cell ?? '').trim()
  return word === '' ? guessKind(options, answer) : (kinds[half(word)] ?? null)
}

const parseRow = (row: readonly string[], number: number, columns: Columns): Parsed | RowError => {
  const fail = (column: string, message: string): RowError => ({ row: number, column, message })
  const stem = cleanStem(row[columns.stem] ?? '')
  if (stem.length < 4) return fail('题目', stem === '' ? '题目是空的' : '题目太短')
  const answerCell = row[columns.answer] ?? ''
  const options = readOptions(row, columns)
  const kind = readKind(columns.kind === null ? undefined : row[columns.kind], options, answerCell)
  if (!kind) return fail('题型', `题型「${(row[columns.kind ?? 0] ?? '').trim()}」不认识，应是单选题、多选题或判断题`)
  if (kind !== 'judge' && options.length < 2) return fail('选项', '选项少于两个，请用 ** 或换行隔开各选项')
  if (kind === 'judge' && options.length !== 0 && options.length !== 2)
    return fail('选项', '判断题应有正确、错误两个选项')
  if (options.some((option) => option === '')) return fail('选项', '有一个选项是空的')
  if (new Set(options).size !== options.length) return fail('选项', '有两个选项相同')
  const answer = readAnswer(answerCell, kind, kind === 'judge' ? 2 : options.length)
  if (typeof answer === 'string') return fail('答案', answer)
  const cellAt = (at: number | null) => (at === null ? '' : (row[at] ?? '').trim())
  return {
    ...{ _id: questionId(stem), row: number, kind, stem, answer, explain: cellAt(columns.explain) },
    options: kind === 'judge' ? ['正确', '错误'] : options,
    category: cellAt(columns.category) || 'imported',
    article: Number(/\d+/.exec(half(cellAt(columns.article)))?.[0] ?? 0),
  }
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '')

/**
 * Reads a question sheet of any of the known layouts, row by row: every row is a question or an error, none is lost.
 * Row numbers are the sheet's (header = 1). A question that stands twice in the file is an error at its second place.
 */
export const parseQuestionRows = (rows: readonly (readonly string[])[]): ParsedSheet => {
  const columns = readHeader(rows[0] ?? [])
  if (typeof columns === 'string')
    return { read: 0, questions: [], errors: [{ row: 1, column: null, message: columns }] }
  const questions: Parsed[] = []
  const errors: RowError[] = []
  const firstRows = new Map<string, number>()
  for (const [index, row] of rows.slice(1).entries()) {
    const parsed = isBlank(row)
      ? { row: index + 2, column: null, message: '这一行是空的' }
      : parseRow(row, index + 2, columns)
    const twin = 'message' in parsed ? undefined : firstRows.get(parsed._id)
    if ('message' in parsed) errors.push(parsed)
    else if (twin !== undefined) errors.push({ row: parsed.row, column: '题目', message: `与第 ${twin} 行是同一道题` })
    else {
      firstRows.set(parsed._id, parsed.row)
      questions.push(parsed)
    }
  }
  return { read: rows.length - 1, questions, errors }
}
