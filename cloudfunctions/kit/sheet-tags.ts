import { brokenSheet, textTooLong } from './sheet-refusals'

/** An opening tag of an XML text: its name without prefix, where its attributes begin and where its `>` stands. */
export type Tag = { name: string; attributes: number; end: number }
/** The value of an attribute, and where it begins in the text. */
export type Value = { text: string; at: number }

// Excel's longest text has 32,767 characters, escaped a few times that; a reader goes over longer stretches again and again.
const longest = { name: 60, tag: 20_000, text: 400_000 }
const [quote, apostrophe, slash, less, greater] = [0x22, 0x27, 0x2f, 0x3c, 0x3e]

/** Where a tag that begins at `start` ends: every character once, quoted ones passed over. */
const endOfTag = (xml: string, start: number): number => {
  const last = Math.min(xml.length, start + longest.tag)
  let open = 0
  for (let at = start + 1; at < last; at++) {
    const letter = xml.charCodeAt(at)
    if (letter === less) break
    if (open === 0 && letter === greater) return at
    if (open === 0 && (letter === quote || letter === apostrophe)) open = letter
    else if (letter === open) open = 0
  }
  throw brokenSheet('a tag does not end')
}

const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Where a comment, a quoted stretch or an instruction ends; undefined for a tag. */
const endOfAside = (xml: string, start: number): number | undefined => {
  const close = asides.find(([opening]) => xml.startsWith(opening, start))?.[1]
  if (close === undefined) return undefined
  const end = xml.indexOf(close, start)
  if (end < 0 || end - start > longest.text) throw brokenSheet('a comment does not end')
  return end + close.length - 1
}

const afterName = /[\s/>]/g

const tagAt = (xml: string, start: number, end: number): Tag => {
  afterName.lastIndex = start + 1
  const attributes = Math.min(afterName.exec(xml)?.index ?? end, end)
  if (attributes - start > longest.name) throw brokenSheet('a tag of a long name')
  const name = xml.slice(start + 1, attributes)
  return { name: name.slice(name.indexOf(':') + 1), attributes, end }
}

/**
 * Every opening tag in order, each character of the text looked at once.
 * @throws AppError SHEET_REJECTED for a tag that does not end, and for stretches no cell can hold
 */
export function* tagsOf(xml: string): Generator<Tag> {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if ((start < 0 ? xml.length : start) - at > longest.text) throw textTooLong()
    if (start < 0) return
    const aside = endOfAside(xml, start)
    const end = aside ?? endOfTag(xml, start)
    if (aside === undefined && xml.charCodeAt(start + 1) !== slash) yield tagAt(xml, start, end)
    at = end + 1
  }
}

const oneAttribute = /\s+([A-Za-z_:][\w.:-]*)=(?:"([^"<]*)"|'([^'<]*)')/y
const noMore = /\s*\/?>/y

/** The value of one attribute of a tag; undefined where it has none. @throws AppError where attributes cannot be told apart */
export const attributeOf = (xml: string, tag: Tag, wanted: string): Value | undefined => {
  let value: Value | undefined
  let at = tag.attributes
  for (;;) {
    oneAttribute.lastIndex = at
    const [all, name, double, single] = oneAttribute.exec(xml) ?? []
    if (all === undefined) break
    at += all.length
    const text = double ?? single ?? ''
    if (name === wanted) value ??= { text, at: at - 1 - text.length }
  }
  noMore.lastIndex = at
  if (!noMore.test(xml)) throw brokenSheet('attributes of a tag')
  return value
}
