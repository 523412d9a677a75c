import type * as z from 'types/zod'
import { HazardKind } from 'types/hazard'
import { frozen, mark, readRows } from './hazard-rows'
import { sampleRows, type Stratum } from './hazard-sample'
import labels from './hazard-rows.json'
import pairLabels from './hazard-pairs.json'

type Kind = z.output<typeof HazardKind>
export type Label = Kind | 'junk'
/** One labelled text: the settled labels, the first of them the strict one. */
export type Labelled = { words: string; stratum: Stratum; frozen: boolean; settled: Label[] }
export type Pair = { left: string; right: string; frozen: boolean; same: boolean }

const passes = Object.values(labels as Record<string, string[]>).map((row) => row.map((text) => text.split(' ')[0]))

/** How often both passes chose the same first label, and Cohen's kappa. */
export const agreement = () => {
  const share = (pass: 0 | 1, label: string | undefined) =>
    passes.filter((row) => row[pass] === label).length / passes.length
  const raw = passes.filter(([first, second]) => first === second).length / passes.length
  const names = [...new Set(passes.map(([first]) => first))]
  const byChance = names.reduce((sum, name) => sum + share(0, name) * share(1, name), 0)
  return { size: passes.length, raw, kappa: (raw - byChance) / (1 - byChance) }
}

const isLabel = (text: string): text is Label => text === 'junk' || HazardKind.safeParse(text).success

/** The labelled texts, found again among the rows; fewer than labels when the rows are other ones. */
export const labelledRows = (): Labelled[] =>
  [...sampleRows(readRows())].flatMap(([words, stratum]) => {
    const textMark = mark(words)
    const settled = (labels as Record<string, string[]>)[textMark]?.[2]?.split(' ').filter(isLabel)
    return settled ? [{ words, stratum, frozen: frozen(textMark), settled }] : []
  })

/** Pairs somebody could tell apart. */
export const labelledPairs = (): Pair[] => {
  const texts = new Map(readRows().map(({ words }) => [mark(words), words]))
  return (pairLabels as [string, string, string][]).flatMap(([first, second, label]) => {
    const [left, right] = [texts.get(first), texts.get(second)]
    if (left === undefined || right === undefined || label === 'unsure') return []
    return [{ left, right, frozen: frozen(first), same: label === 'same' }]
  })
}
