import { deriveId } from 'types/ids'
import type { SheetContent, SheetRow } from '../kit/sheet-read'
import { optionLetters, type ColumnKey } from './import-columns'
import type { Kind, QuestionDoc } from './documents'

export type RowError = { row: number; column: string | null; message: string }
export type Parsed = Pick<QuestionDoc, '_id' | 'kind' | 'stem' | 'options' | 'answer' | 'explain' | 'category'> & {
  row: number
  article: number
}
export type ParsedSheet = { read: number; questions: Parsed[]; errors: RowError[] }

type Row = SheetRow<ColumnKey>

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

const readOptions = (values: Row['values']) =>
  values.packed.trim() === ''
    ? optionLetters.map((letter) => half(values[letter]).trim()).filter((option) => option !== '')
    : splitOptions(values.packed)

// A sheet may write 错误 before 正确; on our papers 正确 is always first.
const judged = (picked: number[], options: readonly string[]) =>
  picked.map((index) => judgeWords[options[index] ?? ''] ?? index)

const readAnswer = (cell: string, kind: Kind, options: readonly string[]): number[] | string => {
  const text = half(cell).replace(/[\s,、;]/g, '')
  if (text === '') return '没有填答案'
  if (kind === 'judge' && judgeWords[text.toUpperCase()] !== undefined)
    return [judgeWords[text.toUpperCase()] as number]
  if (!/^[A-Ha-h]+$/.test(text)) return `答案「${cell.trim()}」看不懂，应是选项字母`
  const picked = [...new Set([...text.toUpperCase()].map((letter) => letter.charCodeAt(0) - 65))].sort((a, b) => a - b)
  const beyond = picked.find((index) => index >= (kind === 'judge' ? 2 : options.length))
  if (beyond !== undefined) return `答案 ${String.fromCharCode(65 + beyond)} 没有对应的选项`
  if (kind !== 'multiple' && picked.length > 1) return '只能有一个正确答案'
  if (kind === 'multiple' && picked.length < 2) return '多选题至少有两个正确答案'
  return kind === 'judge' ? judged(picked, options) : picked
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

const readKind = (word: string, options: readonly string[], answer: string): Kind | null =>
  word === '' ? guessKind(options, answer) : (kinds[half(word)] ?? null)

const checkOptions = (kind: Kind, options: readonly string[]): string | null => {
  if (kind === 'judge' && options.length !== 0 && options.length !== 2) return '判断题应有正确、错误两个选项'
  if (kind !== 'judge' && options.length < 2) return '选项少于两个，请用 ** 或换行隔开各选项'
  if (options.some((option) => option === '')) return '有一个选项是空的'
  return new Set(options).size === options.length ? null : '有两个选项相同'
}

const parseRow = ({ row, values }: Row): Parsed | RowError => {
  const fail = (column: string, message: string): RowError => ({ row, column, message })
  const stem = cleanStem(values.stem)
  if (stem.length < 4) return fail('题目', stem === '' ? '题目是空的' : '题目太短')
  const options = readOptions(values)
  const kind = readKind(values.kind.trim(), options, values.answer)
  if (!kind) return fail('题型', `题型「${values.kind.trim()}」不认识，应是单选题、多选题或判断题`)
  const wrong = checkOptions(kind, options)
  if (wrong) return fail('选项', wrong)
  const answer = readAnswer(values.answer, kind, options)
  if (typeof answer === 'string') return fail('答案', answer)
  return {
    ...{ _id: questionId(stem), row, kind, stem, answer, explain: values.explain.trim() },
    options: kind === 'judge' ? ['正确', '错误'] : options,
    category: values.category.trim() || 'imported',
    article: Number(/\d+/.exec(half(values.article))?.[0] ?? 0),
  }
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
    const twin = 'message' in parsed ? undefined : firstRows.get(parsed._id)
    if ('message' in parsed) errors.push(parsed)
    else if (twin !== undefined) errors.push({ row: parsed.row, column: '题目', message: `与第 ${twin} 行是同一道题` })
    else {
      firstRows.set(parsed._id, parsed.row)
      questions.push(parsed)
    }
  }
  return { read: rows.length, questions, errors: errors.sort((a, b) => a.row - b.row) }
}
