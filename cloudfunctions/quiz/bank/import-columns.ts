import type { SheetColumn } from '../../kit/sheet-read'

export const optionLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const
export type OptionKey = (typeof optionLetters)[number]
export type ColumnKey = 'kind' | 'stem' | 'packed' | 'answer' | 'explain' | 'article' | 'category' | OptionKey

const optional = (key: ColumnKey, ...titles: string[]): SheetColumn<ColumnKey> => ({ key, titles, optional: true })

/** The layouts unions send: options packed in one cell, or one column an option; titles as banks write them. */
export const questionColumns: readonly SheetColumn<ColumnKey>[] = [
  { key: 'stem', titles: ['题目内容', '题目', '题干', '试题内容', '试题', '问题'] },
  { key: 'answer', titles: ['题目答案', '正确答案', '标准答案', '答案'] },
  optional('kind', '试题类型', '题型', '题目类型', '类型'),
  optional('packed', '题目选项', '选项内容', '选项', '备选项'),
  optional('explain', '解析', '答案解析', '试题解析', '说明'),
  optional('article', '条款', '法条', '条文'),
  optional('category', '分类', '类别', '知识点'),
  ...optionLetters.map((letter) => optional(letter, `选项${letter}`, letter, `${letter}选项`)),
]
