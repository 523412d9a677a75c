/** Where each fact of a question stands in a sheet; a column is found by what its header begins with. */
export type Columns = {
  stem: number
  kind: number | null
  answer: number
  /** One cell holding all options, or one column an option. */
  options: { packed: number } | { spread: number[] }
  explain: number | null
  article: number | null
  category: number | null
}

const names = {
  stem: /^(题目内容|题目|题干|试题内容|问题)/,
  kind: /^(试题类型|题型|题目类型|类型)/,
  answer: /^(题目答案|正确答案|标准答案|答案)/,
  packed: /^(题目选项|选项内容|选项)(?![A-Ha-hＡ-Ｈ一二三四1-8])/,
  spread: /^(选项)?[A-HＡ-Ｈ](选项)?$/i,
  explain: /^(解析|答案解析|试题解析|说明)/,
  article: /^(条款|法条|条文|依据)/,
  category: /^(分类|类别|知识点)/,
} as const

const locate = (header: readonly string[], name: RegExp) => {
  const at = header.findIndex((cell) => name.test(cell.trim()))
  return at < 0 ? null : at
}

const optionColumns = (header: readonly string[]): Columns['options'] | null => {
  const spread = header.flatMap((cell, index) => (names.spread.test(cell.trim()) ? [index] : []))
  if (spread.length >= 2) return { spread }
  const packed = locate(header, names.packed)
  return packed === null ? null : { packed }
}

/** Columns of a header row, or what is missing as one sentence. */
export const readHeader = (header: readonly string[]): Columns | string => {
  const stem = locate(header, names.stem)
  const answer = locate(header, names.answer)
  const options = optionColumns(header)
  const missing = [stem === null ? '题目' : '', options === null ? '选项' : '', answer === null ? '答案' : ''].filter(
    Boolean,
  )
  if (stem === null || answer === null || options === null) {
    return `第一行应是表头，没有找到「${missing.join('」「')}」这一列，请按模板补上表头。`
  }
  const [kind, explain, article, category] = [names.kind, names.explain, names.article, names.category].map((name) =>
    locate(header, name),
  )
  return {
    stem,
    answer,
    options,
    kind: kind ?? null,
    explain: explain ?? null,
    article: article ?? null,
    category: category ?? null,
  }
}
