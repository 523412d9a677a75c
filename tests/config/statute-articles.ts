const digits = '零一二三四五六七八九'

/** 一百零六 → 106; numerals below one thousand. */
export const chineseNumber = (text: string): number => {
  const parts = /^(?:(.)百)?零?(?:(.?)十)?(.)?$/.exec(text)
  if (!parts) return Number.NaN
  const [, hundreds, tens, ones] = parts
  const tensValue = tens === undefined ? 0 : tens === '' ? 1 : digits.indexOf(tens)
  return (hundreds ? digits.indexOf(hundreds) : 0) * 100 + tensValue * 10 + (ones ? digits.indexOf(ones) : 0)
}

/** Article number → its whole text, paragraphs joined by line breaks. `markdown` is one statute; headings are left out. */
export const statuteArticles = (markdown: string): Map<number, string> => {
  const articles = new Map<number, string>()
  let current = 0
  for (const raw of markdown.split('\n')) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#') || line.startsWith('<!--')) continue
    const head = /^第([零一二三四五六七八九十百]+)条\s+(.*)$/.exec(line)
    if (head) {
      current = chineseNumber(head[1] ?? '')
      articles.set(current, head[2] ?? '')
    } else if (current > 0) articles.set(current, `${articles.get(current) ?? ''}\n${line}`)
  }
  return articles
}
