import { BoothPlace, mostInBatch } from './org-booth'

/** Names that occur more than once: every booth of a batch is known by its own. */
export const repeatedNames = (names: readonly string[]): Set<string> =>
  new Set(names.filter((name, index) => names.indexOf(name) !== index))

export type PlaceRow = { name: string; place: string; problem: string | null }

const separators = /[\t,，;；|｜]/

/** `名称，地点`, one a line; a line without a separator is both the name and the place. */
const rowOf = (line: string) => {
  const at = line.search(separators)
  const [name, place] = at < 0 ? [line, line] : [line.slice(0, at), line.slice(at + 1)]
  return { name: name.trim(), place: place.replace(/[\t,，;；|｜]+/g, ' ').trim() }
}

/** The list of places somebody pasted or typed, each with what is wrong about it, in plain words. */
export const readPlaces = (text: string): PlaceRow[] => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const rows = lines.map(rowOf)
  const repeated = repeatedNames(rows.map(({ name }) => name))
  return rows.map((row, index) => {
    const problem = BoothPlace.safeParse(row).error?.issues[0]?.message ?? null
    if (index >= mostInBatch) return { ...row, problem: `一次最多建 ${mostInBatch} 个，这一个请放到下一批` }
    if (problem === null && repeated.has(row.name)) return { ...row, problem: '这一批里有两个展台同名，请区分开' }
    return { ...row, problem }
  })
}
