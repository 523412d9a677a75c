import type * as z from './zod'
import type { HazardKind } from './hazard'
import { faults, things } from './hazard-alike-words'
import { cutterOf } from './longest-words'
import { similarity } from './text-similarity'

/** What of two hazards is compared; `at` in milliseconds. */
export type Compared = {
  words: string
  place: string
  enterpriseId: string | null
  kind: z.output<typeof HazardKind>
  at: number
}

const cutterFor = (lines: readonly string[]) =>
  cutterOf(new Map(lines.flatMap((line, at) => line.split(' ').map((name) => [name, at] as const))))
const cutters = [cutterFor(things), cutterFor(faults)]

/** Which lines a text names. */
const named = (text: string, cut: ReturnType<typeof cutterFor>): Set<number> =>
  new Set(cut(text).flatMap(({ value }) => value ?? []))

const overlap = (left: ReadonlySet<number>, right: ReadonlySet<number>): number => {
  const shared = [...left].filter((one) => right.has(one)).length
  return (2 * shared) / (left.size + right.size)
}

/** What was done about it says nothing about what it is. */
const remedy = /[，。；,;、\s（(]*(现?[已己]经?|立即|立刻|马上|及时|当场|要求|责令|发现后|现场整改|需更换|以整改).*$/u

const core = (words: string) => {
  const text = words.normalize('NFKC')
  const cut = text.replace(remedy, '')
  return cut.length >= 4 ? cut : text
}

/** How alike the words of two hazards are, 0…1: the things they name, what is wrong with them, and how it is put. */
const wordsAlike = (left: string, right: string): number => {
  const [first, second] = [core(left), core(right)]
  const sets = cutters.map((cut) => [named(first, cut), named(second, cut)] as const)
  const said = sets.filter(([one, other]) => one.size + other.size > 0)
  const parts = [similarity(first, second), ...said.map(([one, other]) => overlap(one, other))]
  return parts.reduce((sum, part) => sum + part, 0) / parts.length
}

const roomNames = /仓|宿舍|食堂|厨房|餐厅|办公室|会议室|写字楼|配电房|地下室|车库|门口|大厅|车间|工地/gu
const numbered = /([\da-z一二三四五六七八九十]+)(楼|层|栋|座|号|车间|厂房|区|期)/giu

const placesOf = (text: string) => {
  const folded = text.normalize('NFKC').toLowerCase()
  const rooms = new Set(folded.match(roomNames))
  const numbers = new Map<string, Set<string>>()
  for (const [, number = '', unit = ''] of folded.matchAll(numbered))
    numbers.set(unit, (numbers.get(unit) ?? new Set()).add(number))
  return { rooms, numbers }
}

const apart = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
  left.size > 0 && right.size > 0 && ![...left].some((one) => right.has(one))

/** True where both name a room or a floor and none of them is the same. */
const elsewhere = (left: string, right: string): boolean => {
  const [first, second] = [placesOf(left), placesOf(right)]
  const otherNumber = [...first.numbers].some(([unit, numbers]) =>
    apart(numbers, second.numbers.get(unit) ?? new Set()),
  )
  return otherNumber || apart(first.rooms, second.rooms)
}

const dayMs = 86_400_000

/** From here on two open hazards are shown to each other. */
export const alikeFrom = 0.5

/**
 * How likely two hazards are one problem reported twice, 0…1: words first, lowered where the places contradict each other,
 * the kinds differ, or much time lies between them. 0 for two enterprises; where neither is known, the places must be alike.
 */
export const hazardAlike = (left: Compared, right: Compared): number => {
  const known = left.enterpriseId !== null && right.enterpriseId !== null
  if (known && left.enterpriseId !== right.enterpriseId) return 0
  const factors = [
    known || similarity(left.place, right.place) >= 0.4 ? 1 : 0.5,
    elsewhere(`${left.place} ${left.words}`, `${right.place} ${right.words}`) ? 0.6 : 1,
    left.kind === right.kind || left.kind === 'other' || right.kind === 'other' ? 1 : 0.85,
    Math.max(0.5, 1 - Math.abs(left.at - right.at) / dayMs / 365),
  ]
  return factors.reduce((product, factor) => product * factor, wordsAlike(left.words, right.words))
}
