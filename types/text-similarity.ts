const maxTerms = 30
const longestWord = 20

/** Full width to half width, lower case: `ＡＢ１２` and `ab12` are the same words. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase()

const pairsOf = (run: string): string[] => {
  const points = [...run]
  return points.length < 2 ? points : points.slice(1).map((point, index) => `${points[index]}${point}`)
}

/**
 * Terms for `terms[]` in the database and for the words of a search: every two neighbouring Chinese characters, and
 * Latin words and numbers whole. At most 30, distinct, in order. A search matches documents that hold all of its terms.
 */
export const searchTerms = (text: string): string[] => {
  const runs = fold(text).match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? []
  const terms = runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairsOf(run) : [run.slice(0, longestWord)]))
  return [...new Set(terms)].slice(0, maxTerms)
}

/** Pairs of neighbouring characters → how often each stands in the text; punctuation and blanks do not count. */
export const countPairs = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const pair of pairsOf(fold(text).replace(/[^\p{L}\p{N}]/gu, ''))) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Dice similarity of two texts over pairs of neighbouring characters, 0…1; punctuation and blanks do not count. */
export const similarity = (left: string, right: string): number => {
  const [first, second] = [countPairs(left), countPairs(right)]
  const size = total(first) + total(second)
  if (size === 0) return 1
  let shared = 0
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0)
  return (2 * shared) / size
}
