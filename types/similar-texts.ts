import { countPairs } from './text-similarity'

/** A text that stands in the index already, and how much of it the asked one shares, 0…1. */
export type Nearest<T> = { entry: T; similarity: number }

/**
 * How many pairs a text must at least share with another that is as similar as `least`: whatever the other's length,
 * `similarity >= least` needs `shared >= size * least / (2 - least)`.
 */
const fewestShared = (size: number, least: number) => Math.ceil((size * least) / (2 - least) - 1e-9)

/** Pairs as ascending numbers, each as often as it stands in the text. */
const spell = (text: string, numberOf: (pair: string) => number): Uint32Array => {
  const numbers: number[] = []
  for (const [pair, count] of countPairs(text))
    for (let time = 0, number = numberOf(pair); time < count; time++) numbers.push(number)
  return Uint32Array.from(numbers).sort()
}

const sharedBy = (left: Uint32Array, right: Uint32Array): number => {
  let shared = 0
  for (let a = 0, b = 0; a < left.length && b < right.length;) {
    const [first, second] = [left[a] as number, right[b] as number]
    if (first === second) shared += 1
    if (first <= second) a += 1
    if (second <= first) b += 1
  }
  return shared
}

const openBook = () => {
  const numbers = new Map<string, number>()
  const numberOf = (pair: string) => {
    const known = numbers.get(pair)
    if (known !== undefined) return known
    numbers.set(pair, numbers.size)
    return numbers.size - 1
  }
  return { numberOf, size: () => numbers.size }
}

/**
 * An index over many short texts that answers which of them is most like a new one. Exact: it finds what comparing all
 * of them one by one with `similarity` would find. A text that is similar enough shares at least one of any
 * `size - fewestShared + 1` pairs, so only the texts that hold one of the rarest so many are compared.
 * @param least similarity below which a text counts as another one, above 0
 */
export const similarTexts = <T>(entries: readonly T[], textOf: (entry: T) => string, least: number) => {
  const book = openBook()
  const spelt = entries.map((entry) => spell(textOf(entry), book.numberOf))
  const holders: number[][] = Array.from({ length: book.size() }, () => [])
  for (const [at, pairs] of spelt.entries()) for (const pair of new Set(pairs)) holders[pair]?.push(at)

  const candidates = (pairs: Uint32Array): Set<number> => {
    const rare = [...pairs].sort((a, b) => (holders[a]?.length ?? 0) - (holders[b]?.length ?? 0))
    const chosen = rare.slice(0, pairs.length - fewestShared(pairs.length, least) + 1)
    return new Set([...new Set(chosen)].flatMap((pair) => holders[pair] ?? []))
  }

  /** The most similar text of at least `least`, or null; of two alike the first. */
  const nearest = (text: string): Nearest<T> | null => {
    const pairs = spell(text, book.numberOf)
    let best: { at: number; similarity: number } | null = null
    for (const at of candidates(pairs)) {
      const other = spelt[at] as Uint32Array
      const size = pairs.length + other.length
      if (2 * Math.min(pairs.length, other.length) < least * size) continue
      const similarity = (2 * sharedBy(pairs, other)) / size
      if (similarity < least) continue
      if (!best || similarity > best.similarity || (similarity === best.similarity && at < best.at))
        best = { at, similarity }
    }
    return best && { entry: entries[best.at] as T, similarity: best.similarity }
  }
  return { nearest }
}
