import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A row of the self checks: the clause that was asked about, and what the enterprise wrote under it. */
export type Row = { clause: string; words: string }

/** The published rows, where they lie beside the project. */
export const rowsFile = path.resolve('../shared/data/hazards/self-check-rows.txt')
export const rowsThere = () => existsSync(rowsFile)

/** Fields between quotes may run over several lines. */
const records = (text: string): string[] => {
  const found: string[] = []
  let open: string | null = null
  for (const line of text.split('\n')) {
    const record: string = open === null ? line : `${open}\n${line}`
    const inside = record.startsWith('"') && (record.match(/"/g) ?? []).length % 2 === 1
    open = inside ? record : null
    if (!inside && record !== '') found.push(record)
  }
  return found
}

const unquoted = (record: string) => record.replace(/^"([\s\S]*)"$/, '$1').replace(/""/g, '"')

/** The clause ends at the first blank; blanks and line ends of the words become single blanks. */
const split = (record: string): Row => {
  const [clause = '', ...words] = unquoted(record).split(' ')
  return { clause, words: words.join(' ').trim().replace(/\s+/g, ' ') }
}

/** Every row that holds a word of the enterprise. */
export const readRows = (): Row[] =>
  records(readFileSync(rowsFile, 'utf8'))
    .map(split)
    .filter(({ words }) => words !== '')

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** By what a label finds its text again: nobody can read the text out of it. */
export const mark = (words: string): string => digest(words).slice(0, 16)

/** Frozen for the last measurement: about 30 in 100, by the text alone. */
export const frozen = (textMark: string): boolean => Number.parseInt(textMark.slice(0, 8), 16) % 10 < 3

/** Same order on every machine, as good as thrown by dice. */
export const shuffled = <T>(things: readonly T[], seed: string, nameOf: (thing: T) => string): T[] =>
  things
    .map((thing) => ({ thing, place: digest(`${seed} ${nameOf(thing)}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ thing }) => thing)
