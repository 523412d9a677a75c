import { numberStream, pickBelow } from './draw'
import { hmacSha256, sha256Hex, toHex } from './sha256'

/** `mark`: public mark of one who takes part, printable ASCII without blanks. `weight`: 1..1,000,000, whole. */
export type DrawEntry = { mark: string; weight: number }
/** `chances`: weights are chances. `ties`: weights are scores, the higher first, equals by lot. */
export type DrawKind = 'chances' | 'ties'

const longestMark = 40
const heaviest = 1_000_000

const isSound = ({ mark, weight }: DrawEntry) =>
  /^[!-~]+$/.test(mark) && mark.length <= longestMark && Number.isInteger(weight) && weight >= 1 && weight <= heaviest

/** @throws TypeError where the list would be ambiguous or too heavy to be drawn from evenly */
const check = (entries: readonly DrawEntry[]) => {
  if (!entries.every(isSound)) throw new TypeError('broken draw entry')
  if (new Set(entries.map(({ mark }) => mark)).size !== entries.length) throw new TypeError('draw entry stands twice')
  if (entries.reduce((sum, { weight }) => sum + weight, 0) >= 2 ** 32) throw new TypeError('draw list too heavy')
}

const byMark = (a: DrawEntry, b: DrawEntry) => (a.mark < b.mark ? -1 : 1)

/**
 * The list as it is published: a line `<mark> <weight>` an entry, sorted by mark (ASCII order), joined by line feeds, none at the end.
 * @throws TypeError on an entry that is broken or stands twice
 */
export const listText = (entries: readonly DrawEntry[]): string => {
  check(entries)
  return [...entries]
    .sort(byMark)
    .map(({ mark, weight }) => `${mark} ${weight}`)
    .join('\n')
}

/**
 * Reads a published list.
 * @throws TypeError where it is not what `listText` writes, down to the order of its lines
 */
export const parseList = (text: string): DrawEntry[] => {
  const entries = text === '' ? [] : text.split('\n').map(entryOf)
  if (listText(entries) !== text) throw new TypeError('draw list is not sorted')
  return entries
}

const entryOf = (line: string): DrawEntry => {
  const [mark = '', weight = ''] = line.split(' ')
  return { mark, weight: Number(weight) }
}

/** SHA-256 of the published list's bytes, hex: what `sha256sum` says of the file. */
export const listHashOf = (list: string): string => sha256Hex(list)

type Next = () => number

/** Sums over a changing list, found and changed in log n steps (a Fenwick tree). */
const openSums = (weights: readonly number[]) => {
  const tree = Array.from({ length: weights.length + 1 }, () => 0)
  const add = (at: number, by: number) => {
    for (let node = at + 1; node < tree.length; node += node & -node) tree[node] = (tree[node] ?? 0) + by
  }
  weights.forEach((weight, at) => add(at, weight))
  /** The first place whose sum of weights up to and with it is above `ticket`. */
  const find = (ticket: number): number => {
    let [place, rest] = [0, ticket]
    for (let step = 2 ** Math.floor(Math.log2(tree.length)); step >= 1; step /= 2) {
      const sum = tree[place + step]
      if (sum !== undefined && sum <= rest) [place, rest] = [place + step, rest - sum]
    }
    return place
  }
  return { add, find }
}

const pickWeighted = (entries: readonly DrawEntry[], count: number, next: Next): string[] => {
  const sums = openSums(entries.map(({ weight }) => weight))
  let total = entries.reduce((sum, { weight }) => sum + weight, 0)
  const winners: string[] = []
  while (winners.length < count && total > 0) {
    const at = sums.find(pickBelow(total, next))
    const { mark, weight } = entries[at] as DrawEntry
    winners.push(mark)
    sums.add(at, -weight)
    total -= weight
  }
  return winners
}

const pickByScore = (entries: readonly DrawEntry[], count: number, next: Next): string[] => {
  const scores = [...new Set(entries.map(({ weight }) => weight))].sort((a, b) => b - a)
  const winners: string[] = []
  for (const score of scores) {
    if (winners.length >= count) break
    const equals = entries.filter(({ weight }) => weight === score).map((entry) => ({ ...entry, weight: 1 }))
    winners.push(...pickWeighted(equals, count - winners.length, next))
  }
  return winners
}

export type ListDraw = {
  kind: DrawKind
  seed: string
  /** As published. */
  list: string
  publicValue: string
  count: number
}

/**
 * Marks of the winners in the order drawn, each at most once; fewer than `count` where the list is shorter. docs/draws.md says the rule
 * in words: numbers as in `drawWinners`, keyed with HMAC-SHA-256(seed, "<listHash>\n<publicValue>"), one ticket below the sum of the weights
 * that are left for each place.
 * @throws TypeError where the list is none
 */
export const drawFromList = ({ kind, seed, list, publicValue, count }: ListDraw): string[] => {
  const entries = parseList(list)
  const next = numberStream(toHex(hmacSha256(seed, `${listHashOf(list)}\n${publicValue}`)))
  const wanted = Math.max(0, Math.floor(count))
  return kind === 'ties' ? pickByScore(entries, wanted, next) : pickWeighted(entries, wanted, next)
}
