/**
 * What an officer may leave open in a message: a Chinese word in double braces, `{{姓名}}`, filled for each recipient,
 * and a choice between two wordings, `[[有单位|{{单位}}的师傅|师傅]]`. Nothing else is understood and nothing is run.
 */
export const placeholders = {
  name: { word: '姓名', example: '王建国', longest: '买买提江·阿不都热依木', otherwise: '您' },
  unit: {
    word: '单位',
    example: '东河机械厂',
    longest: '青泽市东河区宏远第二建筑安装工程有限责任公司',
    otherwise: '您的单位',
  },
  union: { word: '工会', example: '东河区总工会', longest: '高新技术产业开发区总工会', otherwise: '工会' },
  day: { word: '日期', example: '2026年6月1日', longest: '2026年12月31日', otherwise: '' },
} as const

export type Placeholder = keyof typeof placeholders
/** Whose values differ from one recipient to the next. */
export type PersonalPlaceholder = 'name' | 'unit'
export const personalPlaceholders: readonly PersonalPlaceholder[] = ['unit', 'name']

/** What is known of a recipient and of the push; empty or absent: not known. */
export type Known = Partial<Record<Placeholder, string | null>>

type Piece = string | { fill: Placeholder }
type Part = Piece | { has: Placeholder; then: readonly Piece[]; otherwise: readonly Piece[] }
type Parsed = { parts: readonly Part[]; problem: string | null }

const all = Object.entries(placeholders) as [Placeholder, (typeof placeholders)[Placeholder]][]
const byWord = new Map<string, Placeholder>(all.map(([key, { word }]) => [word, key]))
const wordList = all.map(([, { word }]) => `{{${word}}}`).join('、')

/** As it is typed into a field. */
export const spell = (key: Placeholder) => `{{${placeholders[key].word}}}`
/** A choice ready to be written over. */
export const spellChoice = (key: PersonalPlaceholder) => `[[有${placeholders[key].word}|${spell(key)}|各位职工]]`

class Fault extends Error {}

const stray = /\{\{|\}\}|\[\[|\]\]/

const plain = (text: string): string[] => {
  const [mark] = stray.exec(text) ?? []
  if (mark) throw new Fault(`“${mark}”要成对出现，可以用的词有${wordList}。`)
  return text ? [text] : []
}

const keyOf = (word: string): Placeholder => {
  const key = byWord.get(word.trim())
  if (key) return key
  throw new Fault(`没有“{{${word.trim()}}}”这个词，可以用的有${wordList}。`)
}

const piecesOf = (text: string): Piece[] =>
  text.split(/\{\{([^{}]*)\}\}/).flatMap((piece, index): Piece[] => {
    return index % 2 === 0 ? plain(piece) : [{ fill: keyOf(piece) }]
  })

const choiceOf = (text: string): Part => {
  const [condition = '', then = '', otherwise = '', more] = text.split(/[|｜]/)
  const key = /^\s*有(.+)$/.exec(condition)?.[1]
  if (!key || more !== undefined || (!then && !otherwise))
    throw new Fault('“[[ ]]”里请写成“[[有单位|有单位时的话|没有时的话]]”。')
  return { has: keyOf(key), then: piecesOf(then), otherwise: piecesOf(otherwise) }
}

const partsOf = (text: string): Part[] =>
  text
    .split(/\[\[([^[\]]*)\]\]/)
    .flatMap((part, index): Part[] => (index % 2 === 0 ? piecesOf(part) : [choiceOf(part)]))

/** The parts of what was typed, or a sentence that says what is wrong with it. */
export const parseWording = (text: string): Parsed => {
  try {
    return { parts: partsOf(text), problem: null }
  } catch (thrown) {
    if (thrown instanceof Fault) return { parts: [], problem: thrown.message }
    throw thrown
  }
}

const valueOf = (key: Placeholder, known: Known) => known[key]?.trim() ?? ''

const say = (pieces: readonly Piece[], known: Known): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : valueOf(piece.fill, known) || placeholders[piece.fill].otherwise,
    )
    .join('')

/** What was typed, filled; a placeholder nothing is known for says its `otherwise`. Text with a problem stays as typed. */
export const fillWording = (text: string, known: Known): string => {
  const { parts, problem } = parseWording(text)
  if (problem) return text
  return parts
    .map((part) =>
      typeof part === 'object' && 'has' in part
        ? say(valueOf(part.has, known) ? part.then : part.otherwise, known)
        : say([part], known),
    )
    .join('')
}

const keysIn = (parts: readonly Part[]): Placeholder[] =>
  parts.flatMap((part) => {
    if (typeof part === 'string') return []
    return 'has' in part ? [part.has, ...keysIn(part.then), ...keysIn(part.otherwise)] : [part.fill]
  })

/** Personal placeholders that what was typed asks for. */
export const personalIn = (text: string): PersonalPlaceholder[] => {
  const keys = new Set(keysIn(parseWording(text).parts))
  return personalPlaceholders.filter((key) => keys.has(key))
}
